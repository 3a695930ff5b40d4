import { expect, test } from 'vitest';
import { grant, kinds, probe, searchset, spoiled } from '../../testing.ts';
import { queryOutsideTheGrantIsRefused as rule } from './query-outside-the-grant-is-refused.ts';

const asked = (status: number | null, answer?: Record<string, unknown>) => probe('resource', { target: '/fhir/Appointment?status=booked', status, answer, stimulus: spoiled('query-outside-grant') });
test('passes a refusal', () => { expect(kinds(rule, asked(403))).toEqual(['pass']); });
test('reports data with harm, an empty answer without', () => {
  expect(kinds(rule, asked(200, searchset([{ resourceType: 'Appointment', id: 'a' }])))).toEqual(['violation!']);
  expect(kinds(rule, asked(200, searchset([])))).toEqual(['violation']);
});
test('does not apply when offered; cannot judge silence', () => {
  expect(kinds(rule, asked(200), { grants: [grant({ by: 'sut', queries: ['Appointment?status=booked&_include=Appointment:patient'] })] })).toEqual(['not-applicable']);
  expect(kinds(rule, asked(200, searchset([])), { grants: [grant({ by: 'sut', queries: ['Appointment?status=proposed'] })] })).toEqual(['violation']);
  expect(kinds(rule, asked(null))).toEqual(['not-tested']);
});
