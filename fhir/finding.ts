import type { Text } from '../model/text.ts';
import type { JsonPath } from './json.ts';
import type { FindingCode } from './finding-codes.ts';
import type { Position } from './position.ts';

/**
 * How much a finding weighs in the specification itself, not yet what it means for a vendor (`rules/` decides that).
 * `not-checked`: the check could not be made here (a package or a terminology is missing): never a pass, never a fault.
 */
export type FindingSeverity = 'error' | 'warning' | 'information' | 'not-checked';

/** One thing that was seen in a resource. */
export interface FhirFinding {
  /** Stable kebab-case code, listed in `fhir/finding-codes.ts`: for example `element-missing`, `invariant-violated`. */
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Place in the JSON shape. */
  readonly path: JsonPath;
  /** The same place in FHIRPath: `Bundle.entry[3].resource.status`; choice elements without type suffix. */
  readonly expression: string;
  /** What was found, shortened; the caller redacts. */
  readonly actual: string;
  readonly expected: Text;
  /** Canonical of the profile (with `|version` when known) that asked for it; absent for syntax. */
  readonly profile?: string;
  /** Element id in that profile: `Observation.component:systolicBP.value[x]`. */
  readonly element?: string;
  readonly slice?: string;
  /** Invariant key, for example `vs-2`. */
  readonly invariant?: string;
  /** Line and column in the message as it came, when it came as text. */
  readonly position?: Position;
}
