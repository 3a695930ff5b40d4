import type { MutantResult } from '@stryker-mutator/api/core';

export interface Figures {
  /** Mutants that count: noticed or not. */
  readonly total: number;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  /** No test runs the mutated place; counts as not noticed. */
  readonly uncovered: number;
  readonly leftOut: number;
  readonly survivors: readonly MutantResult[];
}
/** Adds up what became of the mutants. A mutant that does not even load is noticed by no test and fools nobody: it does not count. */
export function figuresOf(results: readonly MutantResult[]): Figures {
  const of = (status: MutantResult['status']): readonly MutantResult[] => results.filter((one) => one.status === status);
  const survivors = [...of('Survived'), ...of('NoCoverage')];
  const killed = of('Killed').length;
  const timedOut = of('Timeout').length;
  return {
    killed, timedOut, survivors, total: killed + timedOut + survivors.length,
    survived: of('Survived').length, uncovered: of('NoCoverage').length, leftOut: of('Ignored').length,
  };
}
