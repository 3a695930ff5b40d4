import type { Text } from '../../model/text.ts';
import type { FhirFinding, FindingSeverity } from '../finding.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { JsonPath } from '../json.ts';

/** What a check says; the collector adds what is common. */
export interface Found {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly path: JsonPath;
  readonly expression: string;
  readonly actual: string;
  readonly expected: Text;
  readonly profile?: string;
  readonly element?: string;
  readonly slice?: string;
  readonly invariant?: string;
}

/** Findings beyond this number are not kept: a hostile message must not fill the memory. */
export const mostFindings = 2000;

/**
 * Findings of one validation. The same fault at the same place is kept once: what base FHIR said first, a profile does not repeat.
 */
export class Collector {
  readonly findings: FhirFinding[] = [];
  private readonly keys = new Set<string>();
  errors = 0;
  dropped = 0;

  add(found: Found): void {
    const which = byInvariant.has(found.code) ? found.invariant ?? '' : bySlice.has(found.code) ? found.slice ?? '' : '';
    const key = `${found.code}|${found.path.join('/')}|${which}${sameAt.has(found.code) ? '' : `|${found.expected.en}`}`;
    if (this.keys.has(key)) return;
    if (this.findings.length >= mostFindings) { this.dropped += 1; return; }
    this.keys.add(key);
    if (found.severity === 'error') this.errors += 1;
    this.findings.push(found);
  }
  /** Takes over what another collector found. */
  take(findings: readonly FhirFinding[]): void { for (const finding of findings) this.add(finding); }
}
const byInvariant: ReadonlySet<FindingCode> = new Set(['invariant-violated', 'invariant-not-evaluated', 'bundle-rule'] as const);
const bySlice: ReadonlySet<FindingCode> = new Set(['slice-missing', 'slice-too-many', 'slice-unmatched', 'slice-out-of-order'] as const);
/** Codes of which one at a place is enough, whichever definition asked for it and in which words. */
const sameAt: ReadonlySet<FindingCode> = new Set([
  'element-missing', 'too-many', 'type-not-allowed', 'code-not-in-value-set', 'code-unknown', 'fixed-value-differs', 'reference-target-type', 'unknown-element', 'illegal-value',
  'invariant-violated', 'invariant-not-evaluated', 'bundle-rule', 'slice-missing', 'slice-too-many', 'slice-unmatched', 'extension-not-allowed-here', 'unknown-extension',
] as const);
