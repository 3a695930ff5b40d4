import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import type { FhirVersion } from '../version.ts';
import { searching } from './testing.ts';

const reference = (to: string) => ({ reference: to });
const resources: FhirResource[] = [
  { resourceType: 'Patient', id: 'p', generalPractitioner: [reference('Practitioner/gp'), reference('Organization/o')] }, { resourceType: 'Practitioner', id: 'gp' },
  { resourceType: 'Organization', id: 'o', partOf: reference('Organization/o2') }, { resourceType: 'Organization', id: 'o2', partOf: reference('Organization/o') },
  { resourceType: 'Observation', id: 'a', subject: reference('Patient/p'), performer: [reference('Practitioner/gp')] }, { resourceType: 'Observation', id: 'b', subject: reference('Patient/elsewhere') },
  { resourceType: 'Provenance', id: 'prov', target: [reference('Observation/a')], agent: [] },
];
const search = { stu3: searching('stu3', resources, { unsupported: 'refuse' }), r4: searching('r4', resources, { unsupported: 'refuse' }) };
const included = (version: FhirVersion, target: string): string => {
  const answer = search[version](target);
  return answer.kind === 'error' ? `${answer.status} ${(answer.outcome as any).issue[0].code}` : answer.includes.map(({ id }) => id).join();
};
test.each([
  ['Observation?_include=Observation:subject', 'p'], ['Observation?_include=Observation:patient', 'p'], ['Observation?_id=b&_include=Observation:subject', ''], ['Observation?_include=Observation:subject:Group', ''], ['Observation?_include=Observation:subject&_include=Observation:performer', 'p,gp'],
  ['Observation?_include=Observation:*', 'gp,p'], ['Observation?_include=*', 'gp,p'], ['Observation?_include=Patient:general-practitioner', ''], ['Patient?_include=Patient:general-practitioner:Organization', 'o'],
  ['Observation?_revinclude=Provenance:target', 'prov'], ['Observation?_id=b&_revinclude=Provenance:target', ''], ['Observation?_revinclude=Provenance:target:Condition', ''], ['Organization?_include=Organization:partof', ''],
  ['Observation?_include=Observation', '400 invalid'], ['Observation?_include=Observation:code', '400 not-supported'], ['Observation?_include=Colour:red', '400 not-supported'], ['Observation?_include=', '400 invalid'],
])('%s includes %j', (query, expected) => { expect([included('stu3', query), included('r4', query)]).toEqual([expected, expected]); });
test('includes of includes are asked with :recurse in STU3 and :iterate in R4, and end in a circle', () => {
  const query = (modifier: string): string => `Observation?_include=Observation:subject&_include:${modifier}=Patient:general-practitioner&_include:${modifier}=Organization:partof`;
  expect(included('stu3', query('recurse'))).toBe('p,gp,o,o2');
  expect(included('r4', query('iterate'))).toBe('p,gp,o,o2');
  expect([included('stu3', query('iterate')), included('r4', query('recurse'))]).toEqual(['400 not-supported', '400 not-supported']);
  expect(included('r4', 'Patient?_revinclude=Observation:subject&_revinclude:iterate=Provenance:target')).toBe('a,prov');
});
test('no more than so many', () => {
  expect(searching('r4', resources, { limits: { includes: 1 } })('Observation?_include=*')).toMatchObject({ kind: 'error', status: 400, outcome: { issue: [{ code: 'too-costly' }] } });
});
