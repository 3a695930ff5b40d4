import { expect, test } from 'vitest';
import { kinds, searchset, told } from '../../testing.ts';
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
test('tells what came', () => {
  const at = 'violation response';
  expect(told(rule, search(searchset([organization('o1'), organization('o2', {}, '90000055')])))).toEqual([`${at} Bundle.entry: Organization/o2`]);
  expect(told(rule, search(searchset([])))).toEqual([`${at} Bundle.total: 0 entries, total 0`]);
  expect(told(rule, search(searchset([organization('o1')], { total: 0 })))).toEqual([`${at} Bundle.total: 1 entries, total 0`]);
  expect(told(rule, search(searchset([organization('o1')], { total: '1' })))).toEqual([`${at} Bundle.total: 1 entries, total 1`]);
  expect(kinds(rule, search(searchset([organization('o1'), { resourceType: 'Endpoint', id: 'e' }])))).toEqual(['pass']);
  expect(kinds(rule, search(searchset([organization('o1', { identifier: [{ system: 'x', value: '90000022' }] })])))).toEqual(['violation']);
  expect(kinds(rule, search(searchset([organization('o1')]), zuid.replace('90000022', '90009999')))).toEqual(['violation']);
});
test('a URA is compared with its leading zeros', () => {
  const short = zuid.replace('90000022', '1234567');
  expect(kinds(rule, search(searchset([organization('o1', {}, '01234567')]), short))).toEqual(['pass']);
  expect(kinds(rule, search(searchset([organization('o1', {}, '1234567')]), zuid.replace('90000022', '01234567')))).toEqual(['pass']);
});
test('looks at searches by URA only', () => {
  for (const path of [`Endpoint?${zuid}`, `Organization/o1?${zuid}`, 'Organization?identifier=x|90000022', 'Organization?identifier=90000022', 'Organization?identifier=a|b|c']) expect(kinds(rule, asked(path)), path).toEqual([]);
});
test.each(['90000011', '90000066', '90000077', '90000088'])('%s has no entry of its own, so nothing is right', (ura) => {
  expect(kinds(rule, search(searchset([]), zuid.replace('90000022', ura)))).toEqual(['pass']);
});
