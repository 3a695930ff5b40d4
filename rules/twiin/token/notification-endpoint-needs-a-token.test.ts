import { expect, test } from 'vitest';
import { kinds, probe, spoiled, told } from '../../testing.ts';
import { notificationEndpointNeedsAToken as rule } from './notification-endpoint-needs-a-token.ts';

const answered = (status: number | null) => probe('notification', { status, stimulus: spoiled('no-token', 'refuse-message') });
test('passes a refusal', () => { expect(kinds(rule, answered(401))).toEqual(['pass']); expect(kinds(rule, answered(403))).toEqual(['pass']); });
test('reports what was stored with harm, a crash mildly', () => {
  expect(kinds(rule, answered(201))).toEqual(['violation!']);
  expect(kinds(rule, answered(500))).toEqual(['violation<=warning']);
});
test('cannot judge silence; looks at this stimulus only', () => {
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, probe('notification'))).toEqual([]);
});
test('no endpoint there, or no time, is no refusal', () => {
  for (const status of [404, 405, 410, 429, 501, 503]) expect(kinds(rule, answered(status))).toEqual(['not-tested']);
});
test('tells where; no challenge is asked', () => {
  expect(told(rule, answered(201))).toEqual(['violation! response status: HTTP 201 on no-token']);
  expect(told(rule, answered(500))).toEqual(['violation<=warning response status: HTTP 500 on no-token']);
});
