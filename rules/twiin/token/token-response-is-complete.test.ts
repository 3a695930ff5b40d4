import { expect, test } from 'vitest';
import { kinds, paths, probe, spoiled, tokenAnswer, told } from '../../testing.ts';
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
test('tells what was found where', () => {
  expect(told(rule, answered(tokenAnswer({ access_token: undefined, token_type: 7 })))).toEqual(['violation response access_token: absent', 'violation response token_type: a number']);
  expect(told(rule, answered(tokenAnswer({ expires_in: '300' }), { answerHeaders: { 'content-type': 'application/json', 'cache-control': 'max-age=60' } }))).toEqual([
    'violation<=warning response header cache-control: max-age=60', 'violation<=warning response expires_in: 300', 'pass',
  ]);
  expect(told(rule, answered('token=x'))[0]).toMatch(/^violation response body: [a-z-]+$/);
  expect(told(rule, answered(tokenAnswer(), { status: 201 }))).toEqual(['violation response status: HTTP 201']);
  expect(kinds(rule, answered(tokenAnswer(), { answerHeaders: { 'content-type': 'application/json', 'cache-control': 'private, No-Store' } }))).toEqual(['pass']);
});
