import { expect, test } from 'vitest';
import { kinds, notification, paths, told, trigger } from '../../testing.ts';
import { cancellationHasStatusCancelled as rule } from './cancellation-has-status-cancelled.ts';

const facts = { caseKind: 'cancel', cancelled: true };
const put = (changes: Record<string, unknown>) => notification(changes, { method: 'PUT', target: '/fhir/Task?identifier=x' });
test('passes', () => { expect(kinds(rule, [notification(), trigger('cancel'), put({ status: 'cancelled' })], { facts })).toEqual(['pass']); });
test('reports another status or identifier', () => {
  expect(paths(rule, [notification(), trigger('cancel'), put({ status: 'rejected' })], { facts })).toEqual(['Task.status']);
  expect(paths(rule, [notification(), trigger('cancel'), put({ status: 'cancelled', identifier: [{ system: 's', value: 'n2' }] })], { facts })).toEqual(['Task.identifier']);
});
test('does not apply without cancellation', () => { expect(kinds(rule, [notification(), trigger('cancel')], { facts })).toEqual(['not-applicable']); });
test('tells what differs, of the PUT or else of what is cancelled', () => {
  const seen = (...after: readonly ReturnType<typeof notification>[]) => told(rule, [notification({}, { seq: 1 }), trigger('cancel'), ...after], { facts });
  expect(seen(put({ status: 'rejected' }))).toEqual(['violation request Task.status: rejected']);
  expect(seen(put({ status: 'cancelled', identifier: [{ system: 's', value: 'n2' }] }))).toEqual(['violation request Task.identifier: another one']);
  expect(seen(notification({ status: 'cancelled' }))).toEqual(['pass']);
  expect(seen(notification({ status: 'cancelled' }), put({ status: 'rejected' }))).toEqual(['violation request Task.status: rejected']);
  expect(seen(notification({ status: 'requested' }))).toEqual(['not-applicable']);
  expect(seen(put({ resourceType: 'Bundle' }))).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({ resourceType: 'Bundle' }), trigger('cancel'), put({ status: 'cancelled' })], { facts })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('cancel'), put({ status: 'rejected' })], { facts: { caseKind: 'renew' } })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification(), trigger('renew'), put({ status: 'rejected' })], { facts })).toEqual(['not-applicable']);
});
