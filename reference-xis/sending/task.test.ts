import { describe, expect, it } from 'vitest';
import { behaviourOf } from '../behaviour.ts';
import { notificationTask, workflowTask } from './task.ts';
import type { TaskFacts } from './task.ts';

const facts: TaskFacts = {
  organisation: { ura: '90000011', name: 'Testziekenhuis Noord', systemOid: '2.999.10.1' }, identifier: 'urn:uuid:1', groupIdentifier: 'urn:uuid:2', base: 'abc', bsn: '999990160', patientName: 'P. Toets',
  receiverUra: '90000022', authoredOn: Date.UTC(2026, 10, 25, 9), periodEnd: Date.UTC(2026, 11, 9), content: 'both', queries: [{ system: 'http://loinc.org', code: '11450-4', query: 'Condition' }], resources: [],
  workflowTaskId: 'wf', fhirBase: 'https://noord.example/fhir',
};
const good = behaviourOf([], []);
const notified = (defect: string) => notificationTask(facts, behaviourOf([], [defect]));

describe('a seeded defect changes one thing in the notification', () => {
  it.each<[string, string, unknown]>([
    ['notify-illegal-date', 'authoredOn', '25-11-2026'],
    ['notify-unknown-element', 'priorityText', 'spoed'],
    ['patient-bsn-oid', 'for', { identifier: { system: 'urn:oid:2.16.840.1.113883.2.4.6.3', value: '999990160' } }],
    ['patient-bsn-misspelt-system', 'for', { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/BSN', value: '999990160' } }],
    ['patient-bsn-with-dots', 'for', { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '9999.90.160' } }],
    ['notify-on-behalf-by-agb', 'requester', {
      agent: { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:oid:2.999.10.1' } },
      onBehalfOf: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/agb-z', value: '20000010' }, display: 'Testziekenhuis Noord' },
    }],
  ])('%s', (defect, member, value) => {
    expect(notified(defect)).toEqual({ ...notificationTask(facts, good), [member]: value });
  });
});

it('writes the workflow task as in R4 when told so', () => {
  const { requester, reasonCode, ...others } = workflowTask(facts, 'Patient/p', behaviourOf([], ['workflow-task-r4']));
  const { requester: rightRequester, ...rightOthers } = workflowTask(facts, 'Patient/p', good);
  expect(rightRequester).toHaveProperty('agent');
  expect(requester).toEqual({ reference: 'Organization/zorgaanbieder', display: 'Testziekenhuis Noord' });
  expect(reasonCode).toEqual({ text: 'Verwijzing' });
  expect(others).toEqual(rightOthers);
});
