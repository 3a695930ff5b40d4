import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { finding } from './testing.ts';

const on = (id: string, when: object): FhirResource => ({ resourceType: 'Observation', id, ...when });
const resources = [
  on('year', { effectiveDateTime: '2013' }), on('day', { effectiveDateTime: '2013-03-14' }), on('instant', { effectiveDateTime: '2013-03-14T09:00:00+01:00' }),
  on('period', { effectivePeriod: { start: '2013-01-31', end: '2013-04-01' } }), on('since', { effectivePeriod: { start: '2013-03-14' } }), on('until', { effectivePeriod: { end: '2013-03-13' } }), on('never', {}),
];
const [stu3, r4] = [finding('stu3', resources), finding('r4', resources)];
/** Worked out by hand from the table of prefixes; 2013-03-14 unless said. */
test.each([
  ['date=2013-03-14', 'day,instant'], ['date=eq2013', 'year,day,instant,period'], ['date=ne2013-03-14', 'year,period,since,until'], ['date=gt2013-03-14', 'year,period,since'], ['date=lt2013-03-14', 'year,period,until'],
  ['date=ge2013-03-14', 'year,day,instant,period,since'], ['date=le2013-03-14', 'year,day,instant,period,until'], ['date=sa2013-03-13', 'day,instant,since'], ['date=eb2013-03-14', 'until'], ['date=eb2013-03-15', 'day,instant,until'],
  ['date=2013-03-14T08:00:00Z', 'instant'], ['date=2013-03-14T09:00:00%2B01:00', 'instant'], ['date=2013-03-14T08:00Z', 'instant'], ['date=2013-03-14T09:00:00Z', ''],
  ['date=ge2013-03-14&date=le2013-03-14', 'year,day,instant,period'], ['date=2013-03-14,2013', 'year,day,instant,period'], ['date:missing=true', 'never'],
  ['date=ap2013-03-14', 'year,day,instant,period,since,until'], ['date=ap2030-01-01', 'since'],
  ['date=2013-02-30', '400 value'], ['date=yesterday', '400 value'], ['date=2013-3', '400 value'], ['date=ge', '400 value'], ['date=2013-03-14T25:00:00Z', '400 value'], ['date=zz2013', '400 value'], ['date:exact=2013', '400 not-supported'],
])('%s finds %s', (query, expected) => {
  expect(stu3(`Observation?${query}`)).toBe(expected);
  expect(r4(`Observation?${query}`)).toBe(expected);
});
test('a Timing counts with its outer limits', () => {
  const find = finding('r4', [on('events', { effectiveTiming: { event: ['2020-01-01', '2020-03-01'] } }), on('bounds', { effectiveTiming: { repeat: { boundsPeriod: { start: '2021-01-01' } } } })]);
  expect(find('Observation?date=2020')).toBe('events');
  expect(find('Observation?date=sa2020')).toBe('bounds');
  expect(find('Observation?date=ge2020-02')).toBe('events,bounds');
});
test('times without zone are read in the zone of the server', () => {
  const midnight = [on('a', { effectiveDateTime: '2013-03-13T23:30:00Z' })];
  expect(finding('r4', midnight)('Observation?date=2013-03-14')).toBe('');
  expect(finding('r4', midnight, { zone: 60 })('Observation?date=2013-03-14')).toBe('a');
});
test('_lastUpdated', () => {
  const find = finding('stu3', [{ resourceType: 'Patient', id: 'p', meta: { lastUpdated: '2026-01-01T00:00:00.123Z' } }]);
  expect([find('Patient?_lastUpdated=gt2025'), find('Patient?_lastUpdated=lt2026')]).toEqual(['p', '']);
});
