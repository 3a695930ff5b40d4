import { expect, test } from 'vitest';
import { input, kinds, notification, told } from '../../testing.ts';
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
test('tells each value that is wrong, with its place', () => {
  expect(told(rule, notification({ input: [input('search-resource', {}), input('authorization-base', { valueUri: 'x', valueCode: 'y' }), input('get-workflow-task', {})] }))).toEqual([
    'violation request Task.input[1].valueString: valueUri, valueCode', 'violation request Task.input[2].valueBoolean: no value',
  ]);
  expect(kinds(rule, notification({ input: [input('authorization-base', { valueString: '' }), input('authorization-base', { valueString: 7 })] }))).toEqual(['violation', 'violation']);
  expect(kinds(rule, one('get-workflow-task', { valueBoolean: false }))).toEqual(['pass']);
});
