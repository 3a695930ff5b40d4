import type { Clock } from '../../model/clock.ts';

interface Sleeper { readonly due: number; readonly order: number; wake(): void }

/**
 * Time that jumps to the next sleeper as soon as nobody holds it (DESIGN, rule 7): a window of a minute costs
 * no minute. Only for runs in which every party is ours and takes this clock.
 *
 * It looks for a jump only after a few turns of the event loop without a hold, because the work that one party
 * hands to another (a promise that resolves, a socket that is read) starts its own hold one turn later.
 */
export function virtualClock(start: number): Clock & { readonly outstanding: () => number } {
  let now = start;
  let holds = 0;
  let order = 0;
  let looking = false;
  const sleepers: Sleeper[] = [];

  const look = (quietTurns: number): void => {
    if (holds > 0 || sleepers.length === 0) { looking = false; return; }
    if (quietTurns < 4) { setImmediate(look, quietTurns + 1); return; }
    looking = false;
    sleepers.sort((a, b) => a.due - b.due || a.order - b.order);
    const next = sleepers.shift()!;
    now = Math.max(now, next.due);
    next.wake();
    startLooking();
  };
  const startLooking = (): void => {
    if (looking || holds > 0 || sleepers.length === 0) return;
    looking = true;
    setImmediate(look, 0);
  };

  return {
    now: () => now,
    outstanding: () => holds,
    sleep: (ms, signal) => new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const sleeper: Sleeper = { due: now + Math.max(0, ms), order: order++, wake: () => { signal?.removeEventListener('abort', abort); resolve(); } };
      const abort = () => { const at = sleepers.indexOf(sleeper); if (at >= 0) sleepers.splice(at, 1); reject(signal!.reason); };
      signal?.addEventListener('abort', abort, { once: true });
      sleepers.push(sleeper);
      startLooking();
    }),
    hold: () => {
      holds += 1;
      let released = false;
      return () => { if (released) return; released = true; holds -= 1; startLooking(); };
    },
  };
}
