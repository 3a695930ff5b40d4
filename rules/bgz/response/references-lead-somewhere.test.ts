import { expect, test } from 'vitest';
import { actuals, condition, kinds, outcomeBody, patient, paths, probe, searchset } from '../../testing.ts';
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
