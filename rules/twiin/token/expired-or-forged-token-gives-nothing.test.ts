import { expect, test } from 'vitest';
import { kinds, probe, spoiled, told } from '../../testing.ts';
import { expiredOrForgedTokenGivesNothing as rule } from './expired-or-forged-token-gives-nothing.ts';

const answered = (status: number | null, answerHeaders = {}) => probe('resource', { status, answerHeaders, stimulus: spoiled('token-expired') });
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
  expect(told(rule, answered(200))).toEqual(['violation! response status: HTTP 200 on token-expired']);
  expect(told(rule, answered(302))).toEqual(['violation<=warning response status: HTTP 302 on token-expired']);
  expect(told(rule, answered(403))).toEqual(['violation<=warning response header www-authenticate: HTTP 403 without it']);
});
