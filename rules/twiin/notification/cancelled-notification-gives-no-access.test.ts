import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset, spoiled, told } from '../../testing.ts';
import { cancelledNotificationGivesNoAccess as rule } from './cancelled-notification-gives-no-access.ts';

const stimulus = spoiled('authorization-base-cancelled');
test('passes a refusal, also with an old token', () => {
  expect(kinds(rule, [probe('token', { status: 400, stimulus }), probe('resource', { status: 401, stimulus })])).toEqual(['pass', 'pass']);
});
test('reports data with harm', () => { expect(kinds(rule, [probe('resource', { answer: searchset([condition()]), stimulus })])).toEqual(['violation!']); });
test('does not apply when not tried', () => { expect(kinds(rule, [])).toEqual(['not-applicable']); });
test('tells what was given', () => {
  expect(told(rule, [probe('workflow-task', { answer: condition(), stimulus })])).toEqual(['violation! response body: data on authorization-base-cancelled']);
});
