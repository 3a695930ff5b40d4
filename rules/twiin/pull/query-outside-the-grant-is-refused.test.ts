import { expect, test } from 'vitest';
import { grant, kinds, probe, searchset, spoiled, told } from '../../testing.ts';
import { queryOutsideTheGrantIsRefused as rule } from './query-outside-the-grant-is-refused.ts';

const asked = (status: number | null, answer?: Record<string, unknown>) => probe('resource', { target: '/fhir/Appointment?status=booked', status, answer, stimulus: spoiled('query-outside-grant') });
test('passes a refusal', () => { expect(kinds(rule, asked(403))).toEqual(['pass']); });
test('a token that is used up, or no time, is no refusal of the question', () => { for (const status of [401, 429, 503]) expect(kinds(rule, asked(status))).toEqual(['not-applicable']); });
test('reports data with harm, an empty answer without', () => {
  expect(kinds(rule, asked(200, searchset([{ resourceType: 'Appointment', id: 'a' }])))).toEqual(['violation!']);
  expect(kinds(rule, asked(200, searchset([])))).toEqual(['violation']);
});
test('does not apply when offered; cannot judge silence', () => {
  expect(kinds(rule, asked(200), { grants: [grant({ by: 'sut', queries: ['Appointment?status=booked&_include=Appointment:patient'] })] })).toEqual(['not-applicable']);
  expect(kinds(rule, asked(200, searchset([])), { grants: [grant({ by: 'sut', queries: ['Appointment?status=proposed'] })] })).toEqual(['violation']);
  expect(kinds(rule, asked(null))).toEqual(['not-tested']);
});
test('tells what was given', () => {
  const at = (limit: string) => `violation${limit} response status:`;
  expect(told(rule, asked(200, searchset([{ resourceType: 'Appointment', id: 'a' }, { resourceType: 'Slot', id: 'b' }])))).toEqual([`${at('!')} 2 resources of type Appointment`]);
  expect(told(rule, asked(200, searchset([])))).toEqual([`${at('')} HTTP 200 without data`]);
  expect(told(rule, asked(500))).toEqual([`${at('')} HTTP 500 without data`]);
  expect(told(rule, probe('resource', { target: '/fhir/?a=b', answer: '<html/>' as never, stimulus: spoiled('query-outside-grant') }))).toEqual([`${at('!')} 0 resources of type unknown`]);
});
test('only what the system itself offered counts', () => {
  const query = 'Appointment?status=booked';
  expect(kinds(rule, asked(403), { grants: [grant({ by: 'harness', queries: [query] })] })).toEqual(['pass']);
  expect(kinds(rule, asked(403), { grants: [grant({ by: 'sut', queries: [], resources: [query] })] })).toEqual(['not-applicable']);
  expect(kinds(rule, asked(403), { grants: [grant({ by: 'sut', queries: ['Appointment'] })] })).toEqual(['pass']);
});
