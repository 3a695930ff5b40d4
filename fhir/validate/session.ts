import type { Text } from '../../model/text.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { FindingSeverity } from '../finding.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { FhirResource, JsonPath } from '../json.ts';
import type { BasePlans } from './base-plan.ts';
import type { Collector } from './collector.ts';
import type { FhirPathEngine } from './fhirpath-engine.ts';
import type { Invariants } from './invariants.ts';
import type { Item } from './item.ts';
import type { PendingCode } from './pending.ts';
import type { ProfilePlans } from './profile-plan.ts';
import type { SnapshotsPort } from './snapshots-port.ts';
import type { TerminologyPort } from './terminology-port.ts';

/** What lives as long as a validator. */
export interface Environment {
  readonly definitions: Definitions;
  readonly snapshots: SnapshotsPort;
  readonly terminology: TerminologyPort;
  readonly base: BasePlans;
  readonly profiles: ProfilePlans;
  readonly engine: FhirPathEngine;
  readonly invariants: Invariants;
}
/** Who asks: a definition, an element of it, and a slice when there is one. */
export interface Asker { readonly profile: string; readonly element: string; readonly slice?: string }

/** What lives as long as the validation of one message, or of one silent trial inside it. */
export interface Session {
  readonly env: Environment;
  readonly collector: Collector;
  readonly pending: PendingCode[];
  readonly xml: boolean;
  /** How many silent trials this one is inside of: a chain of references leads from target to target. */
  readonly trials: number;
  /** Outcomes of resources and values against profiles, so that none is judged twice; shared by trials. */
  readonly verdicts: Map<unknown, Map<string, boolean | null | 'running'>>;
  /** Profiles walked already on an object, for findings; not shared by trials. */
  readonly walked: Map<unknown, Set<string>>;
  /** Reports of targets that fail a target profile, once a target. */
  readonly targets: Map<FhirResource, Set<string>>;
}

/** What a check found, at an item or at a member of it. */
export interface Report {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly actual: string;
  readonly expected: Text;
  readonly asker?: Asker;
  readonly invariant?: string;
  /** Name of a member that the finding is about, when it has no item of its own. */
  readonly member?: string;
  /** Steps below the item's value. */
  readonly below?: JsonPath;
}
export function report(session: Session, item: Item, found: Report): void {
  const { code, severity, actual, expected, asker, invariant, member, below } = found;
  session.collector.add({
    code, severity, actual, expected,
    path: member !== undefined ? item.pathOfMembers([member]) : item.path(below),
    expression: member !== undefined ? `${item.expression()}.${member}` : below === undefined ? item.expression() : item.expression() + below.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join(''),
    ...(asker !== undefined && { profile: asker.profile, element: asker.element, ...(asker.slice !== undefined && { slice: asker.slice }) }),
    ...(invariant !== undefined && { invariant }),
  });
}
