/** FHIR packages: reading, installing, pinning and loading them. `docs/fhir-packages.md` tells the whole. */
export { compile } from './compile.ts';
export { readCompiled, type CompiledPackage } from './compiled.ts';
export { withDependencies, type MissingPackage } from './dependencies.ts';
export { defaultPackageLimits, type PackageLimits } from './limits.ts';
export { loadDefinitions, type LoadedDefinitions } from './load.ts';
export type { PackageNote } from './note.ts';
export { PackageError, type PackageProblem } from './package-error.ts';
export type { PackageServer } from './package-server.ts';
export type { PackagePin, PinProblem } from './pins.ts';
export { cacheDirectory, packagesDirectory } from './places.ts';
export { readPackageSource, type PackageSource, type SourceOptions, type SourceResource } from './source.ts';
export { packageStore, type Added, type AddOptions, type InstalledPackage, type Loaded, type PackageStore, type StoreOptions } from './store.ts';
