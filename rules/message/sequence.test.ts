import { expect, test } from 'vitest';
import { call, notification, trigger } from '../testing.ts';
import { sequenceOf } from './sequence.ts';

const ids = (found: ReturnType<typeof sequenceOf>) => (found === null ? null : [found.trigger.id, found.first.id, ...found.after.map((one) => one.id)]);
test('the first create, and what came after it, with the last trigger that was taken on', () => {
  const [first, second, third] = [notification({}, { id: 'n1' }), notification({}, { id: 'n2', method: 'PUT' }), notification({}, { id: 'n3' })];
  const trace = [first, trigger('cancel', { id: 't1' }), trigger('cancel', { id: 't2' }), trigger('cancel', { id: 't3', outcome: 'cannot' }), trigger('renew', { id: 't4' }), second, third];
  expect(ids(sequenceOf(trace, 'cancel', '90000022'))).toEqual(['t2', 'n1', 'n2', 'n3']);
  expect(ids(sequenceOf(trace, 'cancel', null))).toEqual(['t2', 'n1', 'n2', 'n3']);
  expect(sequenceOf(trace, 'send', null)).toBeNull();
  expect(sequenceOf(trace, 'cancel', '90000055')).toBeNull();
});
test('what was refused for its token, withheld, only read, not sent by the system, or an update, is no first one', () => {
  const no = [
    notification({}, { status: 401 }), notification({}, { withheld: { place: 'body', reason: 'r', keyedHash: 'h' } }), notification({}, { method: 'GET' }), notification({}, { method: 'PUT' }),
    notification({}, { role: 'twiin-receiver' }), call('resource', { method: 'POST', role: 'twiin-sender' }),
  ];
  expect(sequenceOf([...no, trigger('cancel')], 'cancel', null)).toBeNull();
  expect(ids(sequenceOf([...no, notification({}, { id: 'n1', status: null }), trigger('cancel', { id: 't1' })], 'cancel', null))).toEqual(['t1', 'n1']);
  expect(sequenceOf([trigger('cancel', { outcome: 'cannot' }), notification()], 'cancel', null)).toBeNull();
});
