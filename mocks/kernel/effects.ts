import type { Clock } from '../../model/clock.ts';
import type { Effect, Store } from '../../model/simulator.ts';

/** An effect that waits in the store, so that a restart does not lose it. `due` in milliseconds since the epoch. */
export interface KeptEffect { readonly effect: Effect; readonly tenant: string; readonly due: number }

export interface EffectRunner {
  /** Stores the effects of an answer (before it leaves) and starts their waiting. */
  keep(effects: readonly Effect[], tenant: string): void;
  /** Starts the effects that an earlier process left in the store; those overdue run at once. */
  resume(): void;
  /** Stops waiting; what is not done stays in the store. */
  stop(): void;
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>;
}
export interface EffectSettings {
  readonly store: Store;
  readonly clock: Clock;
  readonly uuid: () => string;
  readonly run: (effect: Effect, tenant: string) => Promise<void>;
  readonly onError: (error: unknown, effect: Effect) => void;
}
const collection = 'effects';

/**
 * Runs effects on the clock. An effect leaves the store when it ran, also when it failed: a failing one is reported
 * once and not repeated for ever. A process that dies while it runs leaves it behind, so it may run twice: at least once.
 */
export function createEffectRunner({ store, clock, uuid, run, onError }: EffectSettings): EffectRunner {
  const stopping = new AbortController();
  const waiting = new Map<string, Promise<void>>();

  async function wait(key: string, { effect, tenant, due }: KeptEffect): Promise<void> {
    try { await clock.sleep(Math.max(0, due - clock.now()), stopping.signal); } catch { return; }
    const release = clock.hold();
    try {
      await run(effect, tenant);
    } catch (error) {
      onError(error, effect);
    } finally { release(); }
    store.delete(collection, key);
  }
  function start(key: string, kept: KeptEffect): void {
    if (waiting.has(key)) return;
    waiting.set(key, wait(key, kept).finally(() => waiting.delete(key)));
  }
  return {
    keep: (effects, tenant) => {
      for (const effect of effects) {
        const key = uuid();
        const kept: KeptEffect = { effect, tenant, due: clock.now() + effect.afterMs };
        store.put(collection, key, kept);
        start(key, kept);
      }
    },
    resume: () => { for (const { key, value } of store.list<KeptEffect>(collection)) start(key, value); },
    stop: () => stopping.abort(),
    settled: async () => { while (waiting.size > 0) await Promise.all(waiting.values()); },
  };
}
