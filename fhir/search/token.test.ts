import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { finding } from './testing.ts';

const concept = (...codings: Record<string, string>[]) => ({ coding: codings });
const resources: FhirResource[] = [
  { resourceType: 'Condition', id: 'a', code: { coding: [{ system: 's', code: 'X', display: 'Astma bronchiale' }], text: 'Ástma' }, clinicalStatus: 'active' },
  { resourceType: 'Condition', id: 'b', code: concept({ code: 'X' }), clinicalStatus: 'resolved' },
  { resourceType: 'Condition', id: 'c', code: concept({ system: 't', code: 'x' }, { system: 's', code: 'y,z' }) },
  { resourceType: 'Condition', id: 'd' },
  { resourceType: 'Patient', id: 'p', active: true, gender: 'female', identifier: [{ system: 'bsn', value: '123', type: concept({ system: 'types', code: 'NI' }) }, { system: 'empty' }], telecom: [{ system: 'phone', value: '06-1' }] },
];
const stu3 = finding('stu3', resources);
test.each([
  ['Condition?code=X', 'a,b,c'], ['Condition?code=s|X', 'a'], ['Condition?code=|X', 'b'], ['Condition?code=s|', 'a,c'], ['Condition?code=s|y\\,z', 'c'], ['Condition?code=s|y,z', ''],
  ['Condition?code=t|X,s|X', 'a,c'], ['Condition?code=X&code=y\\,z', 'c'], ['Condition?code:not=X', 'd'], ['Condition?code:not=s|X', 'b,c,d'], ['Condition?code:missing=true', 'd'], ['Condition?code:missing=false', 'a,b,c'],
  ['Condition?code:text=astma', 'a'], ['Condition?code:text=bronchiale', ''], ['Condition?code=', '400 invalid'], ['Condition?code=,', '400 invalid'], ['Condition?code=|', '400 invalid'], ['Condition?code=a|b|c', '400 invalid'], ['Condition?code=a\\b', '400 invalid'],
  ['Condition?code:missing=maybe', '400 value'], ['Condition?code:in=v', '400 not-supported'], ['Condition?code:above=x', '400 not-supported'],
  ['Condition?clinical-status=active', 'a'], ['Condition?clinical-status=http://hl7.org/fhir/condition-clinical|active', 'a'], ['Condition?clinical-status=elsewhere|active', ''], ['Condition?clinical-status=|active', ''], ['Condition?clinical-status:not=active', 'b,c,d'],
  ['Patient?active=true', 'p'], ['Patient?active=false', ''], ['Patient?gender=female', 'p'], ['Patient?identifier=bsn|123', 'p'], ['Patient?identifier=empty|', 'p'], ['Patient?identifier=other|123', ''], ['Patient?phone=06-1', 'p'], ['Patient?email=06-1', ''],
  ['Patient?identifier:of-type=types|NI|123', '400 not-supported'],
])('STU3 %s finds %j', (query, expected) => { expect(stu3(query)).toBe(expected); });

test('R4 has :of-type, and case where the code system says so', () => {
  const gender = 'http://hl7.org/fhir/administrative-gender';
  const r4 = finding('r4', [...resources, { resourceType: 'Basic', id: 'q', code: concept({ system: gender, code: 'female' }) }]);
  expect(r4('Patient?identifier:of-type=types|NI|123')).toBe('p');
  expect(r4('Patient?identifier:of-type=types|XX|123')).toBe('');
  expect(r4('Patient?identifier:of-type=NI|123')).toBe('400 invalid');
  expect(r4(`Basic?code=${gender}|Female`)).toBe('');
  expect(r4('Condition?code=x')).toBe('a,b,c');
});
