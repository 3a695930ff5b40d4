import { expect, test } from 'vitest';
import { input, kinds, notification, told } from '../../testing.ts';
import { inputCodesUseTaskParameter as rule } from './input-codes-use-task-parameter.ts';

const one = (code: string, system: string) => notification({ input: [input(code, { valueString: 'x' }, system)] });
test('passes the system', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports another system, warns for the CodeSystem variant', () => {
  expect(kinds(rule, one('search-resource', 'http://elders.test'))).toEqual(['violation']);
  expect(kinds(rule, one('authorization-base', 'http://fhir.nl/fhir/CodeSystem/TaskParameter'))).toEqual(['violation<=warning']);
});
test('a local coding beside the right one is no matter', () => {
  const both = (code: string) => notification({ input: [{ type: { coding: [{ system: 'http://elders.test', code: 'search-resource' }, { system: 'http://fhir.nl/fhir/NamingSystem/TaskParameter', code }] }, valueString: 'x' }] });
  expect([kinds(rule, both('search-resource')), kinds(rule, both('read-resource'))]).toEqual([['pass'], ['violation']]);
});
test('does not apply to LOINC codes', () => { expect(kinds(rule, one('11450-4', 'http://loinc.org'))).toEqual(['not-applicable']); });
test('tells each coding that is wrong, with its place', () => {
  const wrong = 'http://elders.test';
  const mixed = notification({ input: [input('authorization-base', {}), input('11450-4', {}, wrong), input('get-workflow-task', {}, wrong), input('read-resource', {}, 'http://fhir.nl/fhir/CodeSystem/TaskParameter')] });
  expect(told(rule, mixed)).toEqual([
    'violation request Task.input[2].type.coding[0].system: http://elders.test', 'violation<=warning request Task.input[3].type.coding[0].system: http://fhir.nl/fhir/CodeSystem/TaskParameter',
  ]);
  for (const code of ['authorization-base', 'get-workflow-task', 'search-resource', 'read-resource']) expect(kinds(rule, one(code, wrong)), code).toEqual(['violation']);
  const second = { type: { coding: [{ system: wrong, code: 'x' }, { code: 'search-resource' }] } };
  expect(told(rule, notification({ input: [second] }))).toEqual(['violation request Task.input[0].type.coding[1].system: absent']);
});
