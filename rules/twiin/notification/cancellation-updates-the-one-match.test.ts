import { expect, test } from 'vitest';
import { call, kinds, probe, spoiled, task, told } from '../../testing.ts';
import { cancellationUpdatesTheOneMatch as rule } from './cancellation-updates-the-one-match.ts';

const post = () => probe('notification', { method: 'POST', status: 201, body: task() });
const put = (status: number | null, settings = {}) => probe('notification', { method: 'PUT', status, body: task({ status: 'cancelled' }), ...settings });
test('passes 200 for one match and 412 for several', () => {
  expect(kinds(rule, [post(), put(200)])).toEqual(['pass']);
  expect(kinds(rule, [post(), post(), put(412)], { facts: { duplicatesForced: true } })).toEqual(['pass']);
});
test('reports a second create, a refusal, and an ambiguous update', () => {
  expect(kinds(rule, [post(), put(201)])).toEqual(['violation']);
  expect(kinds(rule, [post(), put(405)])).toEqual(['violation']);
  expect(kinds(rule, [post(), post(), put(200)], { facts: { duplicatesForced: true } })).toEqual(['violation']);
});
test('does not apply with no match, unforced duplicates or no cancellation; remarks on a crash', () => {
  const unknown = { stimulus: spoiled('cancel-unknown-notification', 'observe') };
  for (const status of [200, 201, 404]) expect(kinds(rule, [put(status, unknown)])).toEqual(['not-applicable']);
  expect(kinds(rule, [put(500, unknown)])).toEqual(['violation<=remark']);
  expect(kinds(rule, [post(), post(), put(200)])).toEqual(['not-applicable']);
  expect(kinds(rule, [post()])).toEqual(['not-applicable']);
  expect(kinds(rule, [post(), put(null)])).toEqual(['not-tested']);
});
test('a token that is used up, a busy server and a gateway say nothing of the update, 202 little', () => {
  for (const status of [401, 403, 429, 503]) expect(kinds(rule, [post(), put(status)])).toEqual(['not-applicable']);
  for (const status of [202, 502, 504]) expect(kinds(rule, [post(), put(status)])).toEqual(['violation<=warning']);
});
test('tells the answer, and judges by what was accepted before with this identifier', () => {
  const forced = { facts: { duplicatesForced: true } };
  const at = 'violation response status:';
  expect(told(rule, [post(), put(201)])).toEqual([`${at} HTTP 201`]);
  expect(told(rule, [post(), post(), put(200)], forced)).toEqual([`${at} HTTP 200`]);
  expect(told(rule, [put(500)])).toEqual(['violation<=remark response status: HTTP 500']);
  expect(kinds(rule, [put(499)])).toEqual(['not-applicable']);
  expect(kinds(rule, [post(), put(204)])).toEqual(['pass']);
  expect(kinds(rule, [post(), put(412)])).toEqual(['violation']);
  expect(kinds(rule, [post(), put(405, { stimulus: spoiled('cancel-unknown-notification', 'observe') })])).toEqual(['not-applicable']);
  const none = [
    probe('notification', { method: 'POST', status: 400, body: task() }), probe('notification', { method: 'POST', status: 201, body: task({ identifier: [{ system: 's', value: 'other' }] }) }),
    probe('notification', { method: 'POST', status: 201, body: 'x' }), probe('notification', { method: 'PUT', status: 200, body: task() }),
  ];
  expect(kinds(rule, [...none, put(405)])).toEqual(['not-applicable', 'not-applicable']);
  expect(kinds(rule, [put(405), post()])).toEqual(['not-applicable']);
  expect(kinds(rule, [post(), ...none.slice(0, 3), put(200)])).toEqual(['pass']);
  expect(kinds(rule, [post(), put(201, { body: 'x' })])).toEqual(['not-applicable']);
  expect(kinds(rule, [call('notification', { method: 'PUT' }), probe('token', { method: 'PUT' })])).toEqual(['not-applicable']);
});
