import { expect, test } from 'vitest';
import { kinds, probe, spoiled, tokenAnswer, told } from '../../testing.ts';
import { invalidAssertionIsRefusedWithOauthError as rule } from './invalid-assertion-is-refused-with-oauth-error.ts';

const answered = (status: number | null, answer?: Record<string, unknown> | string) => probe('token', { status, answer, stimulus: spoiled('grant-assertion-forged', 'refuse-token') });
test('passes an OAuth error', () => { expect(kinds(rule, answered(400, { error: 'invalid_grant' }))).toEqual(['pass']); });
test('reports a token with harm, and a refusal in another form mildly', () => {
  expect(kinds(rule, answered(200, tokenAnswer()))).toEqual(['violation!']);
  expect(kinds(rule, answered(401, 'nee'))).toEqual(['violation<=warning']);
  expect(kinds(rule, answered(500))).toEqual(['violation<=warning']);
  expect(kinds(rule, answered(200, {}))).toEqual(['violation<=warning']);
});
test('cannot judge silence; does not look at valid requests', () => {
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, probe('token'))).toEqual([]);
});
test('tells where and on what', () => {
  const name = 'grant-assertion-forged';
  expect(told(rule, answered(200, tokenAnswer()))).toEqual([`violation! response access_token: a token on ${name}`]);
  expect(told(rule, answered(401, 'nee'))).toEqual(['violation<=warning response status: HTTP 401 without an OAuth error']);
  expect(told(rule, answered(500))).toEqual([`violation<=warning response status: HTTP 500 on ${name}`]);
  expect(told(rule, answered(500, { error: 'server_error' }))).toEqual([`violation<=warning response status: HTTP 500 on ${name}`]);
});
