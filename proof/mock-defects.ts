import { simulatorDefects } from '../mocks/defects.ts';
import type { Declared } from './compare.ts';

/** The seeded misbehaviours of our own simulators, in the form of the comparison. */
export const mockDefects: readonly Declared[] = simulatorDefects.map((one) => ({ id: one.id, kills: [one.kills], alsoAffects: one.alsoAffects }));
