import type { Clock } from '../../model/clock.ts';

/** The wall clock, for every run in which somebody else's system takes part. */
export function realClock(): Clock {
  return {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const abort = () => { clearTimeout(timer); reject(signal!.reason); };
      const timer = setTimeout(() => { signal?.removeEventListener('abort', abort); resolve(); }, Math.max(0, ms));
      signal?.addEventListener('abort', abort, { once: true });
    }),
    hold: () => () => {},
  };
}
