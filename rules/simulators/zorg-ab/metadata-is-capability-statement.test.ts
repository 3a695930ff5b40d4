import { expect, test } from 'vitest';
import { call, kinds, told } from '../../testing.ts';
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
test('tells the answer', () => {
  expect(told(rule, asked('metadata?x', { answer: { resourceType: 'Bundle' } }))).toEqual(['violation response body: HTTP 200 with Bundle']);
  expect(told(rule, asked('metadata', { status: 404, answer: { resourceType: 'CapabilityStatement' } }))).toEqual(['violation response body: HTTP 404 with CapabilityStatement']);
  expect(kinds(rule, asked('metadatas'))).toEqual([]);
});
test('looks at answers of the address book: to the system as we served them, to our probe as it got them', () => {
  const served = { role: 'zorgab-client', simulator: 'zorg-ab', target: '/metadata' };
  expect(kinds(rule, call('directory', served))).toEqual(['violation']);
  const no = [{ simulator: 'twiin' }, { endpoint: 'metadata' as const }, { status: null }, { method: 'POST' }, { side: 'probe' as const }];
  for (const change of no) expect(kinds(rule, call('directory', { ...served, ...change })), JSON.stringify(change)).toEqual([]);
});
