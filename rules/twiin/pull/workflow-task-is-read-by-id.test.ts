import { expect, test } from 'vitest';
import { call, kinds } from '../../testing.ts';
import { workflowTaskIsReadById as rule } from './workflow-task-is-read-by-id.ts';

const asked = (method: string, target: string) => call('workflow-task', { method, target });
test('passes a read', () => { expect(kinds(rule, asked('GET', '/t1/twiin/90000044/fhir/Task/wf-1'))).toEqual(['pass']); });
test('reports a search', () => {
  expect(kinds(rule, asked('GET', '/fhir/Task?_id=wf-1'))).toEqual(['violation']);
  expect(kinds(rule, asked('POST', '/fhir/Task/_search'))).toEqual(['violation']);
});
test('does not apply to an update', () => {
  expect(kinds(rule, asked('PUT', '/fhir/Task/wf-1'))).toEqual(['not-applicable']);
  expect(kinds(rule, call('resource'))).toEqual([]);
});
