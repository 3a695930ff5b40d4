import { expect, test } from 'vitest';
import { kinds, notification, probe, told } from '../../testing.ts';
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
test('tells the request line', () => {
  const at = 'violation request request line:';
  expect(told(rule, notification({}, { method: 'PUT', target: '/fhir/Task/n1' }))).toEqual([`${at} PUT …/Task/<id>`]);
  expect(told(rule, notification({}, { target: '/fhir/' }))).toEqual([`${at} POST …/`]);
  expect(told(rule, notification({}, { target: '/fhir/Task/$submit' }))).toEqual([`${at} POST …/Task`]);
  expect(told(rule, notification({}, { target: '/fhir/Flag' }))).toEqual([`${at} POST …/Flag`]);
  expect(told(rule, notification({}, { target: '/fhir/Task/n1' }))).toEqual([`${at} POST …/Task/<id>`]);
  expect(told(rule, notification({ status: 'rejected' }, { method: 'PUT', target: '/fhir/Task' }))).toEqual([`${at} PUT …/Task`]);
  expect(told(rule, notification({ status: 'rejected' }, { method: 'PUT', target: '/fhir/Task/n1?identifier=x' }))).toEqual([`${at} PUT …/Task/<id>`]);
  expect(kinds(rule, notification({ status: 'rejected' }, { target: '/fhir/Task?identifier=x' }))).toEqual(['pass']);
  expect(kinds(rule, notification({ status: 'cancelled' }))).toEqual(['not-applicable']);
});
