import type { Text } from './text.ts';

/** One thing that the room `fhir` saw in a message; what it means for a vendor is decided by rules. The codes are listed in `fhir/finding-codes.ts`. */
export interface SeenInFhir {
  readonly code: string;
  /** How much it weighs in the specification itself. `not-checked`: it could not be checked here, which is neither a pass nor a fault. */
  readonly severity: 'error' | 'warning' | 'information' | 'not-checked';
  readonly path: readonly (string | number)[];
  /** The same place in FHIRPath. */
  readonly expression: string;
  readonly actual: string;
  readonly expected: Text;
  /** Canonical of the profile that asked for it. */
  readonly profile?: string;
  readonly element?: string;
  readonly slice?: string;
  readonly invariant?: string;
  /** Line and column in the message as it came. */
  readonly position?: { readonly line: number; readonly column: number };
}

/** A message body that should be FHIR. */
export interface FhirMessage {
  readonly body: Uint8Array;
  /** Version that the exchange is agreed to speak. */
  readonly fhir: 'stu3' | 'r4';
  /** It answers a request: what it holds should have an id and state its profile. */
  readonly served: boolean;
}

/** What is known of one message body. Each part is worked out when it is first asked for. */
export interface FhirJudgement {
  readonly format: 'json' | 'xml';
  /** JSON shape, whichever format it came in; null when there is no resource to judge. */
  readonly resource: (Readonly<Record<string, unknown>> & { readonly resourceType: string }) | null;
  /** Faults of the text. */
  readonly document: readonly SeenInFhir[];
  /** Faults against the definitions of FHIR and of the stated profiles; null when there is no validator. */
  readonly validation: readonly SeenInFhir[] | null;
  /** Dutch checks that profiles cannot express. */
  readonly dutch: readonly SeenInFhir[];
  /** How many elements of these types the Dutch checks looked at. */
  readonly looked: { readonly Coding: number; readonly CodeableConcept: number; readonly Identifier: number; readonly Reference: number };
}

/** Judges message bodies; the same body object is judged once, however many rules ask. */
export interface FhirJudge { of(message: FhirMessage): FhirJudgement }
