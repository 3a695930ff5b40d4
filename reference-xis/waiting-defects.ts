import type { Defect } from './defects.ts';

/**
 * Seeded misbehaviours of which a requirement is not judged by a rule yet. A line moves to `defects.ts` as it is
 * once all its requirements are automated.
 */
export const waitingDefects = [] as const satisfies readonly Defect[];

export type WaitingDefectId = (typeof waitingDefects)[number]['id'];
