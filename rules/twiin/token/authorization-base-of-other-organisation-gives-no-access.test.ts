import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset, spoiled, tokenAnswer } from '../../testing.ts';
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
