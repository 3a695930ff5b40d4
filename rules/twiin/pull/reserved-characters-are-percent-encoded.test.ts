import { expect, test } from 'vitest';
import { call, claimWith, kinds, told } from '../../testing.ts';
import { reservedCharactersArePercentEncoded as rule } from './reserved-characters-are-percent-encoded.ts';

const asked = (query: string) => call('resource', { target: `/fhir/Observation?code=${query}` });
test('passes an encoded pipe', () => { expect(kinds(rule, asked('http://loinc.org%7C1'))).toEqual(['pass']); });
test('warns for a raw pipe', () => { expect(kinds(rule, asked('http://loinc.org|1'))).toEqual(['violation<=warning']); });
test('does not apply without such characters, or before 1.4', () => {
  expect(kinds(rule, asked('abc:def/ghi'))).toEqual(['not-applicable']);
  expect(kinds(rule, asked('a|b'), { claim: claimWith({}, { twiin: '1.3' }) })).toEqual(['not-applicable']);
});
test('tells it, in the query only', () => {
  expect(told(rule, asked('a|b'))).toEqual(['violation<=warning request query: a raw pipe in the request target']);
  expect(kinds(rule, asked('a%7cb?c|d'))).toEqual(['violation<=warning']);
  expect(kinds(rule, asked('a%7cb'))).toEqual(['pass']);
  expect(kinds(rule, call('resource', { target: '/fhir/a|b' }))).toEqual(['not-applicable']);
});
test.each<[string, boolean]>([['0.9', false], ['1', true], ['1.3', false], ['1.4', true], ['1.10', true], ['2.0', true], ['0.5', false]])('release %s has the rule: %s', (twiin, has) => {
  expect(kinds(rule, asked('a|b'), { claim: claimWith({}, { twiin }) })).toEqual([has ? 'violation<=warning' : 'not-applicable']);
});
