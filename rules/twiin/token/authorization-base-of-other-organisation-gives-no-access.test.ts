import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset, spoiled, tokenAnswer, told } from '../../testing.ts';
import { authorizationBaseOfOtherOrganisationGivesNoAccess as rule } from './authorization-base-of-other-organisation-gives-no-access.ts';

const stimulus = spoiled('authorization-base-of-other-organisation', 'refuse-token');
test('passes a refusal', () => { expect(kinds(rule, [probe('token', { status: 403, stimulus })])).toEqual(['pass']); });
test('reports data with harm', () => {
  const trace = [probe('token', { answer: tokenAnswer(), stimulus }), probe('resource', { answer: searchset([condition()]), stimulus })];
  expect(kinds(rule, trace)).toEqual(['not-applicable', 'violation!']);
});
test('does not apply to another stimulus', () => {
  expect(kinds(rule, [probe('token', { stimulus: spoiled('authorization-base-altered') })])).toEqual(['not-applicable']);
});
test('tells what was given', () => {
  expect(told(rule, [probe('token', { answer: tokenAnswer(), stimulus })])).toEqual(['violation response access_token: a token on authorization-base-of-other-organisation']);
  expect(told(rule, [probe('resource', { answer: searchset([condition()]), stimulus })])).toEqual(['violation! response body: data on authorization-base-of-other-organisation']);
});
