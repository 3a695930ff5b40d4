import { expect, test } from 'vitest';
import { call, grant, kinds, probe, told } from '../../testing.ts';
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
test('tells the form that was wrong', () => {
  const seen = (target: string, method = 'GET') => told(rule, [asked(target, method)], offer)[0]?.replace('violation request request line: ', '');
  expect(seen('Condition/_search', 'POST')).toBe('POST');
  expect(seen('Observation%3fcode=x')).toBe('GET /t1/twiin/90000044/fhir/Observation%3fcode=x');
  expect(seen('https://x.test/Condition')).toBe('GET /t1/twiin/90000044/fhir/https://x.test/Condition');
  expect(seen('http:%2F%2Fx.test/Condition')).toBe('GET /t1/twiin/90000044/fhir/http:%2F%2Fx.test/Condition');
  expect(seen(`${'x'.repeat(80)}%3F`)).toBe(`GET ${'x'.repeat(77)}%3F`);
  expect(seen('Condition?a=http://x.test')).toBe('pass');
  expect(seen('Observation?code=a%257Cb')).toBe('parameters that are encoded twice');
  expect(seen('Observation')).toBe('GET Observation without the parameters of the offer');
});
test.each<[readonly string[], string, string]>([
  [['Flag?code=100%25'], 'Flag?code=100%25', 'pass'], [['Flag?code=a%25b'], 'Flag?code=a%257C', 'not-applicable'],
  [['Observation?code=a', 'Observation'], 'Observation', 'pass'], [['Observation?code=a', 'Observation/o1'], 'Observation', 'violation'], [['Observation?patient=1'], 'Observation', 'pass'],
  [['Observation?code=a'], 'Observation?patient=1&_include=x&_revinclude=x&_sort=x&_format=x&_count=1', 'violation'], [['Observation?code=a'], 'Observation/o1', 'not-applicable'],
  [['Observation?_count=1'], 'Observation', 'pass'], [['Observation/$lastn?code=a'], 'Observation?code=a', 'not-applicable'], [['Observation/$lastn?code=a'], 'Observation/$lastn?code=a', 'pass'],
  [['Observation?code=a,b&status=s'], 'Observation?code=b&status=s', 'pass'], [['Observation?code=a,b&status=s'], 'Observation?code=b', 'not-applicable'], [['Observation?code=a,b'], 'Observation?code=a,c', 'not-applicable'],
  [['Observation?code=a'], 'Observation?category=a', 'not-applicable'], [['Flag/f1'], 'Flag/f1', 'pass'], [['Flag/f1'], 'Flag/f2', 'not-applicable'], [['Flag'], 'Condition?code=a', 'not-applicable'],
])('of %j, %s is a %s', (queries, target, kind) => { expect(kinds(rule, [asked(target)], { grants: [grant({ queries })] })).toEqual([kind]); });
test('only our offers and calls of the receiver count', () => {
  expect(kinds(rule, [asked('Condition')], { grants: [grant({ by: 'sut', queries: ['Condition'] })] })).toEqual(['not-applicable']);
  const target = '/fhir/Condition';
  expect(kinds(rule, [probe('resource', { target }), call('workflow-task', { target }), call('resource', { target, role: 'twiin-sender' })], offer)).toEqual(['not-applicable']);
});
