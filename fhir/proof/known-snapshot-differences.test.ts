import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { knownDifference, knownDifferences } from './known-snapshot-differences.ts';

test('each is of definitions that core has, and about elements that can be there', () => {
  for (const one of knownDifferences) for (const profile of one.profiles) {
    const structure = coreDefinitions(one.fhir).structure(`http://hl7.org/fhir/StructureDefinition/${profile}`);
    expect(structure?.derivation).toBe('constraint');
  }
});
test('a difference is known by version, profile, element and field', () => {
  const difference = { element: 'Composition.date', field: 'extra' };
  expect(knownDifference('r4', 'catalog', difference)?.kind).toBe('wrong');
  expect(knownDifference('stu3', 'catalog', difference)).toBeUndefined();
  expect(knownDifference('r4', 'bp', difference)).toBeUndefined();
  expect(knownDifference('r4', 'catalog', { ...difference, element: 'Composition.dates' })).toBeUndefined();
  expect(knownDifference('r4', 'catalog', { ...difference, field: 'max' })).toBeUndefined();
});
