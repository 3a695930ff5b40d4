import type { Clock } from '../../model/clock.ts';

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock { advance(ms: number): Promise<void>; holds(): number }

export function manualClock(start = Date.UTC(2026, 2, 2, 8)): ManualClock {
  let now = start;
  let holds = 0;
  let sleepers: { readonly due: number; wake(): void }[] = [];
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve(); };
  return {
    now: () => now,
    sleep: (ms, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted) { reject(signal.reason); return; }
      if (ms <= 0) { resolve(); return; }
      const sleeper = { due: now + ms, wake: resolve };
      sleepers.push(sleeper);
      signal?.addEventListener('abort', () => { sleepers = sleepers.filter((one) => one !== sleeper); reject(signal.reason); }, { once: true });
    }),
    hold: () => { holds += 1; let held = true; return () => { if (held) holds -= 1; held = false; }; },
    advance: async (ms) => {
      await settle();
      now += ms;
      const due = sleepers.filter((one) => one.due <= now);
      sleepers = sleepers.filter((one) => one.due > now);
      for (const one of due) one.wake();
      await settle();
    },
    holds: () => holds,
  };
}
