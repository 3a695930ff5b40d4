import { expect, test } from 'vitest';
import { grant, kinds, tokenCall, tokenForm } from '../../testing.ts';
import { authorizationBaseIsPlayedBackUnchanged as rule } from './authorization-base-is-played-back-unchanged.ts';

const asked = (claims: Record<string, unknown>) => tokenCall(tokenForm({}, claims), { role: 'twiin-receiver', organisation: '90000044' });
test('passes the same value', () => {
  expect(kinds(rule, [asked({ authorization_base: 'Z3JvbmRzbGFn' })], { grants: [grant()] })).toEqual(['pass']);
});
test('reports an absent, trimmed or decoded value', () => {
  for (const claims of [{}, { authorization_base: 'Z3JvbmRzbGF' }, { authorization_base: 'grondslag' }, { authorization_base: 7 }]) {
    expect(kinds(rule, [asked(claims)], { grants: [grant()] })).toEqual(['violation']);
  }
});
test('does not apply without a base given out, or without a token request', () => {
  expect(kinds(rule, [asked({})], { grants: [grant({ authorizationBase: null })] })).toEqual(['not-applicable']);
  expect(kinds(rule, [], { grants: [grant()] })).toEqual(['not-applicable']);
});
