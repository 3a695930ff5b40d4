import { expect, test } from 'vitest';
import { claimWith, kinds, outcomeBody, paths, probe, spoiled, told } from '../../testing.ts';
import { unknownWorkflowTaskGives404 as rule } from './unknown-workflow-task-gives-404.ts';

const answered = (status: number | null, answer?: Record<string, unknown>) => probe('workflow-task', { status, answer, stimulus: spoiled('unknown-workflow-task', 'answer-error') });
test('passes 404 with outcome', () => { expect(kinds(rule, answered(404, outcomeBody))).toEqual(['pass']); });
test('reports another status and a missing outcome', () => {
  expect(paths(rule, answered(200, { resourceType: 'Task' }))).toEqual(['status']);
  expect(paths(rule, answered(404))).toEqual(['body']);
});
test('does not apply without workflow task or token; cannot judge silence', () => {
  expect(kinds(rule, answered(401))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(403, outcomeBody))).toEqual(['not-applicable']);
  for (const status of [429, 503]) expect(kinds(rule, answered(status))).toEqual(['not-tested']);
  expect(kinds(rule, answered(404), { claim: claimWith({ workflowTask: false }) })).toEqual(['not-applicable']);
  expect(kinds(rule, answered(null))).toEqual(['not-tested']);
});
test('tells what came', () => {
  expect(told(rule, answered(400, outcomeBody))).toEqual(['violation response status: HTTP 400']);
  expect(told(rule, answered(404, { resourceType: 'Task' }))).toEqual(['violation response body: 404 without OperationOutcome']);
});
