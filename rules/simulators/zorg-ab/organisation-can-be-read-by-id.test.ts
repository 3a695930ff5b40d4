import { expect, test } from 'vitest';
import { kinds, searchset } from '../../testing.ts';
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
