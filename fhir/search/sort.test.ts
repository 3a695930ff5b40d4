import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { finding } from './testing.ts';

const one = (id: string, date: string | undefined, value: number | undefined, status = 'final'): FhirResource => ({ resourceType: 'Observation', id, status, ...(date && { effectiveDateTime: date }), ...(value !== undefined && { valueQuantity: { value } }) });
const resources = [one('a', '2020-02', 10), one('b', '2020-01-31T23:30:00-02:00', 9.5), one('c', undefined, undefined, 'amended'), one('d', '2019', 10)];
const r4 = finding('r4', resources);
test.each([
  ['date', 'd,a,b,c'], ['-date', 'b,a,d,c'], ['value-quantity', 'b,a,d,c'], ['-value-quantity,date', 'd,a,b,c'], ['status,-_id', 'c,d,b,a'], ['_id', 'a,b,c,d'], ['-_id', 'd,c,b,a'], ['colour', '400 not-supported'], ['', '400 invalid'], ['-', '400 invalid'], ['code-value-quantity', '400 not-supported'],
])('_sort=%s', (value, expected) => { expect(r4(`Observation?_sort=${value}`)).toBe(expected); });
test('a period counts from its start', () => {
  const during = (id: string, effectivePeriod: Record<string, string>): FhirResource => ({ resourceType: 'Observation', id, effectivePeriod });
  const find = finding('stu3', [during('ongoing', { start: '2010' }), during('recent', { start: '2020', end: '2021' }), during('ended', { end: '2015' })]);
  expect([find('Observation?_sort=date'), find('Observation?_sort=-date')]).toEqual(['ongoing,ended,recent', 'recent,ended,ongoing']);
});
test('names by family name', () => {
  const named = (id: string, family: string): FhirResource => ({ resourceType: 'Patient', id, name: [{ family }] });
  expect(finding('stu3', [named('z', 'Zaal'), named('e', 'Éé'), named('d', 'de Wit')])('Patient?_sort=name')).toBe('d,e,z');
});
