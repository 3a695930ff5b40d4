import { expect, test } from 'vitest';
import { input, kinds, notification } from '../../testing.ts';
import { searchAndReadInputsHaveTheirValue as rule } from './search-and-read-inputs-have-their-value.ts';

const one = (code: string, value: Record<string, unknown>) => notification({ input: [input(code, value)] });
test('passes queries and references', () => {
  expect(kinds(rule, one('search-resource', { valueString: 'Observation/$lastn?code=x' }))).toEqual(['pass']);
  expect(kinds(rule, one('11450-4', { valueString: 'Condition' }))).toEqual(['pass']);
  expect(kinds(rule, one('read-resource', { valueReference: { reference: 'DocumentReference/d1' } }))).toEqual(['pass']);
});
test('reports the wrong value', () => {
  expect(kinds(rule, one('read-resource', { valueString: 'DocumentReference/d1' }))).toEqual(['violation']);
  expect(kinds(rule, one('search-resource', { valueUri: 'Condition' }))).toEqual(['violation']);
  expect(kinds(rule, one('11450-4', {}))).toEqual(['violation']);
  expect(kinds(rule, one('77599-9', { valueString: 'DocumentReference/d1' }))).toEqual(['violation']);
});
test('does not apply to a workflow-task-only notification', () => { expect(kinds(rule, one('get-workflow-task', { valueBoolean: true }))).toEqual(['not-applicable']); });
