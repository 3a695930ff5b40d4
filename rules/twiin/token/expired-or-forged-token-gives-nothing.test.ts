import { expect, test } from 'vitest';
import type { StimulusName } from '../../../model/stimulus.ts';
import { condition, kinds, probe, searchset, spoiled, told } from '../../testing.ts';
import { expiredOrForgedTokenGivesNothing as rule } from './expired-or-forged-token-gives-nothing.ts';

const data = searchset([condition()]);
const answered = (status: number | null, answerHeaders = {}, name: StimulusName = 'token-forged', answer = data) => probe('resource', { status, answer, answerHeaders, stimulus: spoiled(name) });
/** Asked with a token of theirs that ended at this moment. */
const expired = (expiresAt: number | null, startedAt: number, settings = {}) => kinds(rule, probe('resource', { startedAt, answer: data, stimulus: spoiled('token-expired'), ...settings }), {
  grants: [{ kind: 'token', by: 'sut', value: 'tok-1', organisation: '90000022', purpose: 'pull', patientBsn: null, authorizationBase: null, issuedAt: 0, expiresAt, caseId: 'c' }],
});
test('passes a refusal with a challenge', () => { expect(kinds(rule, answered(401, { 'www-authenticate': 'Bearer' }))).toEqual(['pass']); });
test('reports data with harm, a refusal without challenge mildly', () => {
  expect(kinds(rule, answered(200))).toEqual(['violation!']);
  expect(kinds(rule, answered(401))).toEqual(['violation<=warning']);
});
test('cannot judge silence; leaves a missing token to another rule', () => {
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, probe('resource', { stimulus: spoiled('no-token') }))).toEqual([]);
});
test('tells where and on what', () => {
  expect(told(rule, answered(200))).toEqual(['violation! response status: HTTP 200 on token-forged']);
  expect(told(rule, answered(302))).toEqual(['violation<=warning response status: HTTP 302 on token-forged']);
  expect(told(rule, answered(403))).toEqual(['violation<=warning response header www-authenticate: HTTP 403 without it']);
});
test('a token that ended minutes ago may still be taken, for clocks differ; long ago it may not', () => {
  expect(expired(100_000, 101_500)).toEqual(['violation<=warning']);
  expect(expired(100_000, 399_999)).toEqual(['violation<=warning']);
  expect(expired(100_000, 400_000)).toEqual(['violation!']);
  expect(expired(null, 400_000)).toEqual(['violation<=warning']);
  expect(expired(100_000, 400_000, { headers: { authorization: 'Bearer other' } })).toEqual(['violation<=warning']);
  expect(expired(100_000, 101_500, { status: 401, answerHeaders: { 'www-authenticate': 'Bearer' } })).toEqual(['pass']);
  expect(expired(100_000, 400_000, { answer: searchset([]) })).toEqual(['violation']);
});
test('what a token for something else opens is an inferred rule: data warn, with their harm; nothing given passes', () => {
  expect(kinds(rule, answered(200, {}, 'token-other-purpose'))).toEqual(['violation<=warning!']);
  expect(kinds(rule, answered(200, {}, 'token-other-purpose', searchset([])))).toEqual(['pass']);
  expect(kinds(rule, answered(200, {}, 'token-forged', searchset([])))).toEqual(['violation']);
});
test('a stored message is harm without any body', () => {
  expect(kinds(rule, probe('notification', { status: 201, role: 'twiin-receiver', stimulus: spoiled('token-forged', 'refuse-message') }))).toEqual(['violation!']);
});
