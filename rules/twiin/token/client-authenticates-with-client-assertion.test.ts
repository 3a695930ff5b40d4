import { expect, test } from 'vitest';
import { kinds, notification, paths, tokenCall, tokenForm, told } from '../../testing.ts';
import { clientAuthenticatesWithClientAssertion as rule } from './client-authenticates-with-client-assertion.ts';

test('passes a client assertion', () => { expect(kinds(rule, tokenCall())).toEqual(['pass']); });
test('reports a wrong type, an absent and a malformed assertion', () => {
  expect(paths(rule, tokenCall(tokenForm({ client_assertion_type: undefined })))).toEqual(['body client_assertion_type']);
  expect(paths(rule, tokenCall(tokenForm({ client_assertion: undefined })))).toEqual(['body client_assertion']);
  expect(paths(rule, tokenCall(tokenForm({ client_assertion: 'x.y' })))).toEqual(['body client_assertion']);
});
test('does not look at other messages', () => { expect(kinds(rule, notification())).toEqual([]); });
test('tells what was found', () => {
  expect(told(rule, tokenCall(tokenForm({ client_assertion_type: 'x' })))).toEqual(['violation request body client_assertion_type: x']);
  expect(told(rule, tokenCall(tokenForm({ client_assertion: undefined })))).toEqual(['violation request body client_assertion: absent']);
  expect(told(rule, tokenCall(tokenForm({ client_assertion: 'x.y' })))).toEqual(['violation request body client_assertion: not a compact JWS']);
});
