import type { Definitions } from './definitions/definitions.ts';
import { createFhirJudge, type SettlingJudge } from './judge.ts';
import type { CompiledPackage } from './packages/compiled.ts';
import { loadDefinitions } from './packages/load.ts';
import { createSnapshots } from './snapshot/snapshots.ts';
import { createTerminology } from './terminology/terminology.ts';
import { createValidator, type Validator } from './validate/validator.ts';
import { fhirVersions, type FhirVersion } from './version.ts';

/** What resources of one FHIR version are judged with. */
export interface FhirEngine {
  readonly fhir: FhirVersion;
  readonly definitions: Definitions;
  readonly validator: Validator;
}
/** Engines of both versions, each made when it is first asked for. */
export type FhirEngines = Readonly<Record<FhirVersion, FhirEngine>>;

/** FHIR core and, on top of it, these packages; each package counts for its own FHIR version only. Without packages: base FHIR. */
export function openEngines(packages: readonly CompiledPackage[] = []): FhirEngines {
  const engines = {} as Record<FhirVersion, FhirEngine>;
  for (const fhir of fhirVersions) {
    let made: FhirEngine | undefined;
    Object.defineProperty(engines, fhir, { enumerable: true, get: () => made ??= createEngine(fhir, packages) });
  }
  return engines;
}
function createEngine(fhir: FhirVersion, packages: readonly CompiledPackage[]): FhirEngine {
  const definitions = loadDefinitions(fhir, packages);
  const validator = createValidator({ definitions, snapshots: createSnapshots(definitions), terminology: createTerminology(definitions) });
  return { fhir, definitions, validator };
}
/** The judge that rules ask (`RuleContext.fhir`), with a validator. */
export const judgeOf = (engines: FhirEngines): SettlingJudge => createFhirJudge(engines);
