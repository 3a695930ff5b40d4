import { parse as parseWith, type ParsedDocument } from './codec/parse.ts';
import { serialize as serializeWith, type SerializeOptions } from './codec/serialize.ts';
import type { Format } from './codec/format.ts';
import type { Limits } from './codec/limits.ts';
import { openEngines, type FhirEngines } from './engine.ts';
import type { FhirFinding } from './finding.ts';
import { judgeDocument } from './judge-document.ts';
import type { FhirResource } from './json.ts';
import { compile } from './packages/compile.ts';
import type { CompiledPackage } from './packages/compiled.ts';
import { packageStore } from './packages/store.ts';
import { readPackageSource } from './packages/source.ts';
import type { PackageNote } from './packages/note.ts';
import type { PackagePin, PinProblem } from './packages/pins.ts';
import type { MissingPackage } from './packages/dependencies.ts';
import { withDependencies } from './packages/dependencies.ts';
import { coreDefinitions } from './tables/core.ts';
import type { FhirVersion } from './version.ts';

/** Packages that were read, and what could not be used of them. */
export interface LoadedPackages {
  readonly engines: FhirEngines;
  readonly packages: readonly CompiledPackage[];
  readonly notes: readonly PackageNote[];
  /** Packages that others ask for and that are not here. */
  readonly missing: readonly MissingPackage[];
  /** Pinned packages that are absent or have other content. */
  readonly problems: readonly PinProblem[];
}
export interface LoadOptions {
  /** Archives (`.tgz`) or folders of JSON or XML sources; nothing is installed. */
  readonly from?: readonly string[];
  /** Installed packages, exactly these; with neither `from` nor `pins`: all that are installed. */
  readonly pins?: readonly PackagePin[];
}
export const packages = {
  /**
   * Packages on top of FHIR core, for `validate`. Load once, use often: plans and snapshots are kept.
   * @throws {PackageError} for a file or folder that is no package
   */
  async load(options: LoadOptions = {}): Promise<LoadedPackages> {
    if (options.from === undefined) {
      const loaded = await packageStore().load(options.pins);
      return { engines: openEngines(loaded.packages), notes: [], ...loaded };
    }
    const compiled = options.from.map((from) => compile(readPackageSource(from)));
    const pinned = options.pins === undefined ? { packages: [], problems: [] } : await packageStore().load(options.pins);
    const all = [...pinned.packages, ...compiled];
    return { engines: openEngines(all), packages: all, notes: compiled.flatMap((one) => one.notes), missing: withDependencies(all, all).missing, problems: pinned.problems };
  },
  /** The packages that are installed for this user. */
  store: packageStore,
};

export interface ValidateOptions {
  /** Default: what the text tells, else STU3. */
  readonly fhir?: FhirVersion;
  /** Default JSON for an object; for text, what its first character tells. */
  readonly format?: Format;
  /** Default: base FHIR only. Profiles of packages that are not loaded give a finding `profile-unknown` of severity `not-checked`. */
  readonly packages?: LoadedPackages;
  /** Canonicals to judge by, beside the profiles that the resource states in `meta.profile`. */
  readonly profiles?: readonly string[];
  /** The Dutch checks then ask for what an answer to a request should have: an id and a stated profile. */
  readonly served?: boolean;
}
let base: FhirEngines | undefined;
const enginesOf = (loaded: LoadedPackages | undefined): FhirEngines => loaded?.engines ?? (base ??= openEngines());

/**
 * Findings on a resource: text, FHIR itself, its profiles, and the Dutch checks. Synchronous; never throws on any content.
 * @param resource an object in FHIR JSON shape, or text or bytes as they came (findings then have line and column)
 */
export function validate(resource: FhirResource | string | Uint8Array, options: ValidateOptions = {}): readonly FhirFinding[] {
  const input = typeof resource === 'string' || resource instanceof Uint8Array ? resource : JSON.stringify(resource);
  return judgeDocument(enginesOf(options.packages), input, options).findings;
}

/** Reads FHIR JSON or XML into the JSON shape, with the faults of the text and the places of its parts. Never throws. */
export function parse(input: Uint8Array | string, options: { readonly fhir: FhirVersion; readonly format?: Format; readonly limits?: Partial<Limits> }): ParsedDocument {
  const { fhir, ...how } = options;
  return parseWith(input, { ...how, definitions: coreDefinitions(fhir) });
}
/** Writes a resource in JSON or XML: elements in the order of the specification, decimals as they were read. @throws {RangeError} for XML, of a type that FHIR does not have */
export function serialize(resource: FhirResource, options: { readonly fhir: FhirVersion } & Omit<SerializeOptions, 'definitions'>): string {
  const { fhir, ...how } = options;
  return serializeWith(resource, { ...how, definitions: coreDefinitions(fhir) });
}
