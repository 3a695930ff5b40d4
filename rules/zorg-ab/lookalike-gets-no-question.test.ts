import { expect, test } from 'vitest';
import { call, connection, kinds, notification, trigger } from '../testing.ts';
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
