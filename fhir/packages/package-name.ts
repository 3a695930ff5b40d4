import type { PackageId } from '../definitions/definitions.ts';
import { PackageError } from './package-error.ts';

const namePattern = /^[A-Za-z][A-Za-z0-9-]*(\.[A-Za-z0-9][A-Za-z0-9-]*)*$/;
const versionPattern = /^[A-Za-z0-9]+([.+_-][A-Za-z0-9]+)*$/;

export const isPackageName = (name: string): boolean => name.length <= 128 && namePattern.test(name);
export const isPackageVersion = (version: string): boolean => version.length <= 64 && versionPattern.test(version);

/** Names become file names and parts of addresses: anything unusual is refused. @throws {PackageError} */
export function checkedId(id: PackageId): PackageId {
  if (isPackageName(id.name) && isPackageVersion(id.version)) return { name: id.name, version: id.version };
  const shown = JSON.stringify(`${id.name}#${id.version}`).slice(0, 200);
  throw new PackageError('illegal-name', {
    nl: `${shown} is geen naam en versie van een FHIR-pakket (letters, cijfers, punten en streepjes)`, en: `${shown} is not the name and version of a FHIR package (letters, digits, dots and hyphens)`,
  });
}

/** `nictiz.fhir.nl.r4.zib2020-0.12.1-beta.1.xml.tgz`, `name#1.2.3` → name and version; null when there is no version in it. */
export function idFromFileName(fileName: string): PackageId | null {
  const bare = fileName.replace(/\.(tgz|tar\.gz)$/i, '').replace(/\.(xml|json)$/i, '');
  const match = /^(.+?)#(.+)$/.exec(bare) ?? /^(.+?)-(\d+\.\d+.*)$/.exec(bare);
  if (match === null) return null;
  const id = { name: match[1]!, version: match[2]! };
  return isPackageName(id.name) && isPackageVersion(id.version) ? id : null;
}
