import { expect, test } from 'vitest';
import { actuals, claimWith, condition, kinds, outcomeBody, probe, searchset, told } from '../../testing.ts';
import { emptySearchGivesAnEmptySearchset as rule } from './empty-search-gives-an-empty-searchset.ts';

const search = (answer: unknown, settings = {}) => probe('resource', { target: '/fhir/Condition', answer: answer as never, ...settings });
const none = { expectedCounts: { problems: 0 } };
test('passes an empty searchset, also with an OperationOutcome in it', () => {
  expect(kinds(rule, search(searchset([])), none)).toEqual(['pass']);
  expect(kinds(rule, search(searchset([outcomeBody])))).toEqual(['pass']);
});
test('reports a leftover where nothing should be found, and 404', () => {
  expect(actuals(rule, search(searchset([condition({ resourceType: 'Basic' })])), none)).toEqual(['a Basic']);
  expect(actuals(rule, search(outcomeBody, { status: 404 }), none)).toEqual(['HTTP 404']);
});
test('does not apply where something may be found, or where the type is not built', () => {
  expect(kinds(rule, search(searchset([condition()])), { expectedCounts: { problems: 1 } })).toEqual(['not-applicable']);
  expect(kinds(rule, search(searchset([condition()])))).toEqual(['not-applicable']);
  expect(kinds(rule, search(searchset([condition()]), { target: '/fhir/Flag' }), none)).toEqual(['not-applicable']);
  expect(kinds(rule, search({ ...outcomeBody, issue: [{ severity: 'error', code: 'not-supported' }] }, { status: 404 }), none)).toEqual(['not-applicable']);
  expect(kinds(rule, search(searchset([], { type: 'collection' })), none)).toEqual(['not-applicable']);
  expect(kinds(rule, search(condition()), none)).toEqual(['not-applicable']);
  expect(kinds(rule, search('', { status: null }), none)).toEqual(['not-tested']);
});
test('tells what came, with its place', () => {
  const leftover = searchset([outcomeBody, condition()]);
  expect(told(rule, search(leftover), none)).toEqual(['violation response Bundle.entry[1].resource: a Condition']);
  expect(told(rule, search(outcomeBody, { status: 404 }))).toEqual(['violation response status: HTTP 404']);
  expect(kinds(rule, search(leftover), { ...none, claim: claimWith({ queryList: 'own' }) })).toEqual(['not-applicable']);
  expect(kinds(rule, search(leftover, { target: '/fhir/Condition?patient=Patient/1&_count=5' }), none)).toEqual(['violation']);
  expect(kinds(rule, search(leftover, { target: '/fhir/Condition?category=x' }), none)).toEqual(['not-applicable']);
  expect(kinds(rule, search(searchset([]), { status: 203 }), none)).toEqual(['not-applicable']);
  expect(kinds(rule, search(searchset([]), { status: 500 }), none)).toEqual(['not-applicable']);
});
