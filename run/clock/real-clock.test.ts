import { expect, test } from 'vitest';
import { realClock } from './real-clock.ts';

test('it tells the time, and holding it does nothing', () => {
  const before = Date.now();
  const clock = realClock();
  const now = clock.now();
  expect(now).toBeGreaterThanOrEqual(before);
  expect(now).toBeLessThanOrEqual(Date.now());
  expect(() => clock.hold()()).not.toThrow();
});
test('no time, or less than none, passes at once', async () => {
  await realClock().sleep(0);
  await realClock().sleep(-5000, new AbortController().signal);
});
test('a sleep that is broken off rejects with the reason, also one that begins too late', async () => {
  const stop = new AbortController();
  const sleeping = realClock().sleep(3_600_000, stop.signal);
  stop.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  await expect(realClock().sleep(3_600_000, stop.signal)).rejects.toThrow('enough');
});
