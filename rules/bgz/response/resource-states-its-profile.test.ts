import { expect, test } from 'vitest';
import { condition, kinds, outcomeBody, paths, probe, searchset, told } from '../../testing.ts';
import { resourceStatesItsProfile as rule } from './resource-states-its-profile.ts';

const answered = (...resources: Record<string, unknown>[]) => probe('resource', { target: '/fhir/Condition', answer: searchset(resources) });
test('passes resources with profile', () => { expect(kinds(rule, answered(condition(), outcomeBody))).toEqual(['pass']); });
test('reports a resource without', () => { expect(paths(rule, answered(condition(), condition({ meta: {} })))).toEqual(['Bundle.entry[1].resource']); });
test('does not apply to Binary, an empty result or an error', () => {
  expect(kinds(rule, answered({ resourceType: 'Binary', id: 'b' }))).toEqual(['not-applicable']);
  expect(kinds(rule, answered())).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { status: 500 }))).toEqual(['not-applicable']);
});
test('tells at most ten, and only of entries', () => {
  expect(kinds(rule, answered(...Array.from({ length: 11 }, () => condition({ meta: {} }))))).toHaveLength(10);
  expect(kinds(rule, answered(condition({ contained: [{ resourceType: 'Patient', id: 'x' }] })))).toEqual(['pass']);
  expect(told(rule, answered(condition({ meta: {} })))[0]).toMatch(/^violation response Bundle\.entry\[0\]\.resource: \S/);
  expect(kinds(rule, answered(condition(), { resourceType: 'Binary', id: 'b' }))).toEqual(['pass']);
  expect(kinds(rule, answered(outcomeBody))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { status: null }))).toEqual(['not-tested']);
});
