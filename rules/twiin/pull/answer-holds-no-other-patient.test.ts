import { expect, test } from 'vitest';
import { condition, kinds, patient, paths, personaWith, probe, searchset, spoiled } from '../../testing.ts';
import { answerHoldsNoOtherPatient as rule } from './answer-holds-no-other-patient.ts';

const persona = { persona: personaWith() };
const other = '999990020';
const asked = (target: string, resources: readonly Record<string, unknown>[], settings = {}) => probe('resource', { target, answer: searchset(resources), ...settings });
test('passes data of the patient, empty answers and refusals', () => {
  expect(kinds(rule, [asked('/fhir/Patient', [patient()]), asked('/fhir/Condition', [condition()])], persona)).toEqual(['pass', 'pass']);
  expect(kinds(rule, [asked('/fhir/Patient', [], { stimulus: spoiled('read-other-patient', 'observe') }), probe('resource', { status: 403 })], persona)).toEqual(['pass', 'pass']);
});
test('reports another patient by BSN, by reference and by logical reference', () => {
  expect(paths(rule, [asked('/fhir/Patient', [patient(), patient(other, 'p2')])], persona)).toEqual(['Bundle.entry[1].resource.identifier']);
  expect(kinds(rule, [asked('/fhir/Patient', [patient()]), asked('/fhir/Condition', [condition({ subject: { reference: 'Patient/p2' } })])], persona)).toEqual(['pass', 'violation!']);
  const logical = { subject: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: other } } };
  expect(kinds(rule, [asked('/fhir/Condition', [condition(logical)])], persona)).toEqual(['violation!']);
});
test('warns for an included resource that nothing refers to, not for a referred one or a Provenance', () => {
  const statement = { resourceType: 'MedicationStatement', id: 's1', medicationReference: { reference: 'Medication/m1' } };
  const included = (resource: Record<string, unknown>) => ({ resource, search: { mode: 'include' } });
  const answer = (...more: unknown[]) => probe('resource', { target: '/fhir/MedicationStatement', answer: searchset([], { entry: [{ resource: statement }, ...more] }) });
  const provenance = { resourceType: 'Provenance', id: 'v', target: [{ reference: 'MedicationStatement/s1' }] };
  expect(kinds(rule, [answer(included({ resourceType: 'Medication', id: 'm1' }), included(provenance))], persona)).toEqual(['pass']);
  expect(kinds(rule, [answer(included({ resourceType: 'Medication', id: 'm2' }))], persona)).toEqual(['violation<=warning']);
});
test('lets somebody else pay, and does not apply without a patient', () => {
  const payer = searchset([{ resourceType: 'Coverage', id: 'v1' }, patient(other, 'p9')], { entry: [{ resource: { resourceType: 'Coverage', id: 'v1', payor: [{ reference: 'Patient/p9' }] } }, { resource: patient(other, 'p9'), search: { mode: 'include' } }] });
  expect(kinds(rule, [probe('resource', { target: '/fhir/Coverage', answer: payer })], persona)).toEqual(['pass']);
  expect(kinds(rule, [asked('/fhir/Patient', [patient()])])).toEqual(['not-applicable']);
});
