import { expect, test } from 'vitest';
import { condition, kinds, outcomeBody, paths, probe, searchset } from '../../testing.ts';
import { entryResourceHasId as rule } from './entry-resource-has-id.ts';

const answered = (entries: readonly Record<string, unknown>[]) => probe('resource', { target: '/fhir/Condition', answer: { ...searchset([]), entry: entries } });
const nameless = condition({ id: undefined });
test('passes an id, and none under a urn', () => {
  expect(kinds(rule, answered([{ fullUrl: 'https://x.test/Condition/c1', resource: condition() }]))).toEqual(['pass']);
  expect(kinds(rule, answered([{ fullUrl: 'urn:uuid:8a5d2b64-0f6e-4f5a-8a8b-6f0f6a6c7788', resource: nameless }, { fullUrl: 'urn:oid:2.999.1', resource: nameless }]))).toEqual(['pass']);
});
test('reports an entry without', () => {
  expect(paths(rule, answered([{ resource: condition() }, { fullUrl: 'https://x.test/Condition/c1', resource: nameless }]))).toEqual(['Bundle.entry[1].resource']);
});
test('does not apply to an empty result, an outcome, an error or a read; silence is not tested', () => {
  expect(kinds(rule, answered([]))).toEqual(['not-applicable']);
  expect(kinds(rule, answered([{ resource: outcomeBody }]))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: 404, answer: outcomeBody }))).toEqual(['not-applicable']);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition/c1', answer: nameless }))).toEqual([]);
  expect(kinds(rule, probe('resource', { target: '/fhir/Condition', status: null }))).toEqual(['not-tested']);
});
