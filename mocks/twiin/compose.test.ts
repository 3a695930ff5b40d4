import { expect, test } from 'vitest';
import { organisationByKey } from '../../fixtures/organisations.ts';
import { queryLists } from '../../fixtures/query-lists.ts';
import { memoryStore } from '../kernel/memory-store.ts';
import { composeNotification, storeNotification, type ComposeOptions, type Composed } from './compose.ts';

const compose = (changes: Partial<ComposeOptions> = {}): Composed => {
  let number = 0;
  return composeNotification({
    uuid: () => `0000000${(number += 1)}-0000-4000-8000-000000000000`, now: Date.UTC(2026, 2, 2), sender: organisationByKey('west'), receiver: { ura: '90000011', name: 'Testziekenhuis Noord' },
    patientBsn: '999990019', queries: queryLists['bgz-1'].slice(0, 2), resources: ['DocumentReference/a'], mode: 'inline-inputs', authorizationBase: true, patientOnTask: true, baseUrl: 'https://x.test', caseId: 'c', ...changes,
  });
};
const codes = (task: Composed['task']): string[] => task.input.map((one: any) => one.type.coding[0].code);

test('the elements of the note are there', () => {
  const { task, workflowTask } = compose();
  expect(task).toMatchObject({
    resourceType: 'Task', status: 'requested', intent: 'proposal', code: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskCode', code: 'pull-notification' }] },
    for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' } },
    requester: { agent: { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:oid:2.999.10.4' } }, onBehalfOf: { identifier: { value: '90000044' } } },
    owner: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '90000011' } },
  });
  expect(codes(task)).toEqual(['authorization-base', '79191-3', '48768-6', 'read-resource']);
  expect(task.input.at(-1).valueReference.reference).toBe('DocumentReference/a');
  expect(workflowTask).toBeNull();
});
test('modes differ in where the queries stand', () => {
  const workflow = compose({ mode: 'workflow-task' });
  expect(codes(workflow.task)).toEqual(['authorization-base', 'get-workflow-task']);
  expect(workflow.workflowTask!.input).toHaveLength(3);
  expect(workflow.task.basedOn[0].reference).toBe(`Task/${workflow.workflowTask!.id}`);
  expect(workflow.grant.queries).toHaveLength(2);
  const both = compose({ mode: 'both' });
  expect([both.task.input.length, both.workflowTask!.input.length]).toEqual([5, 3]);
});
test('the base and the patient may be left out', () => {
  const { task, grant } = compose({ authorizationBase: false, patientOnTask: false });
  expect([grant.authorizationBase, task.for, codes(task)[0]]).toEqual([null, undefined, '79191-3']);
});
test('a renewal has a new identifier in the same group; a cancel has the same identifier and another status', () => {
  const first = compose();
  const renewed = compose({ renews: first, uuid: () => '99999999-0000-4000-8000-000000000000' });
  expect(renewed.task.groupIdentifier).toEqual(first.task.groupIdentifier);
  expect(renewed.task.identifier).not.toEqual(first.task.identifier);
  const cancelled = compose({ cancels: first });
  expect(cancelled.task).toEqual({ ...first.task, status: 'cancelled' });
  expect(cancelled.grant.cancelledAt).toBe(Date.UTC(2026, 2, 2));
});
test('what is granted stands where the sending node looks', () => {
  const store = memoryStore();
  const composed = compose({ mode: 'both' });
  storeNotification(store, composed);
  expect(store.get('grants', composed.grant.identifier)).toEqual(composed.grant);
  expect(store.get('workflow-tasks', composed.workflowTask!.id)).toEqual(composed.workflowTask);
});
