import type { Text } from './text.ts';
import type { Role } from './roles.ts';
import type { StimulusName } from './stimulus.ts';

export type Level = 'MUST' | 'SHOULD' | 'MAY';
export type Basis = 'published' | 'reported' | 'draft' | 'inferred';
export type Confidence = 'high' | 'medium' | 'low';
export type Subject = 'sut' | 'simulator' | 'organisation' | 'harness';
export type Observe = 'request' | 'response' | 'tls' | 'trace' | 'readout' | 'attest' | 'none';

/** One statement of a published source, all fields of the requirement files kept. */
export interface Requirement {
  readonly id: string;
  readonly source: { readonly document: string; readonly version: string; readonly section: string; readonly url: string };
  /** Clause of the norm: never known here, filled by a norm holder. */
  readonly clause: string | null;
  readonly actor: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly confidence: Confidence;
  readonly basisNote?: string;
  readonly statement: string;
  readonly check: string;
  readonly useCase: string;
  readonly subject: Subject;
  readonly observe: Observe;
  readonly roles: readonly string[];
  readonly safety: boolean;
  readonly profile: string;
  readonly negative: boolean;
  readonly review?: string;
}

export type Severity = 'fail' | 'warning' | 'remark';
export type PurposeState = 'automated' | 'attested' | 'planned';
export type PurposeKind = 'invariant' | 'stimulus-response' | 'sequence' | 'absence';

/** What must be shown for one requirement. */
export interface TestPurpose {
  readonly id: string;
  readonly requirement: string;
  /** The claimed (or implied) role that it is for. */
  readonly role: Role;
  readonly kind: PurposeKind;
  readonly title: Text;
  /** Named condition on the claim; the purpose is not applicable when it does not hold. See run/preconditions.ts. */
  readonly precondition?: string;
  readonly stimulus: { readonly valid: true } | { readonly valid: false; readonly name: StimulusName };
  /** Rule whose pass is evidence. */
  readonly rule: string;
  /** How many passes at least. */
  readonly minimumEvidence: number;
  /** Every message must be judged whole: one that could not be (a package is missing) makes the purpose not tested, whatever others showed. */
  readonly wholly?: true;
  /** Name of the observation window in the IXIT, for absences and for messages that must come. */
  readonly window?: string;
  readonly state: PurposeState;
}
