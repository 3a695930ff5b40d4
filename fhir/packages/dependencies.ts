import type { PackageId } from '../definitions/definitions.ts';
import { fhirVersionOf } from '../version.ts';
import { newestFitting } from './version-order.ts';

export interface WithDependencies { readonly id: PackageId; readonly dependencies: Readonly<Record<string, string>> }
/** A package that another asks for and that is not installed. */
export interface MissingPackage {
  readonly name: string;
  /** As wished: exact, `4.0.x` or `latest`. */
  readonly version: string;
  readonly neededBy: PackageId;
}
/** FHIR core is in the compact tables of the project. */
const builtIn = new Set(['hl7.fhir.core', 'hl7.fhir.r3.core', 'hl7.fhir.r4.core']);
const isBuiltIn = (name: string, version: string): boolean => builtIn.has(name) && (version === 'latest' || fhirVersionOf(version.replace(/\.[xX*]$/, '')) !== null);

/**
 * The packages asked for with all that they depend on, dependencies first. What is missing is named, never guessed or replaced by another version.
 * Cycles end where they began.
 */
export function withDependencies<T extends WithDependencies>(wanted: readonly T[], installed: readonly T[]): { readonly ordered: readonly T[]; readonly missing: readonly MissingPackage[] } {
  const ordered: T[] = [];
  const missing = new Map<string, MissingPackage>();
  const seen = new Set<string>();
  const visit = (one: T): void => {
    const key = `${one.id.name}#${one.id.version}`;
    if (seen.has(key)) return;
    seen.add(key);
    for (const [name, version] of Object.entries(one.dependencies)) {
      const candidates = [...wanted, ...installed].filter((other) => other.id.name === name);
      const best = newestFitting(version, candidates.map((other) => other.id.version));
      if (best !== null) visit(candidates.find((other) => other.id.version === best)!);
      else if (!isBuiltIn(name, version)) missing.set(`${name}#${version}`, missing.get(`${name}#${version}`) ?? { name, version, neededBy: one.id });
    }
    ordered.push(one);
  };
  for (const one of wanted) visit(one);
  return { ordered, missing: [...missing.values()] };
}
