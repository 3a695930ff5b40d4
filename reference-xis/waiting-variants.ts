import type { Variant } from './variants.ts';

/** Legal alternatives that the harness does not take as such yet. A line moves to `variants.ts` once it does. */
export const waitingVariants = [] as const satisfies readonly Variant[];

export type WaitingVariantId = (typeof waitingVariants)[number]['id'];
