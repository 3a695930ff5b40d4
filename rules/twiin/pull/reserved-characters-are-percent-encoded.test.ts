import { expect, test } from 'vitest';
import { call, claimWith, kinds } from '../../testing.ts';
import { reservedCharactersArePercentEncoded as rule } from './reserved-characters-are-percent-encoded.ts';

const asked = (query: string) => call('resource', { target: `/fhir/Observation?code=${query}` });
test('passes an encoded pipe', () => { expect(kinds(rule, asked('http://loinc.org%7C1'))).toEqual(['pass']); });
test('warns for a raw pipe', () => { expect(kinds(rule, asked('http://loinc.org|1'))).toEqual(['violation<=warning']); });
test('does not apply without such characters, or before 1.4', () => {
  expect(kinds(rule, asked('abc:def/ghi'))).toEqual(['not-applicable']);
  expect(kinds(rule, asked('a|b'), { claim: claimWith({}, { twiin: '1.3' }) })).toEqual(['not-applicable']);
});
