import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset, spoiled } from '../../testing.ts';
import { accessEndsWithThePeriod as rule } from './access-ends-with-the-period.ts';

const stimulus = spoiled('authorization-base-period-ended');
test('passes a refusal', () => { expect(kinds(rule, [probe('token', { status: 400, stimulus })])).toEqual(['pass']); });
test('reports data with harm', () => { expect(kinds(rule, [probe('resource', { answer: searchset([condition()]), stimulus })])).toEqual(['violation!']); });
test('does not apply when not tried', () => { expect(kinds(rule, [])).toEqual(['not-applicable']); });
