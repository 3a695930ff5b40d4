import { expect, test } from 'vitest';
import { condition, kinds, probe, searchset } from '../../testing.ts';
import { totalIsNotLargerThanMatches as rule } from './total-is-not-larger-than-matches.ts';

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
