/** Small definitions for tests. Not part of the product. */
import type { Definitions } from '../definitions/definitions.ts';
import type { CodeSystemFacts, ValueSetFacts } from '../definitions/terminology.ts';
import type { FhirVersion } from '../version.ts';

export function sampleDefinitions(given: { readonly fhir?: FhirVersion; readonly systems?: readonly CodeSystemFacts[]; readonly valueSets?: readonly ValueSetFacts[] }): Definitions & { supplementsOf(system: string): readonly CodeSystemFacts[] } {
  const find = <T extends { readonly url: string; readonly version?: string }>(list: readonly T[] = [], canonical: string): T | null => {
    const [url, version] = canonical.split('|') as [string, string?];
    return list.find((one) => one.url === url && (version === undefined || one.version === version)) ?? null;
  };
  return {
    fhir: given.fhir ?? 'r4', structure: () => null, type: () => null, searchParameters: () => [], canonicals: () => [],
    valueSet: (canonical) => find(given.valueSets, canonical), codeSystem: (canonical) => find(given.systems, canonical),
    supplementsOf: (system) => given.systems?.filter((one) => one.supplements === system) ?? [],
  };
}
