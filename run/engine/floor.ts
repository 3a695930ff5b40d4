import type { CaseRef } from '../../model/exchange.ts';

/**
 * The floor: who has it may expect unannounced messages of the SUT. Where a message carries no correlation key,
 * at most one SUT-initiated case is open (DESIGN, rule 6), and that is the holder.
 */
export interface Floor {
  take(ref: CaseRef): Promise<void>;
  leave(ref: CaseRef): void;
  holder(): CaseRef | null;
}
export function openFloor(): Floor {
  let holder: CaseRef | null = null;
  const waiting: { ref: CaseRef; go(): void }[] = [];
  const same = (a: CaseRef, b: CaseRef): boolean => a.id === b.id && a.attempt === b.attempt;
  return {
    take: (ref) => {
      if (holder !== null && same(holder, ref)) return Promise.resolve();
      if (holder === null) { holder = ref; return Promise.resolve(); }
      return new Promise((resolve) => waiting.push({ ref, go: resolve }));
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
