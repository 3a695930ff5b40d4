import type { CaseRef } from '../../model/exchange.ts';

/**
 * The floor: who has it may expect unannounced messages of the SUT. Where a message carries no correlation key,
 * at most one SUT-initiated case is open (DESIGN, rule 6), and that is the holder.
 */
export interface Floor {
  /** Resolves when the case has it; rejects with the reason of `stop` when the run is asked to stop before that. */
  take(ref: CaseRef, stop?: AbortSignal): Promise<void>;
  leave(ref: CaseRef): void;
  holder(): CaseRef | null;
}
export function openFloor(): Floor {
  let holder: CaseRef | null = null;
  const waiting: { ref: CaseRef; go(): void }[] = [];
  const same = (a: CaseRef, b: CaseRef): boolean => a.id === b.id && a.attempt === b.attempt;
  return {
    take: (ref, stop) => {
      if (holder !== null && same(holder, ref)) return Promise.resolve();
      if (holder === null) { holder = ref; return Promise.resolve(); }
      return new Promise((resolve, reject) => {
        const turn = { ref, go: () => { stop?.removeEventListener('abort', stopped); resolve(); } };
        // Who has the floor may be waiting for a person: nobody else would end on Ctrl-C then.
        const stopped = (): void => { const at = waiting.indexOf(turn); if (at >= 0) waiting.splice(at, 1); reject(stop!.reason); };
        if (stop?.aborted) return reject(stop.reason);
        stop?.addEventListener('abort', stopped, { once: true });
        waiting.push(turn);
      });
    },
    leave: (ref) => {
      if (holder === null || !same(holder, ref)) return;
      const next = waiting.shift();
      holder = next?.ref ?? null;
      next?.go();
    },
    holder: () => holder,
  };
}
