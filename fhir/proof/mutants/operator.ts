import type { Format } from '../../codec/format.ts';
import type { FindingSeverity } from '../../finding.ts';
import type { FindingCode } from '../../finding-codes.ts';
import type { FhirResource, JsonPath } from '../../json.ts';
import type { Subject } from './subject.ts';

/** What counts as caught: a new finding with one of these codes, at the place or at its parent (`caught.ts`). */
export interface Expected {
  readonly codes: readonly FindingCode[];
  /** Then the finding must name it. */
  readonly invariant?: string;
  /** `error` unless the rule itself is weaker, or can only be told as not checked. */
  readonly severity?: FindingSeverity;
}
/** A mutant as it goes over the wire: a resource, in either format, or a text that no writer would make. */
export type Draft = { readonly resource: FhirResource } | { readonly text: string; readonly format: Format };

/** One place where an operator can break its rule. */
export interface Site {
  /** Place of what is changed, in the JSON shape of the mutant. */
  readonly at: JsonPath;
  /** For the reader: `'final' → 12`. */
  readonly says: string;
  readonly expected: Expected;
  make(): Draft;
}
/** Breaks one rule of the specification, and only where the definition of the place shows that rule in force. */
export interface Operator {
  readonly name: string;
  /** The rule, with where it stands. */
  readonly rule: string;
  /** Meaningful in JSON only, as in XML the difference cannot be written. */
  readonly jsonOnly?: boolean;
  sites(subject: Subject): Iterable<Site>;
}
