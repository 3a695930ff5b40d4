import { expect, test } from 'vitest';
import { kinds, searchset } from '../../testing.ts';
import { asked } from './testing.ts';
import { unknownTypeGives404 as rule } from './unknown-type-gives-404.ts';

const outcome = (code: string) => ({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code }] });
test('passes 404 not-supported', () => { expect(kinds(rule, asked('Patient?name=x', { status: 404, answer: outcome('not-supported') }))).toEqual(['pass']); });
test('reports an empty answer and another code', () => {
  expect(kinds(rule, asked('Patient?name=x', { answer: searchset([]) }))).toEqual(['violation']);
  expect(kinds(rule, asked('Patient?name=x', { status: 404, answer: outcome('not-found') }))).toEqual(['violation']);
});
test('looks at unknown types only', () => { expect(kinds(rule, asked('Organization'))).toEqual([]); });
