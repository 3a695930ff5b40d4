import { expect, test } from 'vitest';
import { kinds, probe, spoiled, task } from '../../testing.ts';
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
