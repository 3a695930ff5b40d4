/** A code with what is known of where it comes from; a plain `code` element has no system of its own. */
export interface CodeToCheck {
  readonly system?: string;
  readonly code: string;
  readonly version?: string;
  readonly display?: string;
}
/**
 * `in`/`out`: known for certain. `unknown`: the value set is known but can't be enumerated for this system here (SNOMED CT, LOINC, …).
 * `no-value-set`: the value set itself is not loaded.
 */
export type CodeAnswer = 'in' | 'out' | 'unknown' | 'no-value-set';

/** What validation asks of `fhir/terminology`; synchronous, from the loaded packages only. */
export interface TerminologyPort {
  check(valueSet: string, code: CodeToCheck): CodeAnswer;
  /** Whether a code system has a code. */
  checkSystem?(system: string, code: string, version?: string): { readonly kind: 'known' | 'unknown' | 'not-checkable' };
  /** `differs` only where every display of the code is known. */
  checkDisplay?(code: CodeToCheck): 'same' | 'differs' | 'not-checkable';
}
/** For callers that have no terminology at all: every code stays unchecked. */
export const noTerminology: TerminologyPort = { check: () => 'unknown' };
