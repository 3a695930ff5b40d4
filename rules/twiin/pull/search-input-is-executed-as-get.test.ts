import { expect, test } from 'vitest';
import { call, grant, kinds } from '../../testing.ts';
import { searchInputIsExecutedAsGet as rule } from './search-input-is-executed-as-get.ts';

const offer = { grants: [grant({ queries: ['Observation?code=http://loinc.org|1,http://loinc.org|2', 'Condition'] })] };
const asked = (target: string, method = 'GET') => call('resource', { target: `/t1/twiin/90000044/fhir/${target}`, method });
test('passes the offered query in any spelling, a subset, and an added include', () => {
  expect(kinds(rule, [asked('Observation?code=http%3A%2F%2Floinc.org%7C1,http%3A//loinc.org%7C2')], offer)).toEqual(['pass']);
  expect(kinds(rule, [asked('Observation?code=http://loinc.org%7C1&_include=Observation:specimen')], offer)).toEqual(['pass']);
  expect(kinds(rule, [asked('Condition?patient=Patient/1')], offer)).toEqual(['pass']);
});
test('reports POST and a query inside the path', () => {
  expect(kinds(rule, [asked('Condition/_search', 'POST')], offer)).toEqual(['violation']);
  expect(kinds(rule, [asked('Observation%3Fcode=x')], offer)).toEqual(['violation']);
});
test('reports dropped parameters and double encoding, not the next page', () => {
  expect(kinds(rule, [asked('Observation')], offer)).toEqual(['violation']);
  expect(kinds(rule, [asked('Observation?_count=5')], offer)).toEqual(['violation']);
  expect(kinds(rule, [asked('Observation?code=http%253A//loinc.org%257C1')], offer)).toEqual(['violation']);
  expect(kinds(rule, [asked('Observation?_getpages=abc')], offer)).toEqual(['not-applicable']);
});
test('does not apply when nothing offered was asked', () => {
  expect(kinds(rule, [asked('Flag')], offer)).toEqual(['not-applicable']);
  expect(kinds(rule, [], offer)).toEqual(['not-applicable']);
});
