import { expect, test } from 'vitest';
import { probe } from '../../rules/testing.ts';
import { awaitExpiry, endOf, needsToken, tokenAnswer } from './token-answer.ts';
import { claim, ends, scene } from './testing.ts';

const answered = (status: number | null, answer?: Record<string, unknown> | string) => probe('token', { status, answer });
test('reads token and lifetime where they have their type, of an answer that gives one', () => {
  const read = (status: number, answer: Record<string, unknown> | string) => { const { token, expiresIn } = tokenAnswer(answered(status, answer)); return [token, expiresIn]; };
  expect(read(200, { access_token: 'a', expires_in: 60 })).toEqual(['a', 60]);
  expect(read(200, { access_token: 7, expires_in: '60' })).toEqual([null, null]);
  for (const status of [201, 400]) expect(read(status, { access_token: 'a', expires_in: 60 })).toEqual([null, null]);
  for (const body of ['', '<html/>', '[]', 'null']) expect(read(200, body)).toEqual([null, null]);
  const none = answered(null);
  expect(tokenAnswer(none)).toEqual({ exchange: none, token: null, expiresIn: null });
});
test('without a token there is nothing to go on with, and how it ended is said', () => {
  const { c } = scene();
  expect(needsToken(c, tokenAnswer(answered(200, { access_token: 'a' })))).toBe('a');
  expect(() => needsToken(c, tokenAnswer(answered(400, {})))).toThrow('The system gave no access token on a right request (HTTP 400).');
  expect(endOf(answered(null))).toBe('timeout');
});
test('the expiry is waited for by the word of the answer, and a little more; without a word nothing can be said', async () => {
  const { c, did } = scene({ memory: { expiresIn: 120 } });
  expect([await ends(awaitExpiry, c), did]).toEqual([null, ['pause verlopen 121500']]);
  // A server may take it a few minutes more (RFC 7519 4.1.4): asked after that, an answer is no leeway any more.
  const patient = scene({ memory: { expiresIn: 120 }, claim: { ...claim, ixit: { ...claim.ixit, windows: { ...claim.ixit.windows, leeway: 300_000 } } } });
  expect([await ends(awaitExpiry, patient.c), patient.did]).toEqual([null, ['pause verlopen 421500']]);
  expect(await ends(awaitExpiry, scene({ memory: { expiresIn: null } }).c)).toContain('no expires_in');
});
