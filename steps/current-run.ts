import type { CaseRecord } from '../run/engine/case-store.ts';

/** What the steps need of a run: cucumber-js gives steps no other way in. */
export interface SteppedRun {
  advance(id: string, through?: string): Promise<CaseRecord>;
  /** Failing findings of a case, a line each. */
  failures(id: string): readonly string[];
}
let current: SteppedRun | null = null;
export function setCurrentRun(run: SteppedRun | null): void { current = run; }
export function currentRun(): SteppedRun {
  if (current === null) throw new Error('These features are run by `toetssteen run`: no run is open');
  return current;
}
