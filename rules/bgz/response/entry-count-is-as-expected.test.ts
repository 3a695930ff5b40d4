import { expect, test } from 'vitest';
import { claimWith, condition, kinds, probe, searchset } from '../../testing.ts';
import { entryCountIsAsExpected as rule } from './entry-count-is-as-expected.ts';

const counts = { expectedCounts: { problems: 2, allergies: 1 } };
const asked = (target: string, resources: readonly Record<string, unknown>[], link?: unknown) =>
  probe('resource', { target: `/fhir/${target}`, answer: searchset(resources, link === undefined ? {} : { link }) });
const two = [condition(), condition({ id: 'c2' })];
test('passes the expected count, also over pages and with a patient parameter', () => {
  expect(kinds(rule, [asked('Condition', two)], counts)).toEqual(['pass']);
  expect(kinds(rule, [asked('Condition?patient=Patient/p1&_revinclude=Provenance:target', two)], counts)).toEqual(['pass']);
  const next = [{ relation: 'next', url: 'https://host.test/fhir/Condition?page=2' }];
  expect(kinds(rule, [asked('Condition', [condition()], next), asked('Condition?page=2', [condition({ id: 'c2' })])], counts)).toEqual(['pass']);
});
test('reports missing and extra entries, allergies with harm', () => {
  expect(kinds(rule, [asked('Condition', [condition()])], counts)).toEqual(['violation']);
  expect(kinds(rule, [asked('Condition', [...two, condition({ id: 'c3' })])], counts)).toEqual(['violation']);
  expect(kinds(rule, [asked('AllergyIntolerance', [])], counts)).toEqual(['violation!']);
});
test('does not apply without counts, to other queries, or to an own list', () => {
  expect(kinds(rule, [asked('Condition', two)])).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('Condition?category=x', two)], counts)).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('Condition', two)], { ...counts, claim: claimWith({ queryList: 'own' }) })).toEqual(['not-applicable']);
});
