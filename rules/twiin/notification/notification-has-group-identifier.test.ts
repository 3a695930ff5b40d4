import { expect, test } from 'vitest';
import { kinds, notification, probe } from '../../testing.ts';
import { notificationHasGroupIdentifier as rule } from './notification-has-group-identifier.ts';

test('passes when present', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports absence and half ones', () => {
  expect(kinds(rule, notification({ groupIdentifier: undefined }))).toEqual(['violation']);
  expect(kinds(rule, notification({ groupIdentifier: { value: 'x' } }))).toEqual(['violation']);
});
test('does not look at what is no Task of the system', () => {
  expect(kinds(rule, notification({ resourceType: 'Bundle' }))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('notification'))).toEqual([]);
});
