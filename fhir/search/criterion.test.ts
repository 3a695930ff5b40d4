import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { finding } from './testing.ts';

const reference = (to: string) => ({ reference: to });
const resources: FhirResource[] = [
  { resourceType: 'Organization', id: 'o', name: 'Noord' }, { resourceType: 'Organization', id: 'o2', name: 'Zuid', partOf: reference('Organization/o') },
  { resourceType: 'Patient', id: 'p', identifier: [{ system: 'bsn', value: '1' }], name: [{ family: 'Jansen' }], managingOrganization: reference('Organization/o2') },
  { resourceType: 'Patient', id: 'q', identifier: [{ system: 'bsn', value: '2' }] },
  { resourceType: 'Condition', id: 'cp', subject: reference('Patient/p') }, { resourceType: 'Condition', id: 'cq', subject: reference('Patient/q') },
  { resourceType: 'Condition', id: 'inside', subject: reference('#x'), contained: [{ resourceType: 'Patient', id: 'x', identifier: [{ system: 'bsn', value: '1' }] }] },
  { resourceType: 'Observation', id: 'op', subject: reference('Patient/p'), code: { coding: [{ code: 'w' }] } },
];
const stu3 = finding('stu3', resources);
test.each([
  ['Condition?patient.identifier=bsn|1', 'cp,inside'], ['Condition?subject:Patient.identifier=bsn|2', 'cq'], ['Condition?patient.identifier=bsn|3', ''], ['Condition?subject.family=jans', 'cp'], ['Condition?subject:Group.family=jans', '400 not-supported'], ['Condition?subject:Group.identifier=bsn|1', ''],
  ['Condition?patient.organization.name=zuid', 'cp'], ['Condition?patient.organization.partof.name=noord', 'cp'], ['Condition?patient.organization.partof.partof.name=noord', ''], ['Condition?patient.organization.partof.partof.partof.name=noord', '400 too-costly'],
  ['Condition?patient.colour=red', '400 not-supported'], ['Condition?code.identifier=1', '400 not-supported'], ['Condition?patient.identifier=a|b|c', '400 invalid'], ['Condition?subject:Colour.name=x', '400 not-supported'], ['Condition?patient.name:exact=Jansen', 'cp'],
  ['Patient?_has:Observation:patient:code=w', 'p'], ['Patient?_has:Observation:patient:code=x', ''], ['Patient?_has:Observation:subject:_id=op', 'p'], ['Organization?_has:Patient:organization:_has:Condition:patient:_id=cp', 'o2'], ['Patient?_has:Observation:colour:code=w', '400 not-supported'], ['Patient?_has:Observation', '400 invalid'],
  ['Condition?a:b:c=d', '400 not-supported'], ['Condition?_id=cp,cq', 'cp,cq'], ['Condition?_id=cp&_id=cq', ''],
])('%s finds %s', (query, expected) => { expect(stu3(query)).toBe(expected); });

test('a server offers what it wants, in chains too', () => {
  const find = finding('stu3', resources, { offers: (type, code) => type !== 'Patient' || code === '_id' });
  expect(find('Condition?patient.identifier=bsn|1')).toBe('400 not-supported');
  expect(find('Patient?_id=p')).toBe('p');
});
test('no more than so many alternatives', () => {
  expect(finding('r4', resources)(`Condition?_id=${'x,'.repeat(300)}`)).toBe('400 too-costly');
});
