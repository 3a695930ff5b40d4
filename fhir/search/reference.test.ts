import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { base, finding } from './testing.ts';

const about = (id: string, subject: object): FhirResource => ({ resourceType: 'Observation', id, subject: subject as FhirResource });
const resources: FhirResource[] = [
  { resourceType: 'Patient', id: '1' }, { resourceType: 'Patient', id: 'only' }, { resourceType: 'Group', id: '1' },
  about('relative', { reference: 'Patient/1' }), about('absolute', { reference: `${base}/Patient/1` }), about('versioned', { reference: 'Patient/1/_history/3' }), about('group', { reference: 'Group/1' }),
  about('elsewhere', { reference: 'https://other.example/fhir/Patient/1' }), about('urn', { reference: 'urn:uuid:9d6b4a4e-0000-4000-8000-000000000001' }), about('logical', { identifier: { system: 'bsn', value: '123' } }),
  about('only', { reference: 'Patient/only' }), about('contained', { reference: '#1' }), about('words', { display: 'somebody' }),
];
const here = 'relative,absolute,versioned';
const stu3 = finding('stu3', resources);
test.each([
  ['subject=Patient/1', here], [`subject=${base}/Patient/1`, here], ['subject:Patient=1', here], ['patient=1', here], ['subject:Group=1', 'group'], ['subject=Group/1', 'group'], ['subject=1', '400 multiple-matches'], ['subject=only', 'only'], ['subject=nobody', ''],
  ['subject=https://other.example/fhir/Patient/1', 'elsewhere'], ['subject=urn:uuid:9d6b4a4e-0000-4000-8000-000000000001', 'urn'], ['subject=Patient/1,Patient/only', `${here},only`], ['subject:Patient=Group/1', ''], ['patient=Group/1', ''],
  ['subject=%231', '400 invalid'], ['subject=', '400 invalid'], ['subject:Colour=1', '400 not-supported'],
])('%s finds %s', (query, expected) => { expect(stu3(`Observation?${query}`)).toBe(expected); });
test('a logical reference is found by :identifier in R4, which STU3 does not have', () => {
  expect(finding('r4', resources)('Observation?subject:identifier=bsn|123')).toBe('logical');
  expect(finding('r4', resources)('Observation?subject:identifier=bsn|124')).toBe('');
  expect(finding('stu3', resources)('Observation?subject:identifier=bsn|123')).toBe('400 not-supported');
});
