import { expect, test } from 'vitest';
import { condition, kinds, outcomeBody, paths, probe, searchset } from '../../testing.ts';
import { resourceStatesItsProfile as rule } from './resource-states-its-profile.ts';

const answered = (...resources: Record<string, unknown>[]) => probe('resource', { target: '/fhir/Condition', answer: searchset(resources) });
test('passes resources with profile', () => { expect(kinds(rule, answered(condition(), outcomeBody))).toEqual(['pass']); });
test('reports a resource without', () => { expect(paths(rule, answered(condition(), condition({ meta: {} })))).toEqual(['Bundle.entry[1].resource']); });
test('does not apply to Binary, an empty result or an error', () => {
  expect(kinds(rule, answered({ resourceType: 'Binary', id: 'b' }))).toEqual(['not-applicable']);
  expect(kinds(rule, answered())).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { status: 500 }))).toEqual(['not-applicable']);
});
