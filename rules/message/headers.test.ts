import { expect, test } from 'vitest';
import { accepted, bearerOf, mediaType } from './headers.ts';

test('the media type is told without parameters, in lower case', () => {
  expect(mediaType({ 'content-type': 'Application/FHIR+JSON ; charset=utf-8' })).toBe('application/fhir+json');
  expect(mediaType({})).toBe('');
});
test.each<[string | undefined, string | null]>([
  ['Bearer tok-1', 'tok-1'], ['bearer  tok-1 ', 'tok-1'], ['  BEARER tok-1', 'tok-1'], ['Bearer', null], ['Bearer ', null], ['Bearertok-1', null], ['Bearer a b', null], ['x Bearer a', null], ['Basic eHg6eXk=', null], ['', null], [undefined, null],
])('bearer of %o', (authorization, token) => { expect(bearerOf(authorization === undefined ? {} : { authorization })).toBe(token); });
test('accepted types are a list, without parameters and empty parts', () => {
  expect(accepted({ accept: 'Application/fhir+json;q=0.9, */* ,,' })).toEqual(['application/fhir+json', '*/*']);
  expect(accepted({})).toEqual([]);
});
