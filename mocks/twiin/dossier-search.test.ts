import { expect, test } from 'vitest';
import type { Stu3Resource } from '../../fixtures/stu3/index.ts';
import { searchDossier } from './dossier-search.ts';
import { parseQuery } from './query.ts';

const coded = (code: string, system = 'http://loinc.org') => ({ coding: [{ system, code }] });
const weight = (id: string, date: string, code = '29463-7'): Stu3Resource => ({ resourceType: 'Observation', id, code: coded(code), effectiveDateTime: date, subject: { reference: 'Patient/p' } });
const bsn = 'http://fhir.nl/fhir/NamingSystem/bsn';
const dossier: Stu3Resource[] = [
  { resourceType: 'Patient', id: 'p', identifier: [{ system: bsn, value: '012345672' }], generalPractitioner: [{ reference: 'Practitioner/gp' }] }, { resourceType: 'Practitioner', id: 'gp' },
  weight('old', '2025-01-01'), weight('new', '2026-01-01'), weight('length', '2024-01-01', '8302-2'),
  { resourceType: 'Provenance', id: 'prov', target: [{ reference: 'Observation/new' }] },
  { resourceType: 'MedicationDispense', id: 'md', category: coded('422037009', 'sct') },
];
const run = (target: string, pageSize?: number): any => {
  const answer = searchDossier(parseQuery(target)!, dossier, { base: 'https://west.test/fhir', now: 0, pageSize });
  return answer.kind === 'error' ? [answer.status, (answer.outcome as any).issue[0].code] : (answer.bundle as any).entry?.map((one: any) => one.resource.id) ?? [];
};
test.each([
  ['Observation', ['old', 'new', 'length']], ['Observation?code=http://loinc.org|8302-2', ['length']], ['Observation?code=http%3A%2F%2Floinc.org%7C8302-2', ['length']], ['Observation?code=8302-2', ['length']],
  ['Observation?code=http://snomed.info/sct|8302-2', []], ['Observation?code=8302-2,29463-7', ['old', 'new', 'length']], ['Observation/$lastn', ['new', 'length']], ['Observation/$lastn?max=2', ['new', 'old', 'length']],
  ['Observation?_sort=-date&_count=1', ['new']], ['Observation?_sort=-date&_count=1&_revinclude=Provenance:target', ['new', 'prov']], ['Observation?colour=red', [400, 'not-supported']], ['Condition', []], ['MedicationDispense?category=sct|422037009', ['md']],
  ['Patient?_include=Patient:general-practitioner', ['p', 'gp']], ['Patient?_include=Patient:general-practitioner:Organization', ['p']], ['Observation?_id=old&_revinclude=Provenance:target', ['old']],
  ['Condition?patient=Patient/q', []], ['Observation?_id=old&patient=Patient/p', ['old']], ['Observation?_id=old&subject:Patient=q', []], [`Observation?_id=old&patient.identifier=${bsn}|012345672`, ['old']], [`Observation?_id=old&patient.identifier=${bsn}|12345672`, ['old']], [`Observation?_id=old&patient.identifier=${bsn}|999990019`, []], [`Patient?identifier=${bsn}|012345672`, ['p']],
])('%s gives %j', (target, expected) => { expect(run(target)).toEqual(expected); });
test.each(['Patient?_revinclude=Observation:subject', 'Patient?_include:recurse=Patient:general-practitioner', 'Patient?_has:Observation:subject:code=8302-2', 'Patient?_revinclude=*'])('%s would open more than was offered', (target) => {
  expect(run(target)).toEqual([400, 'not-supported']);
});
