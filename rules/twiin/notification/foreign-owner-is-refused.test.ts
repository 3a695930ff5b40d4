import { expect, test } from 'vitest';
import { kinds, probe, spoiled, told } from '../../testing.ts';
import { foreignOwnerIsRefused as rule } from './foreign-owner-is-refused.ts';

const answered = (status: number | null) => probe('notification', { status, stimulus: spoiled('owner-not-served', 'refuse-message') });
test('passes a refusal', () => { for (const status of [400, 403, 404, 422]) expect(kinds(rule, answered(status))).toEqual(['pass']); });
test('reports acceptance', () => { expect(kinds(rule, answered(201))).toEqual(['violation']); });
test('cannot judge silence; looks at this stimulus only', () => {
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, probe('notification'))).toEqual([]);
});
test('tells the answer', () => {
  expect(told(rule, answered(500))).toEqual(['violation response status: HTTP 500']);
});
