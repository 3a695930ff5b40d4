import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset, spoiled, tokenAnswer } from '../../testing.ts';
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
test('does not apply when not tried; silence is not tested', () => {
  expect(kinds(rule, [probe('token')])).toEqual(['not-applicable']);
  expect(kinds(rule, [token(null)])).toEqual(['not-tested']);
});
