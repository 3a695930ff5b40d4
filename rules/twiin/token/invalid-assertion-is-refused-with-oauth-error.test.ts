import { expect, test } from 'vitest';
import { kinds, probe, spoiled, tokenAnswer } from '../../testing.ts';
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
