import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { list } from 'tar';
import type { FhirVersion } from '../version.ts';

/** FHIR packages kept beside the checkout for proofs: they are data of others, and no part of the project. */
export interface SourcePackage { readonly file: string; readonly fhir: FhirVersion; readonly format: 'json' | 'xml' }
export const sourcePackages: readonly SourcePackage[] = [
  { file: 'nictiz.fhir.nl.stu3.zib2017-2.2.18.xml.tgz', fhir: 'stu3', format: 'xml' },
  { file: 'nictiz.fhir.nl.r4.zib2020-0.12.1-beta.1.xml.tgz', fhir: 'r4', format: 'xml' },
  { file: 'nictiz.fhir.nl.r4.medicationprocess9-2.0.0-rc.7.xml.tgz', fhir: 'r4', format: 'xml' },
  { file: 'hl7.fhir.r3.core-3.0.1.tgz', fhir: 'stu3', format: 'json' },
  { file: 'hl7.fhir.r4.core-4.0.1.tgz', fhir: 'r4', format: 'json' },
];

/** Folder of the packages, beside the checkout unless `FHIR_PACKAGES` names another; `null` when it is not there. */
export function packagesFolder(): string | null {
  const folder = process.env.FHIR_PACKAGES ?? resolve(import.meta.dirname, '..', '..', '..', 'shared', 'fhir');
  return existsSync(folder) ? folder : null;
}

export const noPackages = 'Not run: the FHIR packages are not beside the checkout (../shared/fhir); name their folder in FHIR_PACKAGES.';

export interface SourceFile { readonly name: string; readonly bytes: Buffer }
/** Resources of a package in the order of their names; the package's own index and manifest left out. */
export function filesOf(folder: string, source: SourcePackage): SourceFile[] {
  const files: SourceFile[] = [];
  list({
    file: join(folder, source.file), sync: true,
    filter: (path) => path.endsWith(`.${source.format}`) && !/(^|\/)(package|\.index|fhirpkg\.lock)\.json$|(^|\/)(openapi|other)\//.test(path),
    onReadEntry(entry) {
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => { chunks.push(chunk); });
      entry.on('end', () => { if (entry.type === 'File' || entry.type === 'OldFile') files.push({ name: entry.path, bytes: Buffer.concat(chunks) }); });
    },
  });
  return files.sort((one, other) => one.name < other.name ? -1 : 1);
}
