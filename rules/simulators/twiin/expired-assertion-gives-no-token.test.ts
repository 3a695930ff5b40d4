import { expect, test } from 'vitest';
import { jwt, kinds, probe, tokenCall, tokenForm, told } from '../../testing.ts';
import { simulatorExpiredAssertionGivesNoToken as rule } from './expired-assertion-gives-no-token.ts';

const asked = (exp: number, settings = {}) => tokenCall(tokenForm({ client_assertion: jwt({ alg: 'ES512' }, { exp }) }), { startedAt: 2_000_000, ...settings });
test('passes a refusal', () => { expect(kinds(rule, asked(1000, { status: 400, answer: { error: 'invalid_client' } }))).toEqual(['pass']); });
test('reports a token', () => { expect(kinds(rule, asked(1000))).toEqual(['violation']); });
test('does not apply to assertions that still hold', () => {
  expect(kinds(rule, asked(2010))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('token'))).toEqual([]);
});
test('tells which one; a minute of difference between clocks is allowed', () => {
  const both = (one: unknown, other: unknown, settings = {}) => tokenCall(tokenForm({ client_assertion: jwt({}, { exp: one }), assertion: jwt({}, { exp: other }) }), { startedAt: 2_000_000, ...settings });
  const at = 'violation response access_token: a token on an expired';
  expect(told(rule, both(1939, 2000))).toEqual([`${at} client_assertion`]);
  expect(told(rule, both(2000, 1939))).toEqual([`${at} assertion`]);
  expect(told(rule, both(1, 1))).toEqual([`${at} client_assertion and assertion`]);
  expect(told(rule, both(1940, '1'))).toEqual(['not-applicable']);
  expect(told(rule, tokenCall(tokenForm({ client_assertion: 'x.y', assertion: undefined }), { startedAt: 2_000_000 }))).toEqual(['not-applicable']);
  expect(kinds(rule, both(1, 1, { status: null }))).toEqual([]);
});
