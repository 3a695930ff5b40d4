import { expect, it } from 'vitest';
import type { FhirFinding } from '../../finding.ts';
import { catches, near } from './caught.ts';

const finding = (more: Partial<FhirFinding>): FhirFinding => ({ code: 'element-missing', severity: 'error', path: ['name', 0], expression: '', actual: '', expected: { nl: '', en: '' }, ...more });

it('takes the place itself, what is inside it, and its parent', () => {
  for (const found of [['name', 0, 'given', 1], ['name', 0, 'given', 1, 'x'], ['name', 0, 'given'], ['name', 0]]) expect(near(found, ['name', 0, 'given', 1]), found.join('.')).toBe(true);
});
it('takes no other place', () => {
  for (const found of [[], ['name'], ['name', 1], ['name', 0, 'given', 0], ['name', 0, 'family'], ['telecom', 0, 'given', 1]]) expect(near(found, ['name', 0, 'given', 1]), found.join('.')).toBe(false);
});
it('takes a primitive and its sibling, and a choice with and without type, as one place', () => {
  expect(near(['_birthDate', 'extension', 0], ['birthDate'])).toBe(true);
  expect(near(['value'], ['valueQuantity'])).toBe(true);
  expect(near(['values'], ['value'])).toBe(false);
  expect(near(['valueset'], ['value'])).toBe(false);
});
it('asks the code, the severity and the invariant', () => {
  const expected = { codes: ['element-missing', 'slice-missing'] } as const;
  expect(catches([finding({})], expected, ['name', 0])).toHaveLength(1);
  expect(catches([finding({ code: 'too-many' })], expected, ['name', 0])).toEqual([]);
  expect(catches([finding({ severity: 'warning' })], expected, ['name', 0])).toEqual([]);
  expect(catches([finding({ severity: 'warning' })], { ...expected, severity: 'warning' }, ['name', 0])).toHaveLength(1);
  expect(catches([finding({ invariant: 'a-1' })], { ...expected, invariant: 'a-2' }, ['name', 0])).toEqual([]);
  expect(catches([finding({ invariant: 'a-1' })], { ...expected, invariant: 'a-1' }, ['name', 0])).toHaveLength(1);
});
