import { expect, test } from 'vitest';
import { kinds, paths, probe, spoiled, tokenAnswer } from '../../testing.ts';
import { tokenResponseIsCompleteAtSut as rule } from './token-response-is-complete.ts';

const answered = (answer: Record<string, unknown> | string, settings = {}) => probe('token', { answer, answerHeaders: { 'content-type': 'application/json', 'cache-control': 'no-store' }, ...settings });
test('passes a whole answer', () => { expect(kinds(rule, answered(tokenAnswer()))).toEqual(['pass']); });
test('reports what misses, mildly for no-store and expires_in', () => {
  expect(paths(rule, answered(tokenAnswer({ access_token: undefined })))).toEqual(['access_token']);
  expect(kinds(rule, answered(tokenAnswer({ token_type: undefined })))).toEqual(['violation']);
  expect(kinds(rule, answered(tokenAnswer({ expires_in: undefined }), { answerHeaders: {} }))).toEqual(['violation<=warning', 'violation<=warning', 'pass']);
  expect(paths(rule, answered('token=x'))).toEqual(['body']);
  expect(paths(rule, answered(tokenAnswer(), { status: 201 }))).toEqual(['status']);
});
test('does not judge a refusal, silence or an invalid stimulus', () => {
  expect(kinds(rule, answered({}, { status: 400 }))).toEqual(['not-applicable']);
  expect(kinds(rule, answered({}, { status: null }))).toEqual(['not-tested']);
  expect(kinds(rule, answered(tokenAnswer(), { stimulus: spoiled('client-assertion-expired') }))).toEqual([]);
});
