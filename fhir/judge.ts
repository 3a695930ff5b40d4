import type { FhirJudge, FhirJudgement, FhirMessage } from '../model/fhir-judgement.ts';
import { parse, type ParsedDocument } from './codec/parse.ts';
import type { Definitions } from './definitions/definitions.ts';
import { lookDutch, type DutchLook } from './dutch/check.ts';
import type { FhirFinding } from './finding.ts';
import type { FhirResource } from './json.ts';
import { coreDefinitions } from './tables/core.ts';
import { fhirVersions, type FhirVersion } from './version.ts';

/** What a judge needs of the validator (`fhir/validate`). */
export interface JudgesResources { validate(resource: FhirResource, options: { readonly document: ParsedDocument }): FhirFinding[] }
/** What messages of one FHIR version are judged with. Without a validator there is text and Dutch checks only. */
export interface JudgeParts { readonly definitions: Definitions; readonly validator?: JudgesResources }

/**
 * Reads, validates and checks message bodies for the rules: pure, and once for each body object.
 * A body in another FHIR version than agreed is judged by the agreed one.
 */
export function createFhirJudge(parts: Readonly<Record<FhirVersion, JudgeParts>>): FhirJudge {
  const known = new WeakMap<Uint8Array, Map<string, FhirJudgement>>();
  return {
    of(message) {
      const key = `${message.fhir} ${message.served}`;
      let judged = known.get(message.body);
      if (judged === undefined) known.set(message.body, judged = new Map());
      let judgement = judged.get(key);
      if (judgement === undefined) judged.set(key, judgement = judge(message, parts[message.fhir]));
      return judgement;
    },
  };
}

/** Text and Dutch checks by the core tables alone: what rules can see where no packages were loaded. */
export const coreJudge: FhirJudge = createFhirJudge(lazily((fhir) => ({ definitions: coreDefinitions(fhir) })));

function lazily(make: (fhir: FhirVersion) => JudgeParts): Readonly<Record<FhirVersion, JudgeParts>> {
  const parts = {} as Record<FhirVersion, JudgeParts>;
  for (const fhir of fhirVersions) Object.defineProperty(parts, fhir, { get: () => make(fhir) });
  return parts;
}

const nothing: DutchLook = { findings: [], looked: { Coding: 0, CodeableConcept: 0, Identifier: 0, Reference: 0 } };

function judge(message: FhirMessage, { definitions, validator }: JudgeParts): FhirJudgement {
  const document = parse(message.body, { definitions });
  const { resource } = document;
  let validation: readonly FhirFinding[] | undefined;
  let dutch: DutchLook | undefined;
  const look = (): DutchLook => dutch ??= resource === null ? nothing : withPositions(lookDutch(resource, definitions, { served: message.served }), document);
  return {
    format: document.format, resource, document: document.findings,
    get validation() {
      if (validator === undefined) return null;
      return validation ??= resource === null ? [] : validator.validate(resource, { document });
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
