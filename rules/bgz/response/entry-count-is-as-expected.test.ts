import { expect, test } from 'vitest';
import { queryLists } from '../../../fixtures/query-lists.ts';
import { call, claimWith, condition, kinds, probe, searchset, spoiled, told } from '../../testing.ts';
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
test('tells the counts', () => {
  expect(told(rule, [asked('Condition', [condition()])], counts)).toEqual(['violation response Bundle.entry: 1 × Condition']);
  expect(told(rule, [asked('AllergyIntolerance', [])], counts)).toEqual(['violation! response Bundle.entry: 0 × AllergyIntolerance']);
});
test('counts the type of the block only; what is included counts once, however often it comes', () => {
  const entry = (resource: unknown, mode?: string) => ({ resource, ...(mode !== undefined && { search: { mode } }) });
  const counted = (...entry: unknown[]) => kinds(rule, [probe('resource', { target: '/fhir/Condition', answer: searchset([], { entry }) })], counts);
  expect(counted(...two.map((one) => entry(one, 'match')), entry({ resourceType: 'Patient', id: 'p' }, 'match'), {}, { resource: 'x' })).toEqual(['pass']);
  const included = entry(condition({ id: 'c2' }), 'include');
  expect(counted(entry(condition()), included, included)).toEqual(['pass']);
  expect(counted(entry(condition()), entry(condition()))).toEqual(['pass']);
  expect(counted(included, included)).toEqual(['violation']);
});
test('looks at whole answers of the system to our valid questions', () => {
  const one = { target: '/fhir/Condition', answer: searchset([]) };
  expect(kinds(rule, [call('resource', { ...one, role: 'twiin-sender' }), probe('resource', { ...one, stimulus: spoiled('query-outside-grant') }), probe('resource', { ...one, role: 'twiin-receiver' }), probe('workflow-task', one)], counts)).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('Condition', [], [{ relation: 'next', url: 'https://host.test/fhir/x' }])], counts)).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('Condition', [])], { expectedCounts: { allergies: 1 } })).toEqual(['not-applicable']);
});
test.each<[string, string, string]>([
  ['allergies', 'AllergyIntolerance', 'violation!'], ['medication-use', 'MedicationStatement?category=urn:oid:2.16.840.1.113883.2.4.3.11.60.20.77.5.3|6&_include=MedicationStatement:medication', 'violation!'],
  ['problems', 'Condition', 'violation'],
])('a wrong count of %s is a %s', (block, target, kind) => { expect(kinds(rule, [asked(target, [])], { expectedCounts: { [block]: 3 } })).toEqual([kind]); });
test('wrong counts of medication and allergies are harm, those of all other blocks are not', () => {
  const harmful = queryLists['bgz-2-alpha'].filter(({ block, query }) => kinds(rule, [asked(query, [])], { expectedCounts: { [block]: 99 } })[0] === 'violation!').map(({ block }) => block);
  expect(harmful.toSorted()).toEqual(['administration-agreements', 'allergies', 'medication-agreements', 'medication-use']);
});
test('a block that is refused beside others that were counted warns; one without a whole answer cannot be counted', () => {
  const no = (settings: Record<string, unknown>) => told(rule, [asked('Condition', two), probe('resource', { target: '/fhir/AllergyIntolerance', answer: {}, ...settings })], counts);
  for (const status of [400, 403, 404]) expect(no({ status })).toEqual(['pass', `violation<=warning response status: HTTP ${status} for allergies`]);
  for (const status of [401, 429, 500, 503, null]) expect(no({ status })).toEqual(['pass', 'not-tested']);
  expect(no({ answer: '{"resource', transport: { outcome: 'reset' } })).toEqual(['pass', 'not-tested']);
  expect(no({ answer: searchset([], { link: [{ relation: 'next', url: 'https://host.test/fhir/AllergyIntolerance?page=2' }] }) })).toEqual(['pass', 'not-tested']);
});
test('a refusal of everything, of one spelling, or where nothing is expected is not the count\'s', () => {
  const refused = (target: string) => probe('resource', { target: `/fhir/${target}`, status: 403, answer: {} });
  expect(kinds(rule, [refused('Condition'), refused('AllergyIntolerance')], counts)).toEqual(['not-applicable']);
  expect(kinds(rule, [refused('Condition'), asked('Condition', two), refused('Condition')], counts)).toEqual(['pass']);
  expect(kinds(rule, [asked('Condition', two), refused('Flag'), refused('AllergyIntolerance/a1')], counts)).toEqual(['pass']);
  expect(kinds(rule, [asked('Condition', two), refused('AllergyIntolerance')], { expectedCounts: { problems: 2, allergies: 0 } })).toEqual(['pass']);
});
