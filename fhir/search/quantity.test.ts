import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { finding } from './testing.ts';

const measured = (id: string, valueQuantity: object): FhirResource => ({ resourceType: 'Observation', id, valueQuantity: valueQuantity as FhirResource });
const mg = { unit: 'milligram', system: 'http://unitsofmeasure.org', code: 'mg' };
const resources = [measured('5.4', { value: 5.4, ...mg }), measured('5.404', { value: 5.404, ...mg }), measured('6', { value: 6, unit: 'mg' }), measured('below', { value: 5, comparator: '<', ...mg }), measured('above', { value: 5.4, comparator: '>=', ...mg }), measured('none', mg)];
const r4 = finding('r4', resources);
test.each([
  ['5.4', '5.4,5.404'], ['5.40', '5.4,5.404'], ['5.400', '5.4'], ['5', '5.4,5.404'], ['6', '6'], ['gt5.4', '5.404,6,above'], ['ge5.4', '5.4,5.404,6,above'], ['lt5.4', 'below'], ['le5.4', '5.4,below'], ['sa5.4', '5.404,6'], ['eb6', '5.4,5.404,below'], ['ne5.4', '6,below,above'], ['ap6', '5.4,5.404,6,above'],
  ['gt5|http://unitsofmeasure.org|mg', '5.4,5.404,above'], ['gt5||mg', '5.4,5.404,6,above'], ['gt5||milligram', '5.4,5.404,above'], ['gt5|http://unitsofmeasure.org|g', ''], ['five', '400 value'], ['5|mg', '400 invalid'], ['', '400 invalid'], ['1e99', ''],
])('value-quantity=%s finds %s', (value, expected) => { expect(r4(`Observation?value-quantity=${value}`)).toBe(expected); });
test('what is above a bound lies after it, what may be equal to it need not', () => {
  const find = finding('r4', [measured('>', { value: 5, comparator: '>' }), measured('>=', { value: 5, comparator: '>=' })]);
  expect([find('Observation?value-quantity=sa5'), find('Observation?value-quantity=sa4.9'), find('Observation?value-quantity=gt100')]).toEqual(['>', '>,>=', '>,>=']);
});
test('numbers', () => {
  const find = finding('stu3', [{ resourceType: 'ImmunizationRecommendation', id: 'a', recommendation: [{ doseNumber: 2 }] }]);
  expect([find('ImmunizationRecommendation?dose-number=2'), find('ImmunizationRecommendation?dose-number=gt2'), find('ImmunizationRecommendation?dose-number=lt3')]).toEqual(['a', '', 'a']);
});
