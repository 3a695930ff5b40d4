import { expect, test } from 'vitest';
import { claimWith, kinds, notification } from '../../testing.ts';
import { notificationCarriesAuthorizationBase as rule } from './notification-carries-authorization-base.ts';

test('passes when present', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('remarks on absence', () => { expect(kinds(rule, notification({ input: [] }))).toEqual(['violation<=remark']); });
test('does not apply when none is claimed', () => {
  expect(kinds(rule, notification({ input: [] }), { claim: claimWith({ authorizationBase: false }) })).toEqual(['not-applicable']);
});
