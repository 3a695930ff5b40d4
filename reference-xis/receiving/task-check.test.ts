import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../messages.ts';
import { businessProblem, isBsn, patientOf, structureProblem } from './task-check.ts';

const ura = (value: string): JsonObject => ({ identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value } });
const good: JsonObject = {
  resourceType: 'Task', status: 'requested', intent: 'proposal', identifier: [{ system: 'urn:ietf:rfc:3986', value: 'urn:uuid:1' }], groupIdentifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:2' },
  code: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskCode', code: 'pull-notification' }] }, for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' } },
  requester: { agent: {}, onBehalfOf: ura('90000044') }, owner: ura('90000011'),
};
const business = (change: JsonObject, status: 'requested' | 'any' = 'requested') => businessProblem({ ...good, ...change }, status, (owner) => owner === '90000011')?.why;

describe('structureProblem', () => {
  it('accepts an STU3 Task', () => { expect(structureProblem(good)).toBeUndefined(); });
  it.each<[string, JsonObject]>([
    ['another type', { resourceType: 'Patient' }], ['R4 requester', { requester: { reference: 'Organization/1' } }], ['requester without agent', { requester: { onBehalfOf: ura('90000044') } }],
    ['R4 element', { instantiatesUri: 'http://example.org' }], ['status', { status: 'gevraagd' }], ['intent', { intent: undefined }], ['identifier', { identifier: 'urn:uuid:1' }], ['input', { input: [{ valueString: 'Condition' }] }],
  ])('refuses %s', (_what, change) => { expect(structureProblem({ ...good, ...change })).toBeDefined(); });
});

describe('businessProblem', () => {
  it('accepts a notification, also with CodeSystem or without patient', () => {
    expect(business({})).toBeUndefined();
    expect(business({ code: { coding: [{ system: 'http://fhir.nl/fhir/CodeSystem/TaskCode', code: 'pull-notification' }] }, for: undefined })).toBeUndefined();
    expect(business({ status: 'cancelled' }, 'any')).toBeUndefined();
  });
  it.each<[string, JsonObject]>([
    ['owner', { owner: ura('90000055') }], ['owner', { owner: undefined }], ['status', { status: 'accepted' }], ['status', { status: 'cancelled' }], ['intent', { intent: 'order' }], ['code', { code: {} }],
    ['onBehalfOf', { requester: { agent: {} } }], ['identifier', { identifier: [] }], ['groupIdentifier', { groupIdentifier: undefined }],
    ['BSN', { for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999940003' } } }],
  ])('names %s', (word, change) => { expect(business(change)).toContain(word); });
});

it('knows the eleven-test', () => {
  expect(['999990019', '999990160', '012345672', '999940003', '000000000', '99999001'].map(isBsn)).toEqual([true, true, true, false, false, false]);
});
it('takes the patient from a BSN only', () => {
  expect(patientOf({ for: { identifier: { system: 'urn:oid:2.999', value: '999990019' } } })).toBeNull();
});
