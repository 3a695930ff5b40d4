import { expect, test } from 'vitest';
import { kinds, searchset, told } from '../../testing.ts';
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
test('tells what came', () => {
  const at = 'violation response';
  const hit = () => organization('o1');
  expect(told(rule, search(searchset([hit()], { total: 2 })))).toEqual([`${at} Bundle.total: total 2, 1 hits`]);
  expect(told(rule, search(searchset([hit()], { total: undefined })))).toEqual([`${at} Bundle.total: total undefined, 1 hits`]);
  expect(told(rule, search(searchset([], { total: undefined }), {}, unknown))).toEqual([`${at} Bundle.total: undefined`]);
  expect(told(rule, search({}, { status: 404 }))).toEqual([`${at} status: HTTP 404`]);
  expect(told(rule, search(searchset([], { type: 'history' })))).toEqual([`${at} status: HTTP 200`]);
  expect(told(rule, search(searchset([]), { status: 206 }))).toEqual([`${at} status: HTTP 206`]);
  expect(told(rule, search({}, { status: 415 }))).toEqual([`${at} status: HTTP 415`]);
  expect(told(rule, search({}, { status: 400, headers: { 'content-type': 'x' } }))).toEqual([`${at} status: HTTP 400`]);
});
test('a page may hold less than the total, never more', () => {
  const next = { link: [{ relation: 'next', url: 'x' }] };
  expect(kinds(rule, search(searchset([organization('o1')], { total: 0, ...next })))).toEqual(['violation']);
  expect(kinds(rule, search(searchset([organization('o1')], { total: 3 }), {}, `${zuid}&_page=2`))).toEqual(['pass']);
  expect(kinds(rule, search(searchset([organization('o1')], { total: 1, ...next })))).toEqual(['pass']);
  expect(kinds(rule, search(searchset([], { total: '0' })))).toEqual(['violation']);
  expect(kinds(rule, search(searchset([organization('o1')]), {}, 'identifier=x|90009999'))).toEqual(['pass']);
});
test('looks at searches by identifier only', () => { for (const path of [`Endpoint?${zuid}`, `Organization/o1?${zuid}`, 'Organization?name=x']) expect(kinds(rule, asked(path)), path).toEqual([]); });
