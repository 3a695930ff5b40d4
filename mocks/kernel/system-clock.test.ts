import { expect, test } from 'vitest';
import { systemClock } from './system-clock.ts';

test('it tells the time that it was given, and sleeps', async () => {
  const clock = systemClock(() => 42);
  await clock.sleep(1);
  clock.hold()();
  expect(clock.now()).toBe(42);
});
test('a sleep ends with the reason of its signal', async () => {
  const stop = new AbortController();
  const sleeping = systemClock().sleep(60_000, stop.signal);
  stop.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  await expect(systemClock().sleep(1, stop.signal)).rejects.toThrow('enough');
});
