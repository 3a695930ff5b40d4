import { expect, test } from 'vitest';
import { kinds, probe, spoiled, tokenAnswer, told } from '../../testing.ts';
import { unsignedOrForeignAssertionGivesNoToken as rule } from './unsigned-or-foreign-assertion-gives-no-token.ts';

const answered = (status: number | null, answer?: Record<string, unknown> | string) => probe('token', { status, answer, stimulus: spoiled('client-assertion-alg-none', 'refuse-token') });
test('passes every refusal', () => {
  expect(kinds(rule, answered(401, { error: 'invalid_client' }))).toEqual(['pass']);
  expect(kinds(rule, answered(400, 'nee'))).toEqual(['pass']);
});
test('reports a token with harm and a crash mildly', () => {
  expect(kinds(rule, answered(200, tokenAnswer()))).toEqual(['violation!']);
  expect(kinds(rule, answered(500))).toEqual(['violation<=warning']);
});
test('cannot judge silence; leaves an expired assertion to another rule', () => {
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, probe('token', { stimulus: spoiled('client-assertion-expired') }))).toEqual([]);
});
test('tells where; a success without a token is no token', () => {
  expect(told(rule, answered(200, tokenAnswer()))).toEqual(['violation! response access_token: a token on client-assertion-alg-none']);
  expect(told(rule, answered(500))).toEqual(['violation<=warning response status: HTTP 500 on client-assertion-alg-none']);
  expect(kinds(rule, answered(200, {}))).toEqual(['pass']);
});
