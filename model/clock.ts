/**
 * Injected time (DESIGN, rule 7). Every party that waits or stamps uses a Clock and nothing else.
 * A virtual clock jumps to the next sleeper only when no hold is outstanding, so whoever does work
 * that can lead to a message (answers a request, runs a trigger, signs a token) holds the clock meanwhile.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms` of this clock's time, or rejects with `signal.reason` when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Says that work is going on; call the returned function once when it is done. */
  hold(): () => void;
}
