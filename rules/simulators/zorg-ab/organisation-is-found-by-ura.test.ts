import { expect, test } from 'vitest';
import { kinds, searchset } from '../../testing.ts';
import { organization } from '../../zorg-ab/testing.ts';
import { asked, zuid } from './testing.ts';
import { organisationIsFoundByUra as rule } from './organisation-is-found-by-ura.ts';

const search = (answer: Record<string, unknown>, query = zuid, settings = {}) => asked(`Organization?${query}`, { answer, ...settings });
test('passes the organisation, and nothing for an unknown URA', () => {
  expect(kinds(rule, search(searchset([organization('o1')])))).toEqual(['pass']);
  expect(kinds(rule, search(searchset([]), zuid.replace('90000022', '90009999')))).toEqual(['pass']);
});
test('reports strangers, nobody, and a missing total', () => {
  expect(kinds(rule, search(searchset([organization('o1', {}, '90000055')])))).toEqual(['violation']);
  expect(kinds(rule, search(searchset([])))).toEqual(['violation']);
  expect(kinds(rule, search(searchset([organization('o1')], { total: undefined })))).toEqual(['violation']);
});
test('does not judge an error or another search', () => {
  expect(kinds(rule, search({}, zuid, { status: 500 }))).toEqual(['not-applicable']);
  expect(kinds(rule, search({}, 'name=x'))).toEqual([]);
});
