import type { PackageId } from '../definitions/definitions.ts';
import { fhirVersions } from '../version.ts';
import type { FhirVersion } from '../version.ts';
import type { PackageNote } from './note.ts';
import { readTable, type TableFile } from './table-file.ts';

/** A package ready for use: an index of its definitions, each parsed when it is asked for. */
export interface CompiledPackage {
  readonly id: PackageId;
  readonly fhir: FhirVersion;
  /** Of the source that it was made from (`PackageSource.sha256`), hex. */
  readonly sha256: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly notes: readonly PackageNote[];
  readonly table: TableFile;
}
/** @throws {TypeError} when the table is not one of a package */
export function asCompiled(table: TableFile): CompiledPackage {
  const { name, version, fhir, sha256, dependencies, notes } = table.meta as { [member: string]: unknown };
  if (typeof name !== 'string' || typeof version !== 'string' || typeof sha256 !== 'string' || !fhirVersions.includes(fhir as FhirVersion)) throw new TypeError('not a compiled package');
  return { id: { name, version }, fhir: fhir as FhirVersion, sha256, dependencies: dependencies as Record<string, string>, notes: notes as PackageNote[], table };
}
/** @throws {TypeError} when the bytes are damaged or of another format */
export const readCompiled = (bytes: Uint8Array): CompiledPackage => asCompiled(readTable(bytes));
