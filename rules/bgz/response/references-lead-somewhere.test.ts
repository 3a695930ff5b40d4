import { expect, test } from 'vitest';
import { actuals, call, claimWith, condition, kinds, outcomeBody, paths, patient, probe, searchset, told } from '../../testing.ts';
import { referencesLeadSomewhere as rule } from './references-lead-somewhere.ts';

const answered = (...resources: object[]) => probe('resource', { target: '/fhir/Condition', answer: searchset(resources as never) });
const read = (reference: string, resource: unknown, status = 200) => probe('resource', { target: `/fhir/${reference}`, answer: resource as never, status });
const asserted = (reference: string) => condition({ subject: { reference: 'Patient/p1', display: 'x' }, asserter: { reference, display: 'y' } });
const practitioner = (id: string) => ({ resourceType: 'Practitioner', id });

test('passes what was given with the answers or by a read', () => {
  expect(kinds(rule, [answered(asserted('Practitioner/a'), patient()), read('Practitioner/a', practitioner('a'))])).toEqual(['pass']);
});
test('reports a reference to nothing, where others can be read', () => {
  const trace = [answered(asserted('Practitioner/b')), read('Patient/p1', patient()), read('Practitioner/b', outcomeBody, 404)];
  expect(paths(rule, trace)).toEqual(['Bundle.entry[0].resource.asserter.reference']);
  expect(actuals(rule, trace)).toEqual(['Practitioner/b: HTTP 404']);
});
test('a system that opens no reference at all is not told from one that refuses', () => {
  expect(kinds(rule, [answered(asserted('Practitioner/b'), patient()), read('Practitioner/b', outcomeBody, 404)])).toEqual(['pass']);
  expect(kinds(rule, [answered(asserted('Practitioner/b')), read('Practitioner/b', outcomeBody, 404)])).toEqual(['not-applicable']);
  expect(kinds(rule, [answered(asserted('Practitioner/b')), read('Patient/p1', patient()), read('Practitioner/b', outcomeBody, 403)])).toEqual(['pass']);
});
test('does not apply without references to the source', () => {
  expect(kinds(rule, [answered(condition({ subject: { reference: 'https://other.test/fhir/Patient/1' }, asserter: { reference: '#a' } }))])).toEqual(['not-applicable']);
  expect(kinds(rule, [answered({ resourceType: 'Provenance', id: 'v', target: [{ reference: 'Condition/c1' }] })])).toEqual(['not-applicable']);
});
test('tells which reference leads nowhere, at most ten', () => {
  const gone = (count: number) => [answered(...Array.from({ length: count }, (_, index) => asserted(`Practitioner/b${index}`))), read('Patient/p1', patient()), ...Array.from({ length: count }, (_, index) => read(`Practitioner/b${index}`, outcomeBody, 410))];
  expect(told(rule, gone(1))).toEqual(['violation response Bundle.entry[0].resource.asserter.reference: Practitioner/b0: HTTP 410']);
  expect(told(rule, gone(11))).toHaveLength(10);
});
test('a reference is to the source when it is relative or under its base, with or without a version', () => {
  const claim = claimWith();
  const at = (resourceBase: string) => ({ claim: { ...claim, ixit: { ...claim.ixit, endpoints: { resourceBase } } } });
  const trace = (reference: string) => [answered(asserted(reference)), read('Patient/p1', patient()), read('Practitioner/b', outcomeBody, 404)];
  for (const base of ['https://x.test/fhir', 'https://x.test/fhir/']) expect(kinds(rule, trace('https://x.test/fhir/Practitioner/b'), at(base)), base).toEqual(['violation']);
  expect(kinds(rule, trace('Practitioner/b/_history/2'))).toEqual(['violation']);
  for (const reference of ['https://y.test/fhir/Practitioner/b', '/Practitioner/b', 'Practitioner/b/x', 'practitioner/b', 'Practitioner/b/_history/']) expect(kinds(rule, trace(reference), at('https://x.test/fhir')), reference).toEqual(['pass']);
});
test('only our own valid reads count', () => {
  const target = '/fhir/Practitioner/b';
  const none = [call('resource', { target, status: 404, role: 'twiin-sender' }), probe('resource', { target, status: 404, method: 'POST' }), probe('resource', { target, status: null }), probe('resource', { target, status: 404, role: 'twiin-receiver' }), probe('workflow-task', { target, status: 404 })];
  expect(kinds(rule, [answered(asserted('Practitioner/b')), read('Patient/p1', patient()), ...none])).toEqual(['pass']);
});
