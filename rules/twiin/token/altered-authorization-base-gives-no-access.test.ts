import { expect, test } from 'vitest';
import { call, condition, kinds, probe, searchset, spoiled, tokenAnswer, told } from '../../testing.ts';
import { alteredAuthorizationBaseGivesNoAccess as rule } from './altered-authorization-base-gives-no-access.ts';

const stimulus = spoiled('authorization-base-altered', 'refuse-token');
const token = (status: number | null, answer?: Record<string, unknown>) => probe('token', { status, answer, stimulus });
const data = (status: number, answer: Record<string, unknown>) => probe('resource', { status, answer, stimulus });
test('passes a refusal, and a token that opens nothing', () => {
  expect(kinds(rule, [token(400, { error: 'invalid_grant' })])).toEqual(['pass']);
  expect(kinds(rule, [token(200, tokenAnswer()), data(403, {})])).toEqual(['pass', 'pass']);
});
test('reports a token, and data with harm', () => {
  expect(kinds(rule, [token(200, tokenAnswer())])).toEqual(['violation']);
  expect(kinds(rule, [token(200, tokenAnswer()), data(200, searchset([condition()]))])).toEqual(['not-applicable', 'violation!']);
});
test('a base for another patient is a violation, whose harm is judged elsewhere', () => {
  const other = spoiled('authorization-base-other-patient', 'refuse-token');
  const trace = [probe('token', { answer: tokenAnswer(), stimulus: other }), probe('resource', { answer: searchset([condition()]), stimulus: other })];
  expect(kinds(rule, trace)).toEqual(['not-applicable', 'violation']);
  expect(kinds(rule, [probe('token', { status: 400, stimulus: other })])).toEqual(['pass']);
});
test('a token that came whole was given, also when the connection broke after it', () => {
  expect(kinds(rule, [probe('token', { answer: tokenAnswer(), stimulus, transport: { outcome: 'reset' } })])).toEqual(['violation']);
});
test('does not apply when not tried; silence is not tested', () => {
  expect(kinds(rule, [probe('token')])).toEqual(['not-applicable']);
  expect(kinds(rule, [token(null)])).toEqual(['not-tested']);
});
test('a token counts as tried only by a later answered call with that same token', () => {
  const other = { headers: { authorization: 'Bearer tok-2' } };
  const found = ['violation response access_token: a token on authorization-base-altered'];
  const given = () => token(200, tokenAnswer());
  expect(told(rule, [given(), probe('resource', { status: 403, stimulus, ...other })])[0]).toBe(found[0]);
  expect(told(rule, [given(), probe('resource', { status: null, stimulus })])).toEqual([...found, 'not-tested']);
  expect(told(rule, [probe('resource', { status: 403, stimulus, seq: 1 }), given()])).toEqual(['pass', ...found]);
  expect(told(rule, [given(), token(200, tokenAnswer({ access_token: 'tok-2' })), data(403, {})])).toEqual(['pass', 'violation response access_token: a token on authorization-base-altered', 'pass']);
  expect(told(rule, [given(), data(403, {}), data(200, searchset([condition()]))])).toEqual(['not-applicable', 'pass', 'violation! response body: data on authorization-base-altered']);
});
test('data that were not asked of the system, or by it, are not looked at; the workflow task is', () => {
  expect(kinds(rule, [call('resource', { stimulus }), probe('notification', { stimulus }), probe('resource', { role: 'twiin-receiver', stimulus })])).toEqual(['not-applicable']);
  expect(told(rule, [probe('workflow-task', { answer: condition(), stimulus })])).toEqual(['violation! response body: data on authorization-base-altered']);
  expect(kinds(rule, [data(200, searchset([]))])).toEqual(['pass']);
});
