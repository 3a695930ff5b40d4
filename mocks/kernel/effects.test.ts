import { expect, test } from 'vitest';
import type { Effect, Store } from '../../model/simulator.ts';
import { manualClock, type ManualClock } from '../testing/manual-clock.ts';
import { createEffectRunner, type EffectRunner } from './effects.ts';
import { memoryStore } from './memory-store.ts';

const effect: Effect = { name: 'notify', afterMs: 7_200_000, data: { to: 'x' } };
let number = 0;
function runner(store: Store, clock: ManualClock, run: (effect: Effect, tenant: string) => Promise<void>, errors: unknown[] = []): EffectRunner {
  return createEffectRunner({ store, clock, uuid: () => String(number++), run, onError: (error) => errors.push(error) });
}

test('an effect waits in the store, runs on the clock and is then gone', async () => {
  const store = memoryStore(); const clock = manualClock(); const ran: unknown[] = [];
  const effects = runner(store, clock, async (one, tenant) => { expect(clock.holds()).toBe(1); ran.push([one.name, tenant]); });
  effects.keep([effect], 't1');
  expect(store.list('effects')).toHaveLength(1);
  await clock.advance(7_199_999);
  expect(ran).toEqual([]);
  await clock.advance(1);
  await effects.settled();
  expect(ran).toEqual([['notify', 't1']]);
  expect(store.list('effects')).toEqual([]);
  expect(clock.holds()).toBe(0);
});
test('after a restart it is taken up, once, at its own time', async () => {
  const store = memoryStore(); const clock = manualClock(); const ran: string[] = [];
  const first = runner(store, clock, async () => { ran.push('first'); });
  first.keep([effect], 't1');
  first.stop();
  await clock.advance(3_600_000);
  const second = runner(store, clock, async () => { ran.push('second'); });
  second.resume();
  second.resume();
  await clock.advance(3_600_000);
  await second.settled();
  expect(ran).toEqual(['second']);
});
test('an overdue effect runs at once', async () => {
  const store = memoryStore(); const clock = manualClock(); const ran: string[] = [];
  const first = runner(store, clock, async () => {});
  first.keep([effect], 't1');
  first.stop();
  await clock.advance(10 * 7_200_000);
  const second = runner(store, clock, async () => { ran.push('second'); });
  second.resume();
  await second.settled();
  expect(ran).toEqual(['second']);
});
test('a failing effect is reported once and does not come back', async () => {
  const store = memoryStore(); const clock = manualClock(); const errors: unknown[] = [];
  const effects = runner(store, clock, async () => { throw new Error('no network'); }, errors);
  effects.keep([{ ...effect, afterMs: 0 }], 't1');
  await effects.settled();
  expect(errors).toEqual([new Error('no network')]);
  expect(store.list('effects')).toEqual([]);
});
