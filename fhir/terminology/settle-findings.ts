import type { FhirFinding } from '../finding.ts';
import type { JsonPath } from '../json.ts';
import type { PendingCodes, ServerChecked } from './check-with-server.ts';

/** What the validator left open, and where its finding stands. */
export interface PendingPlace extends PendingCodes {
  readonly path: JsonPath;
  readonly strength: string;
  readonly profile?: string;
  readonly element?: string;
}

/**
 * Findings again, with what a terminology server said. A code that is in the value set loses its finding; one that is not weighs as its binding
 * (required: an error, else a warning); what stays unknown stays *not checked*, and says why: that the server did not answer, for one.
 */
export function settleFindings(findings: readonly FhirFinding[], checked: readonly ServerChecked<PendingPlace>[]): readonly FhirFinding[] {
  const byPlace = new Map<string, ServerChecked<PendingPlace>[]>();
  for (const one of checked) {
    const key = keyOf(one.pending);
    byPlace.set(key, [...byPlace.get(key) ?? [], one]);
  }
  return findings.flatMap((finding) => {
    if (finding.code !== 'code-not-checked' && finding.code !== 'value-set-unknown') return [finding];
    // An element may have two bindings: the finding names its value set.
    const one = byPlace.get(keyOf(finding))?.find(({ pending }) => names(finding.expected.en, pending.valueSet));
    if (one === undefined) return [finding];
    const { valueSet, strength } = one.pending;
    if (one.answer === 'in') return [];
    if (one.answer === 'out') {
      return [{ ...finding, code: 'code-not-in-value-set', severity: strength === 'required' ? 'error' : 'warning', expected: { nl: `een code uit ${valueSet} (${strength}), volgens de terminologieserver`, en: `a code from ${valueSet} (${strength}), as the terminology server says` } }];
    }
    if (one.reason === undefined) return [finding];
    return [{ ...finding, expected: { nl: `${finding.expected.nl}; ${one.reason.nl}`, en: `${finding.expected.en}; ${one.reason.en}` } }];
  });
}
const keyOf = (place: { readonly path: JsonPath; readonly profile?: string; readonly element?: string }): string => JSON.stringify([place.path, place.profile ?? null, place.element ?? null]);
/** The canonical as a whole: one may be the beginning of another. */
const names = (text: string, canonical: string): boolean => text.split(/[\s,;()]+/).includes(canonical);
