import { expect, test } from 'vitest';
import { kinds, probe, searchset, told } from '../../testing.ts';
import { bundleHasSelfLink as rule } from './bundle-has-self-link.ts';

const answered = (changes = {}, settings = {}) => probe('resource', { target: '/fhir/Condition', answer: searchset([], changes), ...settings });
test('passes a self link', () => { expect(kinds(rule, answered())).toEqual(['pass']); });
test('reports absence', () => {
  expect(kinds(rule, answered({ link: undefined }))).toEqual(['violation']);
  expect(kinds(rule, answered({ link: [{ relation: 'self' }] }))).toEqual(['violation']);
});
test('does not apply to what is no Bundle', () => {
  expect(kinds(rule, answered({ resourceType: 'Basic' }))).toEqual(['not-applicable']);
  expect(kinds(rule, answered({}, { status: 404 }))).toEqual(['not-applicable']);
});
test('tells where; silence is not tested', () => {
  expect(told(rule, answered({ link: undefined }))).toEqual(['violation response Bundle.link: absent']);
  expect(kinds(rule, answered({}, { status: null }))).toEqual(['not-tested']);
  expect(kinds(rule, answered({}, { status: 404, answer: searchset([], { link: [] }) }))).toEqual(['not-applicable']);
});
