import { expect, test } from 'vitest';
import { kinds, notification, probe } from '../../testing.ts';
import { notificationIsACreate as rule } from './notification-is-a-create.ts';

test('passes POST Task', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports a PUT and a POST elsewhere', () => {
  expect(kinds(rule, notification({}, { method: 'PUT', target: '/fhir/Task/n1' }))).toEqual(['violation']);
  expect(kinds(rule, notification({}, { target: '/fhir/' }))).toEqual(['violation']);
});
test('does not apply to a cancellation', () => {
  expect(kinds(rule, notification({ status: 'cancelled' }, { method: 'PUT' }))).toEqual(['not-applicable']);
  expect(kinds(rule, notification({ status: 'rejected' }, { method: 'PUT', target: '/fhir/Task?identifier=x' }))).toEqual(['not-applicable']);
  expect(kinds(rule, notification({}, { method: 'PUT', target: '/fhir/Task?identifier=x' }))).toEqual(['violation']);
  expect(kinds(rule, probe('notification'))).toEqual([]);
});
