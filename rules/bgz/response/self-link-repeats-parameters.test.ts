import { expect, test } from 'vitest';
import { kinds, probe, searchset, told } from '../../testing.ts';
import { selfLinkRepeatsParameters as rule } from './self-link-repeats-parameters.ts';

const answered = (query: string, self: string | null) =>
  probe('resource', { target: `/fhir/Observation${query}`, answer: searchset([], { link: self === null ? [] : [{ relation: 'self', url: `https://x.test/fhir/Observation${self}` }] }) });
test('passes the same parameters in any spelling and order', () => {
  expect(kinds(rule, answered('?code=l%7C1,l%7C2&_include=a', '?_include=a&code=l|2,l|1&patient=p'))).toEqual(['pass']);
});
test('reports a missing or different parameter', () => {
  expect(kinds(rule, answered('?code=l%7C1', ''))).toEqual(['violation']);
  expect(kinds(rule, answered('?code=l%7C1', '?code=1'))).toEqual(['violation']);
});
test('does not apply without parameters or self link, nor to those of a page', () => {
  expect(kinds(rule, answered('', ''))).toEqual(['not-applicable']);
  expect(kinds(rule, answered('?code=x', null))).toEqual(['not-applicable']);
  expect(kinds(rule, answered('?_getpages=abc', ''))).toEqual(['not-applicable']);
});
test('tells which are missing', () => {
  expect(told(rule, answered('?code=1&status=a&_format=json', '?code=2'))).toEqual(['violation response Bundle.link[self].url: missing or different: code, status']);
  expect(kinds(rule, answered('?code=1,2', '?code=1'))).toEqual(['violation']);
  expect(kinds(rule, answered('?code=1', '?status=1'))).toEqual(['violation']);
});
test.each<[string, string]>([['_format', 'not-applicable'], ['page', 'not-applicable'], ['_page', 'not-applicable'], ['getpage', 'not-applicable'], ['_getpages', 'not-applicable'], ['searchCursor', 'not-applicable'], ['_offset', 'not-applicable'], ['ct-token', 'not-applicable'], ['stateId', 'not-applicable'], ['code', 'violation'], ['a-page', 'violation'], ['_formats', 'violation']])(
  'parameter %s that is not repeated: %s', (name, kind) => { expect(kinds(rule, answered(`?${name}=x`, ''))).toEqual([kind]); },
);
