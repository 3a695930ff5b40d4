import { expect, test } from 'vitest';
import { kinds, notification, probe } from '../../testing.ts';
import { notificationCodeIsPullNotification as rule } from './notification-code-is-pull-notification.ts';

const coded = (system: string, code = 'pull-notification') => notification({ code: { coding: [{ system, code }] } });
test('passes the code', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports another code, warns for the CodeSystem variant', () => {
  expect(kinds(rule, coded('http://fhir.nl/fhir/NamingSystem/TaskCode', 'fulfill'))).toEqual(['violation']);
  expect(kinds(rule, coded('http://elders.test'))).toEqual(['violation']);
  expect(kinds(rule, coded('http://fhir.nl/fhir/CodeSystem/TaskCode'))).toEqual(['violation<=warning']);
});
test('does not look at our own messages', () => { expect(kinds(rule, probe('notification'))).toEqual([]); });
