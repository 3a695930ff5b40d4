import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { createParameters } from './parameters.ts';

const parameters = createParameters(coreDefinitions('stu3'), [
  { url: 'own', code: 'category', base: ['MedicationDispense'], type: 'token', expression: 'MedicationDispense.category' }, { url: 'wild', code: 'wild', base: ['Patient'], type: 'token', expression: 'Patient.name.first()' }, { url: 'special', code: 'near', base: ['Patient'], type: 'special', expression: 'Patient.name' },
]);
test('parameters of the definitions and own ones are found', () => {
  expect(parameters.find('Patient', 'birthdate')?.type).toBe('date');
  expect(parameters.find('MedicationDispense', 'category')?.facts.url).toBe('own');
  expect(parameters.find('Observation', 'code-value-quantity')?.components?.map(({ type }) => type)).toEqual(['token', 'quantity']);
});
test.each([['Patient', 'colour'], ['Colour', 'x'], ['Patient', '__proto__'], ['Patient', '_text'], ['Patient', 'wild'], ['Patient', 'near'], ['MedicationAdministration', 'category']])('%s.%s cannot be used', (type, code) => { expect(parameters.find(type, code)).toBeNull(); });
test('references that lead elsewhere than the targets are no values', () => {
  const patient = parameters.find('Condition', 'patient')!;
  expect([...patient.targets!]).toEqual(['Patient']);
  const count = (reference: string) => patient.values({ resourceType: 'Condition', subject: { reference } }).length;
  expect([count('Patient/1'), count('https://x/Patient/1/_history/2'), count('Group/1'), count('urn:uuid:1'), count('#p')]).toEqual([1, 1, 0, 1, 1]);
});
test('facts of types', () => {
  expect(parameters.mandatory('Observation')).toEqual(expect.arrayContaining(['status', 'code']));
  expect([parameters.isChoice('Observation', 'value'), parameters.isChoice('Observation', 'code')]).toEqual([true, false]);
  expect([parameters.isResourceType('Patient'), parameters.isResourceType('HumanName'), parameters.isResourceType('constructor')]).toEqual([true, false, false]);
  expect(parameters.references('Condition').map(({ code }) => code)).toEqual(expect.arrayContaining(['asserter', 'context', 'evidence-detail', 'patient', 'subject']));
});
