import { expect, test } from 'vitest';
import { virtualClock } from './virtual-clock.ts';

test('an hour passes at once when nobody holds the clock, in the order of the sleepers', async () => {
  const clock = virtualClock(1_000);
  const woken: string[] = [];
  const late = clock.sleep(3_600_000).then(() => woken.push('late'));
  const early = clock.sleep(1_000).then(() => woken.push('early'));
  await Promise.all([late, early]);
  expect(woken).toEqual(['early', 'late']);
  expect(clock.now()).toBe(3_601_000);
});

test('time stands still while somebody holds it', async () => {
  const clock = virtualClock(0);
  const release = clock.hold();
  let woken = false;
  const sleeping = clock.sleep(10).then(() => { woken = true; });
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(woken).toBe(false);
  expect(clock.now()).toBe(0);
  release();
  release();
  expect(clock.outstanding()).toBe(0);
  await sleeping;
  expect(clock.now()).toBe(10);
});

test('an aborted sleep rejects and does not move the clock', async () => {
  const clock = virtualClock(0);
  const stop = new AbortController();
  const sleeping = clock.sleep(5_000, stop.signal);
  stop.abort(new Error('enough'));
  await expect(sleeping).rejects.toThrow('enough');
  expect(clock.now()).toBe(0);
});
