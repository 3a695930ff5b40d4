import { expect, test } from 'vitest';
import { actuals, call, kinds, paths, probe, searchset, spoiled, told } from '../../testing.ts';
import { includedResourcesAreThere as rule } from './included-resources-are-there.ts';

const use = (reference: string | null, id = 'u1') => ({ resourceType: 'MedicationStatement', id, ...(reference === null ? {} : { medicationReference: { reference } }) });
const medication = { resourceType: 'Medication', id: 'm1' };
const entry = (resource: { resourceType: string; id: string }, mode: string | null) => ({ fullUrl: `https://host.test/fhir/${resource.resourceType}/${resource.id}`, resource, ...(mode === null ? {} : { search: { mode } }) });
const target = '/fhir/MedicationStatement?_include=MedicationStatement:medication';
const answered = (entries: readonly object[], settings = {}) => probe('resource', { target, answer: searchset([], { entry: entries }), ...settings });

test('passes what came along, by whatever reference, and without a mode', () => {
  expect(kinds(rule, [answered([entry(use('Medication/m1'), 'match'), entry(medication, 'include')])])).toEqual(['pass']);
  expect(kinds(rule, [answered([entry(use('https://host.test/fhir/Medication/m1'), null), entry(medication, null)])])).toEqual(['pass']);
});
test('reports what is missing and what is marked as a match', () => {
  expect(paths(rule, [answered([entry(use('Medication/m2'), 'match'), entry(medication, 'include')])])).toEqual(['Bundle.entry[0].resource']);
  expect(actuals(rule, [answered([entry(use('Medication/m1'), 'match'), entry(medication, 'match')])])).toEqual(['match on a Medication that came along with MedicationStatement']);
});
test('looks over all pages', () => {
  const next = 'https://host.test/fhir/MedicationStatement?page=2';
  const first = answered([entry(use('Medication/m1'), 'match')], { answer: searchset([], { entry: [entry(use('Medication/m1'), 'match')], link: [{ relation: 'next', url: next }] }) });
  expect(kinds(rule, [first])).toEqual(['not-applicable']);
  expect(kinds(rule, [first, answered([entry(medication, 'include')], { target: '/fhir/MedicationStatement?page=2', url: next })])).toEqual(['pass']);
});
test('does not apply where nothing is to be included', () => {
  expect(kinds(rule, [answered([entry(use(null), 'match')])])).toEqual(['not-applicable']);
  expect(kinds(rule, [answered([entry(use('#m'), 'match')])])).toEqual(['not-applicable']);
  expect(kinds(rule, [answered([entry(use('Medication/m1'), 'match')], { target: '/fhir/MedicationStatement' })])).toEqual(['not-applicable']);
  expect(kinds(rule, [answered([entry(use('Medication/m1'), 'match')], { stimulus: spoiled('no-token') })])).toEqual(['not-applicable']);
});
test('tells what is missing and what is marked wrongly, each at its place, at most ten of each', () => {
  const many = Array.from({ length: 11 }, (_, index) => entry(use(`Medication/x${index}`, `u${index}`), 'match'));
  expect(told(rule, [answered(many.slice(0, 1))])).toEqual(['violation response Bundle.entry[0].resource: Medication/x0 is not in the Bundle']);
  expect(kinds(rule, [answered(many)])).toHaveLength(10);
  expect(told(rule, [answered([entry(use('Medication/m1'), 'match'), entry(medication, 'match')])])).toEqual(['violation response Bundle.entry[1].search.mode: match on a Medication that came along with MedicationStatement']);
  const marked = Array.from({ length: 11 }, (_, index) => [entry(use(`Medication/m${index}`, `u${index}`), 'match'), entry({ resourceType: 'Medication', id: `m${index}` }, 'match')]).flat();
  expect(kinds(rule, [answered(marked)])).toHaveLength(10);
});
test('only matches are asked what they refer to; what nothing refers to is not judged here', () => {
  expect(kinds(rule, [answered([entry(use('Medication/m2'), 'include')])])).toEqual(['not-applicable']);
  expect(kinds(rule, [answered([entry(use('Medication/m1'), 'match'), entry(medication, 'include'), entry({ resourceType: 'Medication', id: 'm9' }, 'match')])])).toEqual(['pass']);
  expect(kinds(rule, [answered([entry(use('MedicationStatement/u2'), 'match'), entry(use(null, 'u2'), 'match')])])).toEqual(['pass']);
  expect(kinds(rule, [answered([{ search: { mode: 'match' } }, entry(use('Medication/m1'), 'match'), entry(medication, 'include')])])).toEqual(['pass']);
});
test('looks at what the system answered', () => {
  const one = { target, answer: searchset([], { entry: [entry(use('Medication/m2'), 'match')] }) };
  expect(kinds(rule, [call('resource', { ...one, role: 'twiin-sender' }), probe('resource', { ...one, role: 'twiin-receiver' }), probe('workflow-task', one)])).toEqual(['not-applicable']);
});
