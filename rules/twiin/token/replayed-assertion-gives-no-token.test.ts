import { expect, test } from 'vitest';
import { kinds, probe, spoiled, tokenAnswer, told } from '../../testing.ts';
import { replayedAssertionGivesNoToken as rule } from './replayed-assertion-gives-no-token.ts';

const answered = (status: number | null, answer?: Record<string, unknown>) => probe('token', { status, answer, stimulus: spoiled('client-assertion-replayed', 'refuse-token') });
test('passes a refusal', () => { expect(kinds(rule, answered(400, { error: 'invalid_client' }))).toEqual(['pass']); });
test('reports a token without harm', () => { expect(kinds(rule, answered(200, tokenAnswer()))).toEqual(['violation']); });
test('cannot judge silence; does not look at valid requests', () => {
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, probe('token'))).toEqual([]);
});
test('tells where; a success without a token is no token', () => {
  expect(told(rule, answered(200, tokenAnswer()))).toEqual(['violation response access_token: a token on client-assertion-replayed']);
  expect(kinds(rule, answered(200, {}))).toEqual(['pass']);
  expect(told(rule, answered(503))).toEqual(['violation<=warning response status: HTTP 503 on client-assertion-replayed']);
});
