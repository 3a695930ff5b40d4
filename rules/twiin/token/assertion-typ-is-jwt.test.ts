import { expect, test } from 'vitest';
import { jwt, kinds, tokenCall, tokenForm } from '../../testing.ts';
import { assertionTypIsJwt as rule } from './assertion-typ-is-jwt.ts';

const made = (typ: unknown) => jwt({ alg: 'ES512', ...(typ === undefined ? {} : { typ }) }, {});
test('passes both assertions', () => { expect(kinds(rule, tokenCall())).toEqual(['pass', 'pass']); });
test('reports another typ: hard for the client assertion, mild for the grant assertion and for letter case', () => {
  expect(kinds(rule, tokenCall(tokenForm({ client_assertion: made('at+jwt') })))).toEqual(['violation', 'pass']);
  expect(kinds(rule, tokenCall(tokenForm({ assertion: made(undefined) })))).toEqual(['pass', 'violation<=warning']);
  expect(kinds(rule, tokenCall(tokenForm({ client_assertion: made('jwt') })))).toEqual(['violation<=remark', 'pass']);
});
test('does not apply without assertions', () => { expect(kinds(rule, tokenCall('grant_type=x'))).toEqual(['not-applicable']); });
