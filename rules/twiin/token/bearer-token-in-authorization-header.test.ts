import { expect, test } from 'vitest';
import { call, kinds, notification, paths, tokenCall, told } from '../../testing.ts';
import { bearerTokenInAuthorizationHeader as rule } from './bearer-token-in-authorization-header.ts';

test('passes a bearer header', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports absence, another scheme, and a token elsewhere', () => {
  expect(kinds(rule, call('resource', { headers: {} }))).toEqual(['violation']);
  expect(kinds(rule, call('resource', { headers: { authorization: 'Basic eHg6eXk=' } }))).toEqual(['violation']);
  expect(paths(rule, call('resource', { target: '/fhir/Condition?access_token=x' }))).toEqual(['query access_token']);
  expect(paths(rule, call('resource', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Bearer x' }, body: 'access_token=x' }))).toEqual(['body access_token']);
});
test('does not look at a token request', () => { expect(kinds(rule, tokenCall())).toEqual([]); });
test('tells what was found where', () => {
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Bearer x' } };
  expect(told(rule, call('resource', { headers: {} }))).toEqual(['violation request header authorization: no Authorization header']);
  expect(told(rule, call('resource', { headers: { authorization: 'Basic eHg6eXk=' } }))).toEqual(['violation request header authorization: scheme Basic']);
  expect(told(rule, call('resource', { target: '/fhir/Condition?access_token=x' }))).toEqual(['violation request query access_token: a token in the query']);
  expect(told(rule, call('resource', { ...form, body: 'a=b&access_token=x' }))).toEqual(['violation request body access_token: a token in the form body']);
  expect(kinds(rule, call('resource', { ...form, body: 'a=b' }))).toEqual(['pass']);
  expect(kinds(rule, call('resource', { target: '/fhir/Condition?code=x' }))).toEqual(['pass']);
  expect(kinds(rule, call('resource', { ...form, headers: { 'content-type': 'text/plain', authorization: 'Bearer x' }, body: 'access_token=x' }))).toEqual(['pass']);
});
