/** FHIR STU3 and R4, JSON and XML: reading, writing and judging. `docs/validating-fhir.md` shows how. */
export { packages, parse, serialize, validate, type LoadedPackages, type LoadOptions, type ValidateOptions } from './api.ts';
export type { ParsedDocument } from './codec/parse.ts';
export type { FhirFinding } from './finding.ts';
export type { FhirResource } from './json.ts';
export { PackageError, type PackageProblem } from './packages/package-error.ts';
export type { PackagePin } from './packages/pins.ts';
export type { FhirVersion } from './version.ts';
