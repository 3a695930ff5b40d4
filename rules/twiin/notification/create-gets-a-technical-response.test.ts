import { expect, test } from 'vitest';
import { kinds, probe, spoiled, told } from '../../testing.ts';
import { createGetsATechnicalResponse as rule } from './create-gets-a-technical-response.ts';

const answered = (status: number | null, settings = {}) => probe('notification', { method: 'POST', status, ...settings });
test('passes 201', () => { expect(kinds(rule, answered(201))).toEqual(['pass']); });
test('reports silence and a crash, warns for 202', () => {
  expect(kinds(rule, answered(null, { transport: { outcome: 'reset' } }))).toEqual(['violation']);
  expect(kinds(rule, answered(500))).toEqual(['violation']);
  expect(kinds(rule, answered(202))).toEqual(['violation<=warning']);
});
test('a time of ours and a gateway are no fail; what began to answer has answered', () => {
  for (const status of [502, 503, 504]) expect(kinds(rule, answered(status))).toEqual(['violation<=warning']);
  for (const outcome of ['reset', 'timeout'] as const) expect(kinds(rule, answered(201, { transport: { outcome } }))).toEqual(['pass']);
});
test('does not judge a refusal, an unreachable system or an invalid stimulus', () => {
  expect(kinds(rule, answered(403))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(null, { transport: { outcome: 'unreachable' } }))).toEqual(['not-tested']);
  expect(kinds(rule, answered(201, { stimulus: spoiled('no-token') }))).toEqual([]);
});
test('tells how it ended', () => {
  const at = (limit: string) => `violation${limit} response status:`;
  expect(told(rule, answered(null))).toEqual([`${at('<=warning')} no answer: timeout`]);
  expect(told(rule, answered(null, { transport: { outcome: 'timeout', detail: 'no answer within 15000 ms' } }))).toEqual([`${at('<=warning')} no answer: no answer within 15000 ms`]);
  expect(told(rule, answered(null, { transport: { outcome: 'reset' } }))).toEqual([`${at('')} no answer: reset`]);
  expect(told(rule, answered(202))).toEqual([`${at('<=warning')} HTTP 202`]);
  expect(told(rule, answered(302))).toEqual([`${at('')} HTTP 302`]);
  expect(kinds(rule, answered(200))).toEqual(['pass']);
  expect(kinds(rule, answered(null, { transport: { outcome: 'refused' } }))).toEqual(['not-tested']);
});
