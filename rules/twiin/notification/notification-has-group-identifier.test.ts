import { expect, test } from 'vitest';
import { kinds, notification, probe, told } from '../../testing.ts';
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
test('tells what stands there', () => {
  expect(told(rule, notification({ groupIdentifier: undefined }))).toEqual(['violation request Task.groupIdentifier: absent']);
  expect(told(rule, notification({ groupIdentifier: { system: 's' } }))).toEqual(['violation request Task.groupIdentifier: {"system":"s"}']);
});
