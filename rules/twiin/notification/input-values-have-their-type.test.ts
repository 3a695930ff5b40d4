import { expect, test } from 'vitest';
import { input, kinds, notification } from '../../testing.ts';
import { inputValuesHaveTheirType as rule } from './input-values-have-their-type.ts';

const one = (code: string, value: Record<string, unknown>) => notification({ input: [input(code, value)] });
test('passes right types', () => {
  expect(kinds(rule, notification())).toEqual(['pass']);
  expect(kinds(rule, one('get-workflow-task', { valueBoolean: true }))).toEqual(['pass']);
});
test('reports other types', () => {
  expect(kinds(rule, one('get-workflow-task', { valueString: 'true' }))).toEqual(['violation']);
  expect(kinds(rule, one('authorization-base', { valueIdentifier: { value: 'x' } }))).toEqual(['violation']);
});
test('does not apply to other inputs', () => { expect(kinds(rule, one('search-resource', { valueString: 'Flag' }))).toEqual(['not-applicable']); });
