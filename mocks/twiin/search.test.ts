import { expect, test } from 'vitest';
import type { Stu3Resource } from '../../fixtures/stu3/index.ts';
import { countOf, includesOf, matchesOf, namesAnother, parseQuery, referencesIn, selects } from './search.ts';

const coded = (code: string, system = 'http://loinc.org') => ({ coding: [{ system, code }] });
const weight = (id: string, date: string, code = '29463-7'): Stu3Resource => ({ resourceType: 'Observation', id, code: coded(code), effectiveDateTime: date, subject: { reference: 'Patient/p' } });
const dossier: Stu3Resource[] = [
  { resourceType: 'Patient', id: 'p', generalPractitioner: [{ reference: 'Practitioner/gp' }] }, { resourceType: 'Practitioner', id: 'gp' },
  weight('old', '2025-01-01'), weight('new', '2026-01-01'), weight('length', '2024-01-01', '8302-2'),
  { resourceType: 'Provenance', id: 'prov', target: [{ reference: 'Observation/new' }] },
];
const run = (target: string): string[] => { const found = matchesOf(parseQuery(target)!, dossier); return 'unsupported' in found ? [found.unsupported] : found.map((one) => one.id); };

test.each([
  ['Observation', ['old', 'new', 'length']], ['Observation?code=http://loinc.org|8302-2', ['length']], ['Observation?code=http%3A%2F%2Floinc.org%7C8302-2', ['length']], ['Observation?code=8302-2', ['length']],
  ['Observation?code=http://snomed.info/sct|8302-2', []], ['Observation?code=8302-2,29463-7', ['old', 'new', 'length']], ['Observation/$lastn', ['new', 'length']], ['Observation/$lastn?max=2', ['new', 'old', 'length']],
  ['Observation?_sort=-date&_count=1', ['new']], ['Observation?colour=red', ['colour']], ['Condition', []],
])('%s finds %j', (target, expected) => { expect(run(target)).toEqual(expected); });
test.each(['', 'observation', 'Observation/x', 'Observation/$everything', '../Patient'])('%j is no query', (target) => { expect(parseQuery(target)).toBeNull(); });
test('broken escapes do not break the reader', () => { expect(parseQuery('Condition?code=%zz')!.parameters).toEqual([{ name: 'code', value: '%zz' }]); });
test('includes follow references from the matches, reverse includes to them', () => {
  const included = (target: string): string[] => { const query = parseQuery(target)!; return includesOf(query, dossier.filter((one) => one.resourceType === query.type && one.id !== 'old'), dossier).map((one) => one.id); };
  expect(included('Patient?_include=Patient:general-practitioner')).toEqual(['gp']);
  expect(included('Patient?_include=Patient:general-practitioner:Organization')).toEqual([]);
  expect(included('Observation?_revinclude=Provenance:target')).toEqual(['prov']);
  expect(included('Observation?_include=Patient:general-practitioner')).toEqual([]);
});
test('identifier is the patient on Patient only', () => {
  expect(selects(parseQuery('Patient?identifier=x')!)).toEqual([]);
  expect(selects(parseQuery('Condition?identifier=x&patient=Patient/p')!)).toEqual([{ name: 'identifier', value: 'x' }]);
});
test.each([['Condition', false], ['Condition?patient=Patient/p', false], ['Condition?patient=p', false], ['Condition?patient=q', true], ['Condition?subject:Patient=q', true], ['Condition?patient.identifier=s|123', false], ['Condition?patient.identifier=s|124', true]])('%s names another: %s', (target, expected) => {
  expect(namesAnother(parseQuery(target)!, '123', dossier)).toBe(expected);
});
test.each([['5', 5], ['0', undefined], ['-1', undefined], ['1e3', undefined], ['', undefined]])('_count=%s is %s', (value, expected) => { expect(countOf(parseQuery(`Condition?_count=${value}`)!, '_count')).toBe(expected); });
test('references are found at any depth', () => { expect(referencesIn({ a: [{ b: { reference: 'X/1' } }], reference: 'Y/2' }).sort()).toEqual(['X/1', 'Y/2']); });
