import { keptBeside } from '../model/beside.ts';
import type { FhirJudge, FhirJudgement, FhirMessage } from '../model/fhir-judgement.ts';
import { parse, type ParsedDocument } from './codec/parse.ts';
import type { Definitions } from './definitions/definitions.ts';
import { lookDutch, type DutchLook } from './dutch/check.ts';
import type { FhirFinding } from './finding.ts';
import type { FhirResource } from './json.ts';
import { coreDefinitions } from './tables/core.ts';
import { checkWithServer } from './terminology/check-with-server.ts';
import { settleFindings } from './terminology/settle-findings.ts';
import type { TerminologyServer } from './terminology/terminology-server.ts';
import type { PendingCode } from './validate/pending.ts';
import { fhirVersions, type FhirVersion } from './version.ts';

/** What a judge needs of the validator (`fhir/validate`). */
export interface JudgesResources {
  validate(resource: FhirResource, options: { readonly document: ParsedDocument }): FhirFinding[];
  /** The same, with the codes that a terminology server could settle. */
  inspect?(resource: FhirResource, options: { readonly document: ParsedDocument }): { readonly findings: FhirFinding[]; readonly pending: readonly PendingCode[] };
}
/** What messages of one FHIR version are judged with. Without a validator there is text and Dutch checks only. */
export interface JudgeParts { readonly definitions: Definitions; readonly validator?: JudgesResources }

/**
 * Reads, validates and checks message bodies for the rules: pure, and once for each body object.
 * A body in another FHIR version than agreed is judged by the agreed one.
 */
export function createFhirJudge(parts: Readonly<Record<FhirVersion, JudgeParts>>): SettlingJudge {
  const known = keptBeside<Uint8Array, Map<string, Settling>>();
  function of(message: FhirMessage): Settling {
    const key = `${message.fhir} ${message.served}`;
    const judged = known.of(message.body, () => new Map());
    let judgement = judged.get(key);
    if (judgement === undefined) judged.set(key, judgement = judge(message, parts[message.fhir]));
    return judgement;
  }
  return { of, settle: (message, server) => of(message).settle(server) };
}
/** A judge that can ask a terminology server first; what is asked of it later then knows the answers. */
export interface SettlingJudge extends FhirJudge {
  /** Never rejects: a server that does not answer leaves its codes not checked. */
  settle(message: FhirMessage, server: TerminologyServer): Promise<void>;
}
interface Settling extends FhirJudgement { settle(server: TerminologyServer): Promise<void> }

/** Text and Dutch checks by the core tables alone: what rules can see where no packages were loaded. */
export const coreJudge: FhirJudge = createFhirJudge(lazily((fhir) => ({ definitions: coreDefinitions(fhir) })));

function lazily(make: (fhir: FhirVersion) => JudgeParts): Readonly<Record<FhirVersion, JudgeParts>> {
  const parts = {} as Record<FhirVersion, JudgeParts>;
  for (const fhir of fhirVersions) Object.defineProperty(parts, fhir, { get: () => make(fhir) });
  return parts;
}

const nothing: DutchLook = { findings: [], looked: { Coding: 0, CodeableConcept: 0, Identifier: 0, Reference: 0 } };

function judge(message: FhirMessage, { definitions, validator }: JudgeParts): Settling {
  const document = parse(message.body, { definitions });
  const { resource } = document;
  let validation: readonly FhirFinding[] | undefined;
  let pending: readonly PendingCode[] = [];
  let dutch: DutchLook | undefined;
  const look = (): DutchLook => dutch ??= resource === null ? nothing : withPositions(lookDutch(resource, definitions, { served: message.served }), document);
  function validated(): readonly FhirFinding[] | null {
    if (validator === undefined) return null;
    if (validation === undefined) {
      const seen = resource === null ? { findings: [], pending: [] } : validator.inspect?.(resource, { document }) ?? { findings: validator.validate(resource, { document }), pending: [] };
      ({ findings: validation, pending } = seen);
    }
    return validation;
  }
  return {
    format: document.format, resource, document: document.findings,
    get validation() {
      return validated();
    },
    async settle(server) {
      const findings = validated();
      if (findings === null || pending.length === 0) return;
      const open = pending;
      pending = [];
      validation = settleFindings(findings, await checkWithServer(open, server));
    },
    get dutch() { return look().findings; },
    get looked() { return look().looked; },
  };
}
function withPositions(look: DutchLook, document: ParsedDocument): DutchLook {
  return {
    ...look, findings: look.findings.map((finding) => {
      const position = document.positionOf(finding.path);
      return position === null ? finding : { ...finding, position };
    }),
  };
}
