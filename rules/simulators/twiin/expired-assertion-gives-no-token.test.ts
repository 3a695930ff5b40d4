import { expect, test } from 'vitest';
import { jwt, kinds, probe, tokenCall, tokenForm } from '../../testing.ts';
import { simulatorExpiredAssertionGivesNoToken as rule } from './expired-assertion-gives-no-token.ts';

const asked = (exp: number, settings = {}) => tokenCall(tokenForm({ client_assertion: jwt({ alg: 'ES512' }, { exp }) }), { startedAt: 2_000_000, ...settings });
test('passes a refusal', () => { expect(kinds(rule, asked(1000, { status: 400, answer: { error: 'invalid_client' } }))).toEqual(['pass']); });
test('reports a token', () => { expect(kinds(rule, asked(1000))).toEqual(['violation']); });
test('does not apply to assertions that still hold', () => {
  expect(kinds(rule, asked(2010))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('token'))).toEqual([]);
});
