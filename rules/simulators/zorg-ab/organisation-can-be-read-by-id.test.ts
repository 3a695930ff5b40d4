import { expect, test } from 'vitest';
import { kinds, searchset, told } from '../../testing.ts';
import { organization } from '../../zorg-ab/testing.ts';
import { asked, zuid } from './testing.ts';
import { organisationCanBeReadById as rule } from './organisation-can-be-read-by-id.ts';

const found = () => asked(`Organization?${zuid}`, { answer: searchset([organization('100', { partOf: { reference: 'Organization/99' } })]) });
const read = (id: string, settings = {}) => asked(`Organization/${id}`, { answer: organization(id), ...settings });
test('passes a read of a hit and of its parent', () => { expect(kinds(rule, [found(), read('100'), read('99')])).toEqual(['pass', 'pass']); });
test('reports a failing read and an absolute partOf', () => {
  expect(kinds(rule, [found(), read('100', { status: 404 })])).toEqual(['violation']);
  expect(kinds(rule, [found(), read('100', { answer: organization('100', { partOf: { reference: 'https://x.test/Organization/99' } }) })])).toEqual(['violation']);
});
test('does not apply to an id out of nowhere', () => { expect(kinds(rule, [read('1')])).toEqual(['not-applicable']); });
test('tells what came', () => {
  const at = 'violation response';
  expect(told(rule, [found(), read('100', { status: 404 })])).toEqual([`${at} body: HTTP 404`]);
  expect(told(rule, [found(), read('100', { answer: organization('101') })])).toEqual([`${at} body: HTTP 200`]);
  expect(told(rule, [found(), read('100', { answer: { resourceType: 'Endpoint', id: '100' } })])).toEqual([`${at} body: HTTP 200`]);
  expect(told(rule, [found(), read('100', { answer: '' })])).toEqual([`${at} body: HTTP 200`]);
  const parent = (reference: string) => told(rule, [found(), read('100', { answer: organization('100', { partOf: { reference } }) })]);
  for (const one of ['https://x.test/Organization/99', 'Organization/', 'Organization/9/x', `Organization/${'a'.repeat(65)}`, 'xOrganization/9']) expect(parent(one), one).toEqual([`${at} Organization.partOf.reference: ${one}`]);
  expect(parent('Organization/a-9.b')).toEqual(['pass']);
});
test('an id counts when it was named before', () => {
  expect(kinds(rule, [read('100'), found()])).toEqual(['not-applicable']);
  expect(kinds(rule, [found(), read('98'), asked('Endpoint/100'), asked('Organization?_id=100')])).toEqual(['not-applicable']);
});
