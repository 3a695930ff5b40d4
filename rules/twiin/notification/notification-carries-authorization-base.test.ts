import { expect, test } from 'vitest';
import { claimWith, input, kinds, notification, told } from '../../testing.ts';
import { notificationCarriesAuthorizationBase as rule } from './notification-carries-authorization-base.ts';

test('passes when present', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('remarks on absence', () => { expect(kinds(rule, notification({ input: [] }))).toEqual(['violation<=remark']); });
test('does not apply when none is claimed', () => {
  expect(kinds(rule, notification({ input: [] }), { claim: claimWith({ authorizationBase: false }) })).toEqual(['not-applicable']);
});
test('tells how many there are', () => {
  const base = input('authorization-base', { valueString: 'x' });
  expect(told(rule, notification({ input: [] }))).toEqual(['violation<=remark request Task.input: absent']);
  expect(told(rule, notification({ input: [base, input('search-resource', {}), base] }))).toEqual(['violation<=remark request Task.input: 2 of them']);
  expect(kinds(rule, notification({ input: [base, base] }), { claim: claimWith({ authorizationBase: false }) })).toEqual(['violation<=remark']);
  expect(kinds(rule, notification(), { claim: claimWith({ authorizationBase: false }) })).toEqual(['pass']);
});
