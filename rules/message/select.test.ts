import { expect, test } from 'vitest';
import { attestation, call, probe, spoiled as bad, trigger } from '../testing.ts';
import { exchangesOf, isSpoiled, refused, spoiled, success, sutCalls, weCall } from './select.ts';

test.each<[number | null, boolean, boolean]>([
  [199, false, false], [200, true, false], [299, true, false], [300, false, false], [399, false, false], [400, false, true], [499, false, true], [500, false, false], [null, false, false],
])('status %s is a success: %s, a refusal: %s', (status, good, no) => {
  expect(success(call('resource', { status }))).toBe(good);
  expect(refused(call('resource', { status }))).toBe(no);
});
test('a call is told by its side, role and endpoint', () => {
  const theirs = call('notification');
  const ours = probe('token');
  expect([sutCalls(theirs, 'twiin-sender', 'notification'), sutCalls(theirs, ['x', 'twiin-sender'], 'token', 'notification')]).toEqual([true, true]);
  expect([sutCalls(ours, 'twiin-sender', 'token'), sutCalls(theirs, 'twiin-receiver', 'notification'), sutCalls(theirs, 'twiin-sender', 'token'), sutCalls(theirs, 'twiin-sender')]).toEqual([false, false, false, false]);
  expect([weCall(ours, 'twiin-sender', 'token'), weCall(ours, ['x', 'twiin-sender'], 'resource', 'token')]).toEqual([true, true]);
  expect([weCall(theirs, 'twiin-sender', 'notification'), weCall(ours, 'twiin-receiver', 'token'), weCall(ours, 'twiin-sender', 'resource')]).toEqual([false, false, false]);
});
test('a stimulus is valid or has a name', () => {
  const one = probe('token', { stimulus: bad('no-token') });
  expect([spoiled(one), spoiled(probe('token'))]).toEqual(['no-token', null]);
  expect([isSpoiled(one, ['token-expired', 'no-token']), isSpoiled(one, ['token-expired']), isSpoiled(probe('token'), ['no-token'])]).toEqual([true, false, false]);
});
test('exchanges stand in journal order, without the rest', () => {
  const [one, two] = [call('token', { seq: 1 }), call('token', { seq: 2 })];
  const trace = [two, trigger('send'), attestation('q', 'yes' as never), one];
  expect(exchangesOf(trace)).toEqual([one, two]);
  expect(trace[0]).toBe(two);
});
