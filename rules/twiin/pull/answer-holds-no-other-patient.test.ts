import { expect, test } from 'vitest';
import { call, condition, kinds, paths, patient, personaWith, probe, searchset, spoiled, told } from '../../testing.ts';
import { answerHoldsNoOtherPatient as rule, simulatorAnswerHoldsNoOtherPatient as simulatorRule } from './answer-holds-no-other-patient.ts';

const persona = { persona: personaWith() };
const other = '999990020';
const asked = (target: string, resources: readonly Record<string, unknown>[], settings = {}) => probe('resource', { target, answer: searchset(resources), ...settings });
test('passes data of the patient, and nothing on a question about somebody else', () => {
  expect(kinds(rule, [asked('/fhir/Patient', [patient()]), asked('/fhir/Condition', [condition()])], persona)).toEqual(['pass', 'pass']);
  expect(kinds(rule, [asked('/fhir/Patient', [], { stimulus: spoiled('read-other-patient', 'observe') }), probe('resource', { status: 403, stimulus: spoiled('read-other-patient') })], persona)).toEqual(['pass', 'pass']);
});
test('an answer without data shows nothing, half an answer neither', () => {
  for (const settings of [{ status: 403 }, { status: 500 }, { answer: searchset([]) }, { status: 401, stimulus: spoiled('no-token') }]) expect(kinds(rule, [probe('resource', settings)], persona)).toEqual(['not-applicable']);
  expect(kinds(rule, [probe('resource', { answer: '{"resourceType":"Bu', transport: { outcome: 'reset' } })], persona)).toEqual(['not-tested']);
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
test('tells what it was, and where', () => {
  const somebody = (...more: readonly Record<string, unknown>[]) => asked('/fhir/Patient', [patient(), ...more]);
  expect(told(rule, [somebody(patient(other, 'p2'))], persona)).toEqual(['violation! response Bundle.entry[1].resource.identifier: a Patient of somebody else']);
  expect(told(rule, [somebody(condition(), condition({ subject: { reference: 'Patient/p2' } }))], persona)).toEqual(['violation! response Bundle.entry[2].resource.subject: a Condition of somebody else']);
  const stray = probe('resource', { target: '/fhir/Condition', answer: searchset([], { entry: [{ resource: { resourceType: 'Medication', id: 'm' }, search: { mode: 'include' } }] }) });
  expect(told(rule, [stray], persona)).toEqual(['violation<=warning response Bundle.entry[0].resource: a Medication that nothing refers to']);
});
test('whose data cannot be told is not judged', () => {
  expect(kinds(rule, [asked('/fhir/Condition', [condition({ subject: { reference: 'Patient/p2' } })])], persona)).toEqual(['pass']);
  expect(kinds(rule, [asked('/fhir/Patient', [{ resourceType: 'Patient', id: 'p2' }])], persona)).toEqual(['pass']);
  expect(kinds(rule, [asked('/fhir/Patient', [patient()]), asked('/fhir/Patient', [patient(other, 'p2')], { status: 403 })], persona)).toEqual(['pass', 'not-applicable']);
  const bsn = (value: string) => ({ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value });
  expect(kinds(rule, [asked('/fhir/Patient', [patient()]), asked('/fhir/Condition', [condition({ subject: { reference: 'Patient/p2', identifier: bsn('999990019') } })])], persona)).toEqual(['pass', 'pass']);
  expect(kinds(rule, [asked('/fhir/Patient', [{ ...patient(), identifier: [bsn(other), bsn('999990019')] }])], persona)).toEqual(['pass']);
});
test('only an included payer of a Coverage may be somebody else', () => {
  const coverage = { resourceType: 'Coverage', id: 'v1', payor: [{ reference: 'Patient/p9' }] };
  const answer = (target: string, mode: string) => probe('resource', { target, answer: searchset([], { entry: [{ resource: coverage }, { resource: patient(other, 'p9'), search: { mode } }] }) });
  expect(kinds(rule, [answer('/fhir/Coverage', 'match')], persona)).toEqual(['violation!']);
  expect(kinds(rule, [answer('/fhir/Encounter', 'include')], persona)).toEqual(['violation!']);
});
test('a stray is an included resource with an id, in a search, without any tie to another', () => {
  const statement = (reference: string) => ({ resourceType: 'MedicationStatement', id: 's1', medicationReference: { reference } });
  const medication = { resourceType: 'Medication', id: 'm1' };
  const answer = (first: Record<string, unknown>, second: Record<string, unknown>, mode = 'include', target = '/fhir/MedicationStatement') =>
    kinds(rule, [probe('resource', { target, answer: searchset([], { entry: [{ resource: first }, { resource: second, search: { mode } }] }) })], persona)[0];
  for (const reference of ['Medication/m1', 'https://x.test/fhir/Medication/m1', 'https://x.test/fhir/Medication/m1/_history/2', 'urn:uuid:1']) expect(answer(statement(reference), medication), reference).toBe('pass');
  for (const reference of ['Medication/m11', 'XMedication/m1', 'Medication/m1/x', '#m1']) expect(answer(statement(reference), medication), reference).toBe('violation<=warning');
  expect(answer(statement('Medication/m2'), medication, 'match')).toBe('pass');
  expect(answer(statement('Medication/m2'), { resourceType: 'Medication' })).toBe('pass');
  expect(answer(statement('Medication/m2'), medication, 'include', '/fhir/MedicationStatement/s1')).toBe('pass');
  expect(answer(statement('Medication/m2'), { ...medication, self: { reference: 'Medication/m1' } })).toBe('violation<=warning');
  expect(answer(statement('Medication/m2'), { ...medication, target: { reference: 'MedicationStatement/s2' } })).toBe('violation<=warning');
  expect(answer(statement('Medication/m2'), { ...medication, target: { reference: 'MedicationStatement/s1' } })).toBe('pass');
  expect(answer({ ...statement('Medication/m2'), subject: { display: 'x' } }, { ...medication, note: {} })).toBe('violation<=warning');
});
test('looks at what the system answered, and the twin at what our simulator answers', () => {
  const answer = { answer: searchset([patient(other, 'p2')]) };
  expect(kinds(rule, [call('resource', answer), probe('workflow-task', answer), probe('resource', { ...answer, role: 'twiin-receiver' }), probe('resource', { status: null })], persona)).toEqual(['not-applicable']);
  expect(kinds(simulatorRule, [call('resource', answer)], persona)).toEqual(['violation!']);
  expect(kinds(simulatorRule, [probe('resource', answer), call('workflow-task', answer), call('resource', { ...answer, role: 'twiin-sender' })], persona)).toEqual(['not-applicable']);
  expect([rule.id, simulatorRule.id]).toEqual(['answer-holds-no-other-patient', 'simulator-answer-holds-no-other-patient']);
});
