import type { ParsedDocument } from '../codec/parse.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { FhirFinding } from '../finding.ts';
import type { FhirResource, Json, JsonObject, JsonPath } from '../json.ts';
import type { Position } from '../position.ts';
import { BasePlans } from './base-plan.ts';
import { Collector, mostFindings } from './collector.ts';
import { FhirPathEngine } from './fhirpath-engine.ts';
import { Invariants } from './invariants.ts';
import { Item } from './item.ts';
import { withKnownContradictions } from './known-contradictions.ts';
import type { PendingCode } from './pending.ts';
import { ProfilePlans } from './profile-plan.ts';
import { isResource, ResourceScope } from './scope.ts';
import type { Environment, Session } from './session.ts';
import type { SnapshotsPort } from './snapshots-port.ts';
import { againstProfile } from './stated-profiles.ts';
import { noTerminology } from './terminology-port.ts';
import type { TerminologyPort } from './terminology-port.ts';
import { say } from './texts.ts';
import { walkResource } from './walk-base.ts';
import { conforms } from './walk-profile.ts';

export interface ValidatorParts {
  readonly definitions: Definitions;
  readonly snapshots: SnapshotsPort;
  /** Without one, no code is checked. */
  readonly terminology?: TerminologyPort;
}
export interface ValidateOptions {
  /** Profiles to judge by, beside those that the resource states. */
  readonly profiles?: readonly string[];
  /** The text that the resource was read from, for line and column, and for the words of its format. */
  readonly document?: Pick<ParsedDocument, 'positionOf' | 'format'>;
  /** Resources outside the message, by literal reference, for example those that were fetched before; null when it is not known. */
  readonly resolve?: (reference: string) => FhirResource | null;
}
export interface Outcome {
  readonly findings: FhirFinding[];
  /** Codes for a second pass with a terminology server (`fhir/terminology/settle-findings.ts`). */
  readonly pending: PendingCode[];
}
export interface Validator {
  /** Findings on a resource in FHIR JSON shape. Synchronous; never throws on any input. */
  validate(resource: FhirResource, options?: ValidateOptions): FhirFinding[];
  /** The same, with the codes that could not be checked here. */
  inspect(resource: FhirResource, options?: ValidateOptions): Outcome;
  readonly environment: Environment;
}

/** A validator of one FHIR version over loaded definitions. Plans, snapshots and expressions are made once and kept. */
export function createValidator(parts: ValidatorParts): Validator {
  const { definitions, snapshots } = parts;
  const terminology = parts.terminology ?? noTerminology;
  const base = new BasePlans(definitions);
  const profiles = new ProfilePlans(snapshots, base);
  const engine = new FhirPathEngine(definitions.fhir, terminology, (resource, profile, scope) => {
    const root = base.type(resource.resourceType);
    return root === null ? null : conforms(newSession(environment, false), new Item(null, '', resource.resourceType, -1, resource, undefined, resource.resourceType, root, scope), profile);
  });
  const environment: Environment = { definitions, snapshots, terminology, base, profiles, engine, invariants: new Invariants(definitions.fhir, engine) };
  const inspect = (resource: FhirResource, options: ValidateOptions = {}): Outcome => run(environment, resource, options);
  return { inspect, validate: (resource, options) => inspect(resource, options).findings, environment };
}

/** Deeper JSON is not walked at all: everything here recurses. An object that holds itself is deeper than anything. */
const mostNested = 1000;
function deeperThan(value: Json | undefined, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (const one of value) if (typeof one === 'object' && deeperThan(one as Json, levels - 1)) return true;
    return false;
  }
  for (const member in value) if (typeof (value as JsonObject)[member] === 'object' && deeperThan((value as JsonObject)[member], levels - 1)) return true;
  return false;
}

function newSession(env: Environment, xml: boolean): Session {
  return { env, collector: new Collector(), pending: [], xml, trials: 0, verdicts: new Map(), walked: new Map(), targets: new Map() };
}
function run(env: Environment, resource: FhirResource, options: ValidateOptions): Outcome {
  const session = newSession(env, options.document?.format === 'xml');
  if (!isResource(resource)) {
    session.collector.add({ code: 'not-a-resource', severity: 'error', path: [], expression: '', actual: '', expected: say('een resource met resourceType', 'a resource with resourceType') });
    return { findings: session.collector.findings, pending: [] };
  }
  if (deeperThan(resource, mostNested)) {
    session.collector.add({ code: 'nested-too-deep', severity: 'error', path: [], expression: resource.resourceType, actual: '', expected: say(`hooguit ${mostNested} niveaus`, `at most ${mostNested} levels`) });
    return { findings: session.collector.findings, pending: [] };
  }
  const root = env.base.type(resource.resourceType);
  const scope = new ResourceScope(resource, null, null, undefined, options.resolve);
  const item = new Item(null, '', resource.resourceType, -1, resource, undefined, resource.resourceType, root ?? env.base.type('Element')!, scope);
  walkResource(session, item, 0);
  if (root !== null) for (const profile of options.profiles ?? []) againstProfile(session, item, profile);
  if (session.collector.dropped > 0) {
    session.collector.findings.push({ code: 'findings-cut', severity: 'information', path: [], expression: item.label, actual: `${session.collector.dropped}`, expected: say(`hooguit ${mostFindings} bevindingen; de rest is niet bewaard`, `at most ${mostFindings} findings; the rest was not kept`) });
  }
  const findings = withKnownContradictions(session.collector.findings);
  return { findings: options.document === undefined ? findings : withPositions(findings, options.document), pending: session.pending };
}
/** A finding on something that is missing gets the place of the nearest thing around it. */
function withPositions(findings: readonly FhirFinding[], document: Pick<ParsedDocument, 'positionOf'>): FhirFinding[] {
  return findings.map((finding) => {
    const position = nearest(finding.path, document);
    return position === null ? finding : { ...finding, position };
  });
}
function nearest(path: JsonPath, document: Pick<ParsedDocument, 'positionOf'>): Position | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const position = document.positionOf(path.slice(0, length));
    if (position !== null) return position;
  }
  return null;
}
