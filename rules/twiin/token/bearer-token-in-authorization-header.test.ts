import { expect, test } from 'vitest';
import { call, kinds, notification, paths, tokenCall } from '../../testing.ts';
import { bearerTokenInAuthorizationHeader as rule } from './bearer-token-in-authorization-header.ts';

test('passes a bearer header', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports absence, another scheme, and a token elsewhere', () => {
  expect(kinds(rule, call('resource', { headers: {} }))).toEqual(['violation']);
  expect(kinds(rule, call('resource', { headers: { authorization: 'Basic eHg6eXk=' } }))).toEqual(['violation']);
  expect(paths(rule, call('resource', { target: '/fhir/Condition?access_token=x' }))).toEqual(['query access_token']);
  expect(paths(rule, call('resource', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Bearer x' }, body: 'access_token=x' }))).toEqual(['body access_token']);
});
test('does not look at a token request', () => { expect(kinds(rule, tokenCall())).toEqual([]); });
