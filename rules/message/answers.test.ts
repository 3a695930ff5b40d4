import { expect, test } from 'vitest';
import { condition, outcomeBody, probe, searchset } from '../testing.ts';
import type { Json } from './body.ts';
import { dataIn, givesData, isOperationOutcome, linkOf, matchesIn, oauthError, resourcesOf, saysNotFound, tokenGiven } from './answers.ts';

const answered = (answer: unknown, status: number | null = 200) => probe('resource', { status, answer: answer as Json });
test('a token is given only by a success that holds it', () => {
  expect(tokenGiven(answered({ access_token: 't' }))).toBe('t');
  for (const given of [answered({ access_token: 't' }, 400), answered({ access_token: '' }), answered({}), answered('x'), answered({ access_token: 't' }, null)]) expect(tokenGiven(given)).toBeNull();
  expect(oauthError(answered({ error: 'invalid_grant' }, 400))).toBe('invalid_grant');
  expect(oauthError(answered('nee', 400))).toBeNull();
});
test('resources are told with their path, entries without one and bodies without a type left out', () => {
  const bundle = { resourceType: 'Bundle', entry: [null, {}, { resource: { resourceType: 'A' } }, { resource: { resourceType: 'B' }, search: { mode: 'include' } }, { resource: { resourceType: 'C' }, search: { mode: 'match' } }] };
  expect(resourcesOf(answered(bundle))).toEqual([
    { resource: { resourceType: 'A' }, path: 'Bundle.entry[2].resource', included: false },
    { resource: { resourceType: 'B' }, path: 'Bundle.entry[3].resource', included: true },
    { resource: { resourceType: 'C' }, path: 'Bundle.entry[4].resource', included: false },
  ]);
  expect(resourcesOf(answered(condition()))).toEqual([{ resource: condition(), path: 'Condition', included: false }]);
  for (const body of [{}, 'x', { resourceType: 7 }, { resourceType: 'Bundle' }, { resourceType: 'Bundle', entry: {} }]) expect(resourcesOf(answered(body))).toEqual([]);
});
test('data are given by a success with resources, or with what cannot be read', () => {
  for (const body of [condition(), searchset([condition()]), '<html/>', 'tekst']) expect(givesData(answered(body)), JSON.stringify(body)).toBe(true);
  for (const body of [undefined, outcomeBody, searchset([]), searchset([outcomeBody]), {}]) expect(givesData(answered(body)), JSON.stringify(body)).toBe(false);
  expect(givesData(answered(condition(), 403))).toBe(false);
  expect(givesData(answered(condition(), null))).toBe(false);
  expect(dataIn(answered(condition(), 403))).toEqual([]);
  expect(dataIn(answered(searchset([condition(), outcomeBody]))).map((one) => one.path)).toEqual(['Bundle.entry[0].resource']);
});
test('an OperationOutcome has an issue with severity and code', () => {
  expect(isOperationOutcome({ resourceType: 'OperationOutcome', issue: [{}, { severity: 'error', code: 'x' }] })).toBe(true);
  for (const body of [
    null, {}, { ...outcomeBody, resourceType: 'Bundle' }, { resourceType: 'OperationOutcome' }, { ...outcomeBody, issue: [] }, { ...outcomeBody, issue: [{ severity: 'error' }] },
    { ...outcomeBody, issue: [{ code: 'x' }] }, { ...outcomeBody, issue: [{ severity: 'error' }, { code: 'x' }] }, { ...outcomeBody, issue: [{ severity: '', code: 'x' }] },
  ] as (Json | null)[]) expect(isOperationOutcome(body), JSON.stringify(body)).toBe(false);
});
test('nothing found, in the wrong words, is a 404 that does not speak of an unsupported type', () => {
  expect(saysNotFound(answered(outcomeBody, 404))).toBe(true);
  expect(saysNotFound(answered(undefined, 404))).toBe(true);
  expect(saysNotFound(answered({ issue: [{ code: 'x' }, { code: 'not-supported' }] }, 404))).toBe(false);
  expect(saysNotFound(answered(outcomeBody, 400))).toBe(false);
  expect(saysNotFound(answered(outcomeBody, null))).toBe(false);
});
test('matches are counted without includes and outcomes', () => {
  const entry = (mode: string | undefined, resourceType = 'A') => ({ resource: { resourceType }, ...(mode !== undefined && { search: { mode } }) });
  expect(matchesIn({ entry: [entry('match'), entry(undefined), entry('include'), entry('outcome'), entry('match', 'OperationOutcome'), {}] })).toBe(3);
  expect(matchesIn({})).toBe(0);
});
test('a link is found by its relation', () => {
  const bundle = { link: [{ relation: 'self', url: 'a' }, { relation: 'next', url: 'b' }, { relation: 'empty', url: '' }] };
  expect(['self', 'next', 'empty', 'last'].map((one) => linkOf(bundle, one))).toEqual(['a', 'b', null, null]);
  expect(linkOf({}, 'self')).toBeNull();
});
