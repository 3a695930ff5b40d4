import { expect, test } from 'vitest';
import { kinds, searchset } from '../../testing.ts';
import { organization } from '../../zorg-ab/testing.ts';
import { asked, zuid } from './testing.ts';
import { searchHasTotal as rule } from './search-has-total.ts';

const search = (answer: Record<string, unknown>, settings = {}, query = zuid) => asked(`Organization?${query}`, { answer, ...settings });
const unknown = zuid.replace('90000022', '90009999');
test('passes a right total, also zero and on a page', () => {
  expect(kinds(rule, search(searchset([organization('o1')])))).toEqual(['pass']);
  expect(kinds(rule, search(searchset([]), {}, unknown))).toEqual(['pass']);
  expect(kinds(rule, search(searchset([organization('o1')], { total: 5, link: [{ relation: 'next', url: 'x' }] })))).toEqual(['pass']);
});
test('reports a missing or wrong total, an error, and hits for an unknown URA', () => {
  expect(kinds(rule, search(searchset([organization('o1')], { total: undefined })))).toEqual(['violation']);
  expect(kinds(rule, search(searchset([organization('o1')], { total: 2 })))).toEqual(['violation']);
  expect(kinds(rule, search({}, { status: 404 }))).toEqual(['violation']);
  expect(kinds(rule, search(searchset([organization('o1')]), {}, unknown))).toEqual(['violation']);
});
test('does not apply to other questions', () => {
  expect(kinds(rule, asked('Organization?identifier=%7C%7Cx%7C', { status: 400 }))).toEqual([]);
  expect(kinds(rule, search({}, { status: 415, headers: { 'content-type': 'x' } }))).toEqual(['not-applicable']);
});
