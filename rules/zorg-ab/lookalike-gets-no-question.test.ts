import { expect, test } from 'vitest';
import { call, connection, kinds, notification, tokenCall, told, trigger } from '../testing.ts';
import { lookalikeGetsNoQuestion as rule } from './lookalike-gets-no-question.ts';

const shown = { facts: { caseKind: 'directory', lookalike: true } };
const asked = () => call('directory', { role: 'zorgab-client', simulator: 'zorg-ab-lookalike' });
test('passes a connection that was broken off', () => { expect(kinds(rule, [trigger('send'), connection('peer-alert:unknown_ca')], shown)).toEqual(['pass']); });
test('reports a question, with harm when messages followed', () => {
  expect(kinds(rule, [asked()], shown)).toEqual(['violation']);
  expect(kinds(rule, [asked(), notification()], shown)).toEqual(['violation!']);
});
test('does not apply without the false address book or without contact', () => {
  expect(kinds(rule, [connection('x')])).toEqual(['not-applicable']);
  expect(kinds(rule, [trigger('send')], shown)).toEqual(['not-applicable']);
});
test('tells how many questions came; harm is a message of the system afterwards', () => {
  const at = (limit: string) => `violation${limit} tls server certificate:`;
  expect(told(rule, [asked(), asked()], shown)).toEqual([`${at('')} 2 questions`]);
  expect(told(rule, [asked(), tokenCall()], shown)).toEqual([`${at('!')} 1 questions`]);
  expect(kinds(rule, [notification(), asked()], shown)).toEqual(['violation']);
  expect(kinds(rule, [asked(), call('resource'), call('directory', { role: 'zorgab-client', simulator: 'zorg-ab' })], shown)).toEqual(['violation']);
  expect(kinds(rule, [asked()], { facts: { caseKind: 'directory', lookalike: false } })).toEqual(['not-applicable']);
});
test('half a request is no refusal; a question at the true address book is none here', () => {
  expect(kinds(rule, [connection('request-broken-off')], shown)).toEqual(['not-applicable']);
  expect(kinds(rule, [connection('request-broken-off'), connection('peer-alert:unknown_ca')], shown)).toEqual(['pass']);
  expect(kinds(rule, [call('directory', { role: 'zorgab-client', simulator: 'zorg-ab' }), { ...asked(), side: 'probe' as const }], shown)).toEqual(['not-applicable']);
});
