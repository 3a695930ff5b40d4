import { expect, test } from 'vitest';
import { call, kinds, told } from '../../testing.ts';
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
test('tells the request line', () => {
  const at = 'violation request request line:';
  expect(told(rule, asked('GET', '/fhir/Task?_id=wf-1'))).toEqual([`${at} GET …/Task`]);
  expect(told(rule, asked('POST', '/fhir/Task/_search'))).toEqual([`${at} POST …/Task/_search`]);
  expect(told(rule, asked('GET', '/fhir/'))).toEqual([`${at} GET …/`]);
  expect(told(rule, asked('GET', '/fhir/Flag/1'))).toEqual([`${at} GET …/Flag`]);
  expect(told(rule, asked('DELETE', '/fhir/Task/1'))).toEqual([`${at} DELETE …/Task`]);
  expect(kinds(rule, asked('PATCH', '/fhir/Task/1'))).toEqual(['not-applicable']);
});
