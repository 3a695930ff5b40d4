import type { Clock } from '../../model/clock.ts';

/** The wall clock for unit tests that use the simulators; `now` may be fixed by the caller. A run brings its own clock. */
export function systemClock(now: () => number = Date.now): Clock {
  return {
    now,
    sleep: (ms, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted) { reject(signal.reason); return; }
      const abort = (): void => { clearTimeout(timer); reject(signal!.reason); };
      const timer = setTimeout(() => { signal?.removeEventListener('abort', abort); resolve(); }, ms);
      signal?.addEventListener('abort', abort, { once: true });
    }),
    hold: () => () => {},
  };
}
