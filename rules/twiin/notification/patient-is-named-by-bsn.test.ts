import { expect, test } from 'vitest';
import { actuals, kinds, notification, told } from '../../testing.ts';
import { patientIsNamedByBsn as rule } from './patient-is-named-by-bsn.ts';

const bsn = 'http://fhir.nl/fhir/NamingSystem/bsn';
const named = (identifier: unknown) => notification({ for: { identifier } });
test('passes a BSN under its URI', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports another system and another form, never the value', () => {
  expect(actuals(rule, named({ system: 'urn:oid:2.16.840.1.113883.2.4.6.3', value: '999990019' }))).toEqual(['urn:oid:2.16.840.1.113883.2.4.6.3']);
  expect(actuals(rule, named({ value: '999990019' }))).toEqual(['absent']);
  expect(actuals(rule, named({ system: bsn, value: '9999.90.019' }))).toEqual(['not 9 digits']);
  expect(actuals(rule, named({ system: bsn, value: '999990010' }))).toEqual(['9 digits that fail the 11-test']);
  expect(actuals(rule, named({ system: bsn }))).toEqual(['no value']);
});
test('does not apply where the patient is not on the Task by identifier', () => {
  expect(kinds(rule, notification({ for: undefined }))).toEqual(['not-applicable']);
  expect(kinds(rule, notification({ for: { reference: 'Patient/1' } }))).toEqual(['not-applicable']);
});
test('tells where; only nine digits in a row are a form', () => {
  expect(told(rule, named({ value: '999990019' }))).toEqual(['violation request Task.for.identifier.system: absent']);
  expect(told(rule, named({ system: bsn }))).toEqual(['violation request Task.for.identifier.value: no value']);
  for (const value of ['99999001', '9999900190', 'x999990019', '999990019x', '']) expect(told(rule, named({ system: bsn, value }))[0], value).toMatch(value === '' ? /value: no value$/ : /value: not 9 digits$/);
});
