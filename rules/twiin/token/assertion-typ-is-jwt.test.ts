import { expect, test } from 'vitest';
import { jwt, kinds, tokenCall, tokenForm, told } from '../../testing.ts';
import { assertionTypIsJwt as rule } from './assertion-typ-is-jwt.ts';

const made = (typ: unknown) => jwt({ alg: 'ES512', ...(typ === undefined ? {} : { typ }) }, {});
test('passes both assertions', () => { expect(kinds(rule, tokenCall())).toEqual(['pass', 'pass']); });
test('reports another typ: hard for the client assertion, mild for the grant assertion and for letter case', () => {
  expect(kinds(rule, tokenCall(tokenForm({ client_assertion: made('at+jwt') })))).toEqual(['violation', 'pass']);
  expect(kinds(rule, tokenCall(tokenForm({ assertion: made(undefined) })))).toEqual(['pass', 'violation<=warning']);
  expect(kinds(rule, tokenCall(tokenForm({ client_assertion: made('jwt') })))).toEqual(['violation<=remark', 'pass']);
});
test('does not apply without assertions', () => { expect(kinds(rule, tokenCall('grant_type=x'))).toEqual(['not-applicable']); });
test('tells where, and what was found', () => {
  expect(told(rule, tokenCall(tokenForm({ client_assertion: made('at+jwt'), assertion: made('jwt') })))).toEqual([
    'violation request client_assertion header.typ: at+jwt', 'violation<=remark request assertion header.typ: jwt',
  ]);
  expect(told(rule, tokenCall(tokenForm({ client_assertion: made(undefined), assertion: made(7) })))).toEqual([
    'violation request client_assertion header.typ: absent', 'violation<=warning request assertion header.typ: 7',
  ]);
});
