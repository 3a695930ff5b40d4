import { expect, test } from 'vitest';
import { claimWith, kinds, probe, spoiled, task } from '../../testing.ts';
import { workflowTaskWithoutTokenGives401 as rule } from './workflow-task-without-token-gives-401.ts';

const answered = (status: number | null, answer?: Record<string, unknown>) => probe('workflow-task', { status, answer, stimulus: spoiled('no-token') });
test('passes 401', () => { expect(kinds(rule, answered(401))).toEqual(['pass']); });
test('reports a success with harm and another refusal mildly', () => {
  expect(kinds(rule, answered(200, task()))).toEqual(['violation!']);
  expect(kinds(rule, answered(202))).toEqual(['violation']);
  for (const status of [403, 404]) expect(kinds(rule, answered(status))).toEqual(['violation<=warning']);
  for (const status of [429, 503]) expect(kinds(rule, answered(status))).toEqual(['not-tested']);
});
test('does not apply without workflow task', () => {
  expect(kinds(rule, answered(404), { claim: claimWith({ workflowTask: false }) })).toEqual(['not-applicable']);
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
});
