import { expect, test } from 'vitest';
import { kinds, notification, probe, told } from '../../testing.ts';
import { notificationCodeIsPullNotification as rule } from './notification-code-is-pull-notification.ts';

const coded = (system: string, code = 'pull-notification') => notification({ code: { coding: [{ system, code }] } });
test('passes the code', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports another code, warns for the CodeSystem variant', () => {
  expect(kinds(rule, coded('http://fhir.nl/fhir/NamingSystem/TaskCode', 'fulfill'))).toEqual(['violation']);
  expect(kinds(rule, coded('http://elders.test'))).toEqual(['violation']);
  expect(kinds(rule, coded('http://fhir.nl/fhir/CodeSystem/TaskCode'))).toEqual(['violation<=warning']);
});
test('does not look at our own messages', () => { expect(kinds(rule, probe('notification'))).toEqual([]); });
test('tells the system that was used, or what stands there', () => {
  const at = (limit: string) => `violation${limit} request Task.code.coding:`;
  expect(told(rule, coded('http://elders.test'))).toEqual([`${at('')} http://elders.test`]);
  expect(told(rule, coded('http://fhir.nl/fhir/CodeSystem/TaskCode'))).toEqual([`${at('<=warning')} http://fhir.nl/fhir/CodeSystem/TaskCode`]);
  expect(told(rule, notification({ code: undefined }))).toEqual([`${at('')} absent`]);
  expect(told(rule, notification({ code: { text: 'x' } }))).toEqual([`${at('')} {"text":"x"}`]);
  const coding = [{ system: 'http://fhir.nl/fhir/CodeSystem/TaskCode', code: 'pull-notification' }, { system: 'http://fhir.nl/fhir/NamingSystem/TaskCode', code: 'pull-notification' }];
  expect(kinds(rule, notification({ code: { coding } }))).toEqual(['pass']);
});
