/**
 * The reference XIS: a small but real system that sends and receives a BgZ by notified pull, read from the
 * specification a second time. It shares no code with the harness (DESIGN, the house).
 */
export { startXis } from './start.ts';
export type { RunningXis } from './start.ts';
export type { Addressing, Partner, SigningAlgorithm, SigningIdentity, StaticParty, XisConfig } from './config.ts';
export { defects } from './defects.ts';
export type { Defect, DefectId, DefectSide } from './defects.ts';
export { variants } from './variants.ts';
export type { Variant, VariantId } from './variants.ts';
