import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset, spoiled, told } from '../../testing.ts';
import { accessEndsWithThePeriod as rule } from './access-ends-with-the-period.ts';

const stimulus = spoiled('authorization-base-period-ended');
test('passes a refusal', () => { expect(kinds(rule, [probe('token', { status: 400, stimulus })])).toEqual(['pass']); });
test('reports data with harm', () => { expect(kinds(rule, [probe('resource', { answer: searchset([condition()]), stimulus })])).toEqual(['violation!']); });
test('does not apply when not tried', () => { expect(kinds(rule, [])).toEqual(['not-applicable']); });
test('tells what was given', () => {
  expect(told(rule, [probe('resource', { answer: searchset([condition()]), stimulus })])).toEqual(['violation! response body: data on authorization-base-period-ended']);
});
