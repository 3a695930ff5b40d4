import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../model/clock.ts';

/** The clock of the machine; nobody can hold it. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => wait(ms, undefined, signal ? { signal } : {}),
  hold: () => () => undefined,
};
