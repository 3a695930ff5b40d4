import { expect, test } from 'vitest';
import { kinds, notification, paths, trigger } from '../../testing.ts';
import { cancellationHasStatusCancelled as rule } from './cancellation-has-status-cancelled.ts';

const facts = { caseKind: 'cancel', cancelled: true };
const put = (changes: Record<string, unknown>) => notification(changes, { method: 'PUT', target: '/fhir/Task?identifier=x' });
test('passes', () => { expect(kinds(rule, [notification(), trigger('cancel'), put({ status: 'cancelled' })], { facts })).toEqual(['pass']); });
test('reports another status or identifier', () => {
  expect(paths(rule, [notification(), trigger('cancel'), put({ status: 'rejected' })], { facts })).toEqual(['Task.status']);
  expect(paths(rule, [notification(), trigger('cancel'), put({ status: 'cancelled', identifier: [{ system: 's', value: 'n2' }] })], { facts })).toEqual(['Task.identifier']);
});
test('does not apply without cancellation', () => { expect(kinds(rule, [notification(), trigger('cancel')], { facts })).toEqual(['not-applicable']); });
