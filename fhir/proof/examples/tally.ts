import type { FhirFinding } from '../../finding.ts';
import { explains } from './refusals.ts';
import type { Refusal } from './refusals.ts';

export interface JudgedResource { readonly name: string; readonly findings: readonly FhirFinding[] }
export interface Tally {
  readonly valid: number;
  /** Refused, and each error is explained. */
  readonly refused: number;
  /** Errors that no refusal explains. */
  readonly wrong: readonly { readonly name: string; readonly finding: FhirFinding }[];
  /** Refusals that were not met as often as they say. */
  readonly stale: readonly { readonly refusal: Refusal; readonly met: number }[];
}

/** Compares what was found with what is right. A resource is judged as it should be when it has no errors, or only those that were checked by hand. */
export function tally(resources: Iterable<JudgedResource>, refusals: readonly Refusal[]): Tally {
  let valid = 0;
  let refused = 0;
  const wrong: { name: string; finding: FhirFinding }[] = [];
  const met = new Map<Refusal, Set<string>>(refusals.map((one) => [one, new Set()]));
  for (const { name, findings } of resources) {
    const errors = findings.filter((one) => one.severity === 'error');
    if (errors.length === 0) { valid += 1; continue; }
    const open = errors.filter((finding) => {
      const refusal = refusals.find((one) => explains(one, name, finding));
      if (refusal !== undefined) met.get(refusal)!.add(name);
      return refusal === undefined;
    });
    if (open.length === 0) refused += 1;
    for (const finding of open) wrong.push({ name, finding });
  }
  const stale = [...met].filter(([refusal, names]) => names.size !== refusal.count).map(([refusal, names]) => ({ refusal, met: names.size }));
  return { valid, refused, wrong, stale };
}
