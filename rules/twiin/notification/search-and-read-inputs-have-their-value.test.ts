import { expect, test } from 'vitest';
import { input, kinds, notification, told } from '../../testing.ts';
import { searchAndReadInputsHaveTheirValue as rule } from './search-and-read-inputs-have-their-value.ts';

const loinc = 'http://loinc.org';
const offered = (code: string, value: Record<string, unknown>) => (/^\d/.test(code) ? input(code, value, loinc) : input(code, value));
const one = (code: string, value: Record<string, unknown>) => notification({ input: [offered(code, value)] });
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
test('an input of another kind is free to hold what it needs', () => {
  const uzi = { valueIdentifier: { system: 'http://fhir.nl/fhir/NamingSystem/uzi-nr-pers', value: '900000001' } };
  for (const system of ['http://elders.test', 'http://fhir.nl/fhir/NamingSystem/TaskParameter']) expect(kinds(rule, notification({ input: [input('practitioner', uzi, system)] }))).toEqual(['not-applicable']);
  expect(kinds(rule, notification({ input: [input('practitioner', { valueString: 'Practitioner/1' }, 'http://elders.test'), offered('11450-4', { valueString: 'Condition' })] }))).toEqual(['pass']);
  expect(kinds(rule, notification({ input: [input('11816003', { valueCode: 'x' }, 'http://snomed.info/sct')] }))).toEqual(['violation']);
});
test('does not apply to a workflow-task-only notification', () => { expect(kinds(rule, one('get-workflow-task', { valueBoolean: true }))).toEqual(['not-applicable']); });
test('tells what stands there, and which element was meant', () => {
  const at = 'violation request Task.input[0]';
  expect(told(rule, one('read-resource', { valueString: 'Flag/1', valueUri: 'x' }))).toEqual([`${at}.valueReference: valueString, valueUri`]);
  expect(told(rule, one('read-resource', {}))).toEqual([`${at}.valueReference: empty`]);
  expect(told(rule, one('search-resource', { valueReference: { reference: 'Flag/1' } }))).toEqual([`${at}.valueString: valueReference`]);
  expect(told(rule, one('11450-4', {}))).toEqual([`${at}.value[x]: no value`]);
  expect(told(rule, one('11450-4', { valueCode: 'x' }))).toEqual([`${at}.value[x]: valueCode`]);
  expect(told(rule, one('11450-4', { valueReference: { reference: 'Flag?x=1' } }))).toEqual([`${at}.valueString: a query in valueReference: Flag?x=1`]);
  expect(told(rule, one('11450-4', { valueString: 'Flag/1' }))).toEqual([`${at}.valueReference: a resource in valueString: Flag/1`]);
  const mixed = notification({ input: [input('authorization-base', {}), input('get-workflow-task', {}), offered('11450-4', { valueString: 'Flag' }), offered('11450-4', {})] });
  expect(told(rule, mixed)).toEqual(['violation request Task.input[3].value[x]: no value']);
});
test.each<[string, boolean]>([
  ['Flag/1', true], ['/Flag/1', true], ['https://x.test/fhir/Flag/1', true], ['http://x.test/Flag/a-b.c', true], [`Flag/${'a'.repeat(64)}`, true],
  [`Flag/${'a'.repeat(65)}`, false], ['Flag', false], ['Flag/', false], ['Flag/1/2', false], ['Flag/$lastn', false], ['Flag?x=1', false], ['flag/1', false], ['https://x.test?a/Flag/1', false], ['x Flag/1', false],
])('%s is one resource: %s', (valueString, wrong) => { expect(kinds(rule, one('11450-4', { valueString }))).toEqual([wrong ? 'violation' : 'pass']); });
