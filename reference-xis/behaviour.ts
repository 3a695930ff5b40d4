import { defects } from './defects.ts';
import type { DefectId } from './defects.ts';
import { waitingDefects } from './waiting-defects.ts';
import type { WaitingDefectId } from './waiting-defects.ts';
import { waitingVariants } from './waiting-variants.ts';
import type { WaitingVariantId } from './waiting-variants.ts';
import { variants } from './variants.ts';
import type { Variant, VariantId } from './variants.ts';

const allVariants: readonly Variant[] = [...variants, ...waitingVariants];

/** Asks whether a seeded misbehaviour or a legal alternative is switched on. */
export interface Behaviour {
  defect(id: DefectId | WaitingDefectId): boolean;
  variant(id: VariantId | WaitingVariantId): boolean;
  /** The variants that are switched on, with their settings. */
  readonly active: readonly Variant[];
}

/** Throws when an id does not exist: a switch that does nothing would make a harness look good. */
export function behaviourOf(variantIds: readonly string[], defectIds: readonly string[]): Behaviour {
  requireKnown('variant', variantIds, allVariants);
  requireKnown('defect', defectIds, [...defects, ...waitingDefects]);
  const on = new Set([...variantIds.map((id) => `v:${id}`), ...defectIds.map((id) => `d:${id}`)]);
  return {
    defect: (id) => on.has(`d:${id}`),
    variant: (id) => on.has(`v:${id}`),
    active: allVariants.filter((variant) => on.has(`v:${variant.id}`)),
  };
}

function requireKnown(kind: string, ids: readonly string[], known: readonly { readonly id: string }[]): void {
  for (const id of ids) {
    if (!known.some((entry) => entry.id === id)) {
      throw new Error(`The reference XIS has no ${kind} "${id}". Look in reference-xis/${kind}s.ts for the ids that exist.`);
    }
  }
}
