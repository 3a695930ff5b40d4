import { expect, test } from 'vitest';
import { call, probe } from '../testing.ts';
import { noAnswer } from './outcome.ts';
import { brokenOff, isBrokenOff, isReadable, unread } from './unread.ts';

test('a whole answer can be read', () => {
  expect(isReadable(probe('resource'))).toBe(true);
  expect(isReadable(probe('resource', { answerHeaders: { 'content-encoding': 'identity' } }))).toBe(true);
});
test('no answer, a part of one, and a compressed one cannot', () => {
  for (const one of [{ status: null }, { transport: { outcome: 'reset' } }, { answerHeaders: { 'content-encoding': 'gzip' } }] as const) expect(isReadable(probe('resource', one))).toBe(false);
  expect(unread(probe('resource', { status: null }))).toBe(noAnswer);
  expect(unread(probe('resource', { transport: { outcome: 'reset' } }))).toBe(brokenOff);
  expect(unread(probe('resource', { transport: { outcome: 'timeout' } }))).toBe(brokenOff);
  expect(unread(probe('resource', { answerHeaders: { 'content-encoding': 'gzip' } })).en).toMatch(/compressed/);
});
test('only what the probe got is broken off', () => {
  expect(isBrokenOff(probe('resource', { status: null }))).toBe(false);
  expect(isBrokenOff(call('resource', { transport: { outcome: 'reset' } }))).toBe(false);
});
