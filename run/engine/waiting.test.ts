import { expect, test } from 'vitest';
import type { Clock } from '../../model/clock.ts';
import { virtualClock } from '../clock/virtual-clock.ts';
import { openChanges } from './signal.ts';
import { openWaiter, Stopped } from './waiting.ts';

/** A clock that counts who holds it and sleeps until it is told to wake. */
function countingClock(): Clock & { readonly held: () => number; readonly asleep: () => number; wake(to: number): void } {
  let held = 0;
  let now = 0;
  const sleepers = new Set<() => void>();
  return {
    now: () => now, held: () => held, asleep: () => sleepers.size,
    hold: () => { held += 1; return () => { held -= 1; }; },
    sleep: (_ms, signal) => new Promise((resolve, reject) => {
      const wake = (): void => { sleepers.delete(wake); resolve(); };
      sleepers.add(wake);
      signal?.addEventListener('abort', () => { sleepers.delete(wake); reject(signal.reason); });
    }),
    wake: (to) => { now = to; for (const one of [...sleepers]) one(); },
  };
}
const turns = async (): Promise<void> => { for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => { setImmediate(resolve); }); };
const open = (clock: Clock, stop = new AbortController()) => ({ stop, changes: openChanges(), waiter: openWaiter(clock, openChanges(), stop.signal) });

test('what is there already is found at once, also after the window and without letting go', async () => {
  const clock = countingClock();
  const { waiter } = open(clock);
  expect(await waiter.until(() => 'here', -5)).toBe('here');
  expect(clock.held()).toBe(1);
  waiter.end();
  expect(clock.held()).toBe(0);
});
test('it looks again at each change, lets go of the clock meanwhile, and holds it again when it found something', async () => {
  const clock = countingClock();
  const changes = openChanges();
  const waiter = openWaiter(clock, changes, new AbortController().signal);
  let found: string | undefined;
  let looked = 0;
  const waiting = waiter.until(() => { looked += 1; return found; }, 100);
  await turns();
  expect([looked, clock.held(), clock.asleep()]).toEqual([1, 0, 1]);
  changes.notify();
  await turns();
  expect([looked, clock.held(), clock.asleep()]).toEqual([2, 0, 1]);
  found = 'message';
  changes.notify();
  expect(await waiting).toBe('message');
  // Who was woken by a change no longer sleeps: a virtual clock would jump to it.
  expect([clock.held(), clock.asleep()]).toEqual([1, 0]);
});
test('after the window it is null, when it looked once more', async () => {
  const clock = countingClock();
  const { waiter } = open(clock);
  let found: string | undefined;
  const waiting = waiter.until(() => found, 100);
  await turns();
  clock.wake(99);
  await turns();
  expect(clock.asleep()).toBe(1);
  clock.wake(100);
  expect(await waiting).toBeNull();
  const late = waiter.until(() => found, 200);
  await turns();
  found = 'at the last moment';
  clock.wake(200);
  expect(await late).toBe('at the last moment');
});
test('virtual time jumps to the end of the window', async () => {
  const clock = virtualClock(0);
  const { waiter } = open(clock);
  expect(await waiter.until(() => undefined, 3_600_000)).toBeNull();
  expect(clock.now()).toBe(3_600_000);
});
test('asked to stop, whoever waits or begins to wait is told', async () => {
  const clock = countingClock();
  const { waiter, stop } = open(clock);
  const waiting = waiter.until(() => undefined, 100);
  await turns();
  stop.abort();
  await expect(waiting).rejects.toThrow(Stopped);
  await expect(waiter.until(() => 'here', 100)).rejects.toThrow(Stopped);
  expect(clock.held()).toBe(1);
});
test('work without the clock holds it again, also when it fails', async () => {
  const clock = countingClock();
  const { waiter } = open(clock);
  expect(await waiter.letGo(async () => clock.held())).toBe(0);
  await expect(waiter.letGo(async () => { throw new Error('no'); })).rejects.toThrow('no');
  expect(clock.held()).toBe(1);
});
test('patient work that is quick keeps the clock', async () => {
  const clock = countingClock();
  const { waiter } = open(clock);
  expect(await waiter.patiently(async () => { await turns(); return clock.held(); })).toBe(1);
  await expect(waiter.patiently(async () => { throw new Error('no'); })).rejects.toThrow('no');
  waiter.end();
  expect(clock.held()).toBe(0);
});
test('patient work that takes long lets go of it until it is done', async () => {
  const clock = countingClock();
  const { waiter } = open(clock);
  await waiter.patiently(async () => { while (clock.held() > 0) await new Promise((resolve) => { setImmediate(resolve); }); });
  expect(clock.held()).toBe(1);
  waiter.end();
  expect(clock.held()).toBe(0);
});
