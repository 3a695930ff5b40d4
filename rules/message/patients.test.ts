import { expect, test } from 'vitest';
import { bsnOf, bsnsOf, bsnSystem, patientsNamedIn } from './patients.ts';

const bsn = { system: bsnSystem, value: '999990019' };
test('a BSN is told by its system', () => {
  expect(bsnSystem).toBe('http://fhir.nl/fhir/NamingSystem/bsn');
  expect([bsnOf(bsn), bsnOf({ ...bsn, system: 'x' }), bsnOf({ ...bsn, value: '' }), bsnOf({ value: '1' })]).toEqual(['999990019', null, null, null]);
  expect(bsnsOf({ identifier: [{ value: '1' }, bsn] })).toEqual(['999990019']);
});
test.each<[string, string | null]>([
  ['Patient/p1', 'p1'], ['https://x.test/fhir/Patient/p1', 'p1'], ['Patient/p1/_history/2', 'p1'], [`Patient/${'a'.repeat(64)}`, 'a'.repeat(64)],
  [`Patient/${'a'.repeat(65)}`, null], ['Patient/p1/x', null], ['MyPatient/p1', null], ['Patient/', null], ['Group/p1', null], ['Patient/p1/_history/', null],
])('%s names %s', (reference, id) => {
  expect(patientsNamedIn({ subject: { reference } })).toEqual(id === null ? [] : [{ element: 'subject', id, bsn: null }]);
});
test.each(['subject', 'patient', 'beneficiary', 'for', 'individual'])('a patient is looked for in %s', (element) => {
  expect(patientsNamedIn({ [element]: { identifier: bsn } })).toEqual([{ element, id: null, bsn: '999990019' }]);
  expect(patientsNamedIn({ [element]: [{ reference: 'Patient/p1', identifier: bsn }, {}] })).toEqual([{ element, id: 'p1', bsn: '999990019' }]);
});
test('others are no patients', () => { expect(patientsNamedIn({ performer: { reference: 'Patient/p1' }, subject: { display: 'x' }, patient: 'Patient/p1' })).toEqual([]); });
