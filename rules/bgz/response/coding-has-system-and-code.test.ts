import { expect, test } from 'vitest';
import { condition, kinds, paths, probe, searchset } from '../../testing.ts';
import { codingHasSystemAndCode as rule } from './coding-has-system-and-code.ts';

const answered = (...resources: Record<string, unknown>[]) => probe('resource', { target: '/fhir/Condition', answer: searchset(resources) });
const coded = (coding: unknown) => answered(condition({ code: { coding: [coding] } }));
test('passes whole codings', () => { expect(kinds(rule, answered(condition()))).toEqual(['pass']); });
test('reports a missing system or code, also outside CodeableConcept', () => {
  expect(paths(rule, coded({ code: 'x' }))).toEqual(['Bundle.entry[0].resource.code.coding[0]']);
  expect(kinds(rule, coded({ system: 'x', display: 'y' }))).toEqual(['violation']);
  expect(paths(rule, answered({ resourceType: 'Encounter', id: 'e', class: { code: 'IMP' } }))).toEqual(['Bundle.entry[0].resource.class']);
  expect(kinds(rule, answered({ resourceType: 'Flag', id: 'f', meta: { tag: [{ code: 'x' }] } }))).toEqual(['violation']);
});
test('exempts a reason for absence, does not apply without codings', () => {
  expect(kinds(rule, coded({ display: 'y', _code: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] } }))).toEqual(['pass']);
  expect(kinds(rule, answered({ resourceType: 'Flag', id: 'f' }))).toEqual(['not-applicable']);
});
