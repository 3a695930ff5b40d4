import { expect, test } from 'vitest';
import { kinds, notification, trigger } from '../../testing.ts';
import { changedDataGiveANewNotification as rule } from './changed-data-give-a-new-notification.ts';

const facts = { caseKind: 'renew', dataChanged: true };
test('passes a second create', () => {
  expect(kinds(rule, [notification(), trigger('renew'), notification({ identifier: [{ system: 's', value: 'n2' }] })], { facts })).toEqual(['pass']);
});
test('reports a PUT, and silence', () => {
  expect(kinds(rule, [notification(), trigger('renew'), notification({}, { method: 'PUT' })], { facts })).toEqual(['violation']);
  expect(kinds(rule, [notification(), trigger('renew')], { facts })).toEqual(['violation']);
});
test('does not apply when nothing changed', () => {
  expect(kinds(rule, [notification(), trigger('renew', { outcome: 'cannot' })], { facts })).toEqual(['not-applicable']);
  expect(kinds(rule, [notification()])).toEqual(['not-applicable']);
});
