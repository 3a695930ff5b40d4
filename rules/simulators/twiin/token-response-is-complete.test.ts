import { expect, test } from 'vitest';
import { kinds, probe, tokenAnswer, tokenCall, told } from '../../testing.ts';
import { simulatorTokenResponseIsComplete as rule } from './token-response-is-complete.ts';

test('passes our whole answer', () => { expect(kinds(rule, tokenCall())).toEqual(['pass']); });
test('reports what misses', () => { expect(kinds(rule, tokenCall(undefined, { answer: tokenAnswer({ token_type: undefined }) }))).toEqual(['violation']); });
test('does not look at refusals or at the system\'s answers', () => {
  expect(kinds(rule, tokenCall(undefined, { status: 400 }))).toEqual([]);
  expect(kinds(rule, probe('token'))).toEqual([]);
});
test('tells what misses', () => { expect(told(rule, tokenCall(undefined, { answer: tokenAnswer({ token_type: undefined }) }))).toEqual(['violation response token_type: absent']); });
