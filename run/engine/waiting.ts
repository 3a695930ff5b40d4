import type { Clock } from '../../model/clock.ts';
import type { Changes } from './signal.ts';

/** Thrown when the run is asked to stop while a case waits; the case stays waiting on disk. */
export class Stopped extends Error { constructor() { super('The run was stopped while a case was waiting'); } }

export interface Waiter {
  /** Looks at once and after every change, until something is found or the clock passes `until` (then null). */
  until<T>(find: () => T | undefined, until: number): Promise<T | null>;
  /** Runs `work` without holding the clock. */
  letGo<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Runs `work` and lets go of the clock only when it takes long in real time: the other party may itself be waiting for
   * something of ours that sleeps on the same (virtual) clock.
   */
  patiently<T>(work: () => Promise<T>): Promise<T>;
}
/** Real milliseconds. */
const patienceMs = 300;

/** One per running case. It holds the clock while the case works and lets go while it waits. */
export function openWaiter(clock: Clock, changes: Changes, stop: AbortSignal): Waiter & { end(): void } {
  let release = clock.hold();
  const letGo = async <T>(work: () => Promise<T>): Promise<T> => {
    release();
    try { return await work(); } finally { release = clock.hold(); }
  };
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    let dropped = false;
    const timer = setTimeout(() => { dropped = true; release(); }, patienceMs);
    try { return await work(); } finally {
      clearTimeout(timer);
      if (dropped) release = clock.hold();
    }
  };
  return {
    letGo, patiently,
    end: () => release(),
    until: async <T>(find: () => T | undefined, until: number): Promise<T | null> => {
      for (;;) {
        if (stop.aborted) throw new Stopped();
        const found = find();
        if (found !== undefined) return found;
        if (clock.now() >= until) return null;
        const over = new AbortController();
        await letGo(async () => {
          const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true, signal: over.signal }));
          const slept = clock.sleep(until - clock.now(), over.signal).catch(() => {});
          await Promise.race([changes.next(), slept, stopped]);
        });
        over.abort(new Error('woken'));
      }
    },
  };
}
