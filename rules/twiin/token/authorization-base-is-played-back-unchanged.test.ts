import { expect, test } from 'vitest';
import { call, grant, kinds, tokenCall, tokenForm, told } from '../../testing.ts';
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
test('tells in what way it differs, and never the value', () => {
  const at = 'violation request assertion claims.authorization_base:';
  const seen = (claims: Record<string, unknown>) => told(rule, [asked(claims)], { grants: [grant()] });
  expect(seen({})).toEqual([`${at} absent`]);
  expect(seen({ authorization_base: 7 })).toEqual([`${at} a number`]);
  expect(seen({ authorization_base: 'grondslag' })).toEqual([`${at} another value of 9 characters`]);
});
test('compares with what this organisation was given by us, any of them', () => {
  const right = asked({ authorization_base: 'Z3JvbmRzbGFn' });
  expect(kinds(rule, [right], { grants: [grant({ authorizationBase: 'b3VkZXI=' }), grant()] })).toEqual(['pass']);
  expect(kinds(rule, [right], { grants: [grant({ senderUra: '90000055' })] })).toEqual(['not-applicable']);
  expect(kinds(rule, [right], { grants: [grant({ by: 'sut' })] })).toEqual(['not-applicable']);
  expect(kinds(rule, [right], { grants: [] })).toEqual(['not-applicable']);
  expect(kinds(rule, [right], { grants: [grant(), grant({ authorizationBase: null })] })).toEqual(['not-applicable']);
  expect(kinds(rule, [asked({ authorization_base: 'x' })], { grants: [grant({ senderUra: '90000055', authorizationBase: 'x' }), grant()] })).toEqual(['violation']);
});
test('looks at the token requests of a receiver with a grant assertion', () => {
  const sender = tokenCall(tokenForm({}, {}), { role: 'twiin-sender', organisation: '90000044' });
  const without = tokenCall(tokenForm({ assertion: undefined }), { role: 'twiin-receiver', organisation: '90000044' });
  const elsewhere = call('resource', { body: tokenForm(), organisation: '90000044' });
  expect(kinds(rule, [sender, without, elsewhere], { grants: [grant()] })).toEqual(['not-applicable']);
  expect(kinds(rule, [sender, asked({}), asked({ authorization_base: 'Z3JvbmRzbGFn' })], { grants: [grant()] })).toEqual(['violation', 'pass']);
});
