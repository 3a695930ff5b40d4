import { expect, test } from 'vitest';
import { kinds } from '../../testing.ts';
import { asked } from './testing.ts';
import { metadataIsCapabilityStatement as rule } from './metadata-is-capability-statement.ts';

test('passes a CapabilityStatement', () => { expect(kinds(rule, asked('metadata', { answer: { resourceType: 'CapabilityStatement' } }))).toEqual(['pass']); });
test('reports another answer', () => {
  expect(kinds(rule, asked('metadata', { status: 404 }))).toEqual(['violation']);
  expect(kinds(rule, asked('metadata', { answer: { resourceType: 'Bundle' } }))).toEqual(['violation']);
});
test('looks at metadata only, and not at the simulator\'s copy of our own question', () => {
  expect(kinds(rule, asked('Organization'))).toEqual([]);
  expect(kinds(rule, asked('metadata', { side: 'simulator' }))).toEqual([]);
});
