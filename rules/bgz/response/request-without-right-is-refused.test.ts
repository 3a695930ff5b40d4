import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset, spoiled } from '../../testing.ts';
import { requestWithoutRightIsRefused as rule } from './request-without-right-is-refused.ts';

const answered = (status: number | null, answer = searchset([condition()])) => probe('resource', { status, answer, stimulus: spoiled('token-forged') });
test('passes 401 and 403', () => { expect(kinds(rule, answered(401))).toEqual(['pass']); expect(kinds(rule, answered(403))).toEqual(['pass']); });
test('reports a success with harm', () => { expect(kinds(rule, answered(200))).toEqual(['violation!']); expect(kinds(rule, answered(200, searchset([])))).toEqual(['violation']); });
test('cannot judge silence; does not look at valid requests', () => {
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
  expect(kinds(rule, probe('resource'))).toEqual([]);
});
