import type { TypeFacts } from '../definitions/structure.ts';
import type { SnapshotIssueCode } from './issue.ts';

/** What a merge of types asks of the definitions. */
export interface TypeKnowledge {
  /** Names of a type and of all that it specialises. */
  lineage(type: string): readonly string[];
  /** FHIR type that a canonical is of or constrains; null when it is not loaded. */
  typeOf(canonical: string): string | null;
}
type Tell = (code: SnapshotIssueCode, detail: string) => void;

/**
 * Types of an element after a differential. What it does not repeat of a type that it keeps (profiles, targets, aggregation) stays in force.
 * Types that the base does not allow are told and left out, unless none would remain: then those of the base hold.
 */
export function mergeTypes(base: readonly TypeFacts[] | undefined, given: readonly TypeFacts[] | undefined, knowledge: TypeKnowledge, tell: Tell): readonly TypeFacts[] | undefined {
  if (given === undefined) return base;
  if (base === undefined) return given;
  const merged: TypeFacts[] = [];
  for (const type of given) {
    const lineage = knowledge.lineage(type.code);
    const from = base.find((one) => one.code === type.code) ?? base.find((one) => lineage.includes(one.code));
    if (from === undefined) { tell('type-added', type.code); continue; }
    tellTargets(from, type, knowledge, tell);
    merged.push({ ...(from.code === type.code ? from : {}), ...type });
  }
  return merged.length === 0 ? base : merged;
}

function tellTargets(base: TypeFacts, given: TypeFacts, knowledge: TypeKnowledge, tell: Tell): void {
  if (base.targets === undefined || given.targets === undefined) return;
  const allowed = base.targets.map((target) => knowledge.typeOf(target));
  for (const target of given.targets) {
    if (base.targets.includes(target)) continue;
    const type = knowledge.typeOf(target);
    // A target that is not loaded can't be compared.
    if (type === null || allowed.includes(null)) continue;
    const lineage = knowledge.lineage(type);
    if (!allowed.some((one) => one !== null && lineage.includes(one))) tell('target-added', target);
  }
}
