import { expect, test } from 'vitest';
import { call, kinds, notification, tokenAnswer, tokenCall, told } from '../../testing.ts';
import { clientObtainsTokenBeforeCalling as rule } from './client-obtains-token-before-calling.ts';

test('passes a call with a token that we gave, or that was taken', () => {
  expect(kinds(rule, [tokenCall(), notification()])).toEqual(['pass']);
  expect(kinds(rule, [notification()])).toEqual(['pass']);
  expect(kinds(rule, [tokenCall(), notification({}, { headers: {}, status: 401 })])).toEqual(['pass']);
});
test('reports a call without token, or with one out of nowhere', () => {
  expect(kinds(rule, [notification({}, { headers: {} , status: 401 })])).toEqual(['violation']);
  expect(kinds(rule, [notification({}, { status: 401 })])).toEqual(['violation<=warning']);
});
test('does not apply without calls, to a token that had expired, or under a fault', () => {
  expect(kinds(rule, [tokenCall()])).toEqual(['not-applicable']);
  expect(kinds(rule, [tokenCall(undefined, { status: 400, answer: {} }), notification({}, { status: 401 })])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({}, { status: 401, fault: 'twiin-401' })])).toEqual(['not-applicable']);
});
test('a token that was kept from an earlier run is refused, and a new one asked', () => {
  expect(kinds(rule, [notification({}, { status: 401 }), tokenCall(), notification()])).toEqual(['not-applicable', 'pass']);
});
test('tells what was wrong with the call', () => {
  expect(told(rule, [notification({}, { headers: {}, status: 401 })])).toEqual(['violation request header authorization: a call without a token']);
  expect(told(rule, [notification({}, { status: 401 })])).toEqual(['violation<=warning request header authorization: a token that our authorization server did not give, and no token request before it']);
});
test('a token counts from its request on, at the same organisation', () => {
  const bare = { headers: {}, status: 401 };
  const refused = tokenCall(undefined, { status: 400, answer: {} });
  expect(kinds(rule, [refused, notification({}, bare)])).toEqual(['violation']);
  expect(kinds(rule, [notification({}, bare), tokenCall()])).toEqual(['violation']);
  expect(kinds(rule, [notification({}, { status: 401 }), tokenCall(undefined, { organisation: '90000055' })])).toEqual(['violation<=warning']);
  expect(kinds(rule, [tokenCall(undefined, { organisation: '90000055' }), notification({}, bare)])).toEqual(['violation']);
  expect(kinds(rule, [tokenCall(undefined, { organisation: '90000055', answer: tokenAnswer({ access_token: 'tok-9' }) }), notification({}, { status: 401 })])).toEqual(['violation<=warning']);
  expect(kinds(rule, [tokenCall(undefined, { organisation: '90000055' }), notification({}, { status: 401 })])).toEqual(['pass']);
  expect(kinds(rule, [tokenCall(undefined, { answer: tokenAnswer({ access_token: 'tok-9' }) }), notification({}, { status: 401 })])).toEqual(['not-applicable']);
  expect(kinds(rule, [tokenCall(), notification({}, { status: 401 })])).toEqual(['pass']);
  expect(kinds(rule, [tokenCall(undefined, { role: 'zorgab-client' }), notification({}, bare)])).toEqual(['violation']);
});
test('looks at calls that were answered, at each protected endpoint', () => {
  expect(kinds(rule, [notification({}, { headers: {}, status: null })])).toEqual(['not-applicable']);
  expect(kinds(rule, [call('resource', { headers: {}, status: 401 }), call('workflow-task', { headers: {}, status: 401 }), call('directory', { headers: {}, status: 401 })])).toEqual(['violation', 'violation']);
  expect(kinds(rule, [notification({}, { headers: {}, status: 201 })])).toEqual(['violation']);
});
