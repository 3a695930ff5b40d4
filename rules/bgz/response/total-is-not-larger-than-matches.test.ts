import { expect, test } from 'vitest';
import { call, condition, judge, kinds, probe, searchset, spoiled, told } from '../../testing.ts';
import { simulatorTotalIsNotLargerThanMatches as simulatorRule, totalIsNotLargerThanMatches as rule } from './total-is-not-larger-than-matches.ts';

const answered = (total: number | undefined, link?: unknown, target = '/fhir/Condition') => probe('resource', { target, answer: searchset([condition()], { total, ...(link === undefined ? {} : { link }) }) });
const next = [{ relation: 'next', url: 'https://host.test/fhir/Condition?page=2' }];
test('passes a right total, also over two pages', () => {
  expect(kinds(rule, [answered(1)])).toEqual(['pass']);
  expect(kinds(rule, [answered(2, next), answered(2, [], '/fhir/Condition?page=2')])).toEqual(['pass']);
});
test('reports a total that is too large', () => { expect(kinds(rule, [answered(2)])).toEqual(['violation']); });
test('does not apply without total or with pages that were not fetched', () => {
  expect(kinds(rule, [answered(undefined)])).toEqual(['not-applicable']);
  expect(kinds(rule, [answered(2, next)])).toEqual(['not-applicable']);
});
test('tells the total, at the page that has it', () => {
  expect(told(rule, [answered(2)])).toEqual(['violation response Bundle.total: 2']);
  const pages = [answered(2, next), answered(3, [], '/fhir/Condition?page=2')];
  expect(judge(rule, pages)).toMatchObject([{ place: { exchange: pages[1]!.id }, actual: '3' }]);
  expect(kinds(rule, [answered(0)])).toEqual(['pass']);
  expect(kinds(rule, [answered('2' as never)])).toEqual(['not-applicable']);
});
test('looks at valid answers of the system, and the twin at ours', () => {
  const one = { target: '/fhir/Condition', answer: searchset([condition()], { total: 2 }) };
  expect(kinds(rule, [call('resource', one), probe('resource', { ...one, stimulus: spoiled('malformed-query') }), probe('resource', { ...one, role: 'twiin-receiver' })])).toEqual(['not-applicable']);
  expect(kinds(simulatorRule, [call('resource', one)])).toEqual(['violation']);
  expect(kinds(simulatorRule, [probe('resource', one), call('resource', { ...one, status: 500 })])).toEqual(['not-applicable']);
  expect([rule.id, simulatorRule.id]).toEqual(['total-is-not-larger-than-matches', 'simulator-total-is-not-larger-than-matches']);
});
