import { expect, test } from 'vitest';
import { kinds, notification, tokenCall } from '../../testing.ts';
import { clientObtainsTokenBeforeCalling as rule } from './client-obtains-token-before-calling.ts';

test('passes a call with a token that we gave, or that was taken', () => {
  expect(kinds(rule, [tokenCall(), notification()])).toEqual(['pass']);
  expect(kinds(rule, [notification()])).toEqual(['pass']);
  expect(kinds(rule, [tokenCall(), notification({}, { headers: {}, status: 401 })])).toEqual(['pass']);
});
test('reports a call without token, or with one out of nowhere', () => {
  expect(kinds(rule, [notification({}, { headers: {} , status: 401 })])).toEqual(['violation']);
  expect(kinds(rule, [notification({}, { status: 401 })])).toEqual(['violation']);
});
test('does not apply without calls, to a token that had expired, or under a fault', () => {
  expect(kinds(rule, [tokenCall()])).toEqual(['not-applicable']);
  expect(kinds(rule, [tokenCall(undefined, { status: 400, answer: {} }), notification({}, { status: 401 })])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({}, { status: 401, fault: 'twiin-401' })])).toEqual(['not-applicable']);
});
