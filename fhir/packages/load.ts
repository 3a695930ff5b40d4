import type { Definitions, PackageId } from '../definitions/definitions.ts';
import type { SearchParameterFacts } from '../definitions/search-parameter.ts';
import type { Structure } from '../definitions/structure.ts';
import type { CodeSystemFacts, ValueSetFacts } from '../definitions/terminology.ts';
import { coreDefinitions } from '../tables/core.ts';
import { unpackStructure } from '../tables/lines.ts';
import type { FhirVersion } from '../version.ts';
import type { CompiledPackage } from './compiled.ts';
import type { Row } from './table-file.ts';
import { compareVersions } from './version-order.ts';

/** Definitions that also tell where they come from. */
export interface LoadedDefinitions extends Definitions {
  /** In the order given; those of another FHIR version are not in it. */
  readonly packages: readonly PackageId[];
  /** The package whose definition `structure`, `valueSet` or `codeSystem` gives for a canonical; null for core and for what is not there. */
  packageOf(canonical: string): PackageId | null;
  /** Every code system that is loaded as an addition to others, of packages only. */
  supplementsOf(system: string): readonly CodeSystemFacts[];
}

type Kind = 'structure' | 'value-set' | 'code-system' | 'search-parameter';
interface Entry { readonly from: CompiledPackage; readonly row: Row }

/**
 * Packages on top of FHIR core. Without `|version` the newest answers, and a package comes before core; with one only that exact version does.
 * The specification's own types always come from core: no package changes what base FHIR is.
 */
export function loadDefinitions(fhir: FhirVersion, packages: readonly CompiledPackage[]): LoadedDefinitions {
  const core = coreDefinitions(fhir);
  const used = packages.filter((one) => one.fhir === fhir);
  const index = indexOf(used);

  function entryFor(kind: Kind, canonical: string): Entry | null {
    const bar = canonical.indexOf('|');
    const entries = index.get(kind)?.get(bar === -1 ? canonical : canonical.slice(0, bar));
    if (entries === undefined) return null;
    if (bar === -1) return entries[0]!;
    const version = canonical.slice(bar + 1);
    return entries.find((entry) => entry.row.version === version) ?? null;
  }
  function reader<T>(kind: Kind, finish: (facts: T) => T = (facts) => facts): (entry: Entry) => T {
    const parsed = new Map<Row, T>();
    return (entry) => {
      let facts = parsed.get(entry.row);
      if (facts === undefined) parsed.set(entry.row, facts = finish(entry.from.table.read(entry.row) as T));
      return facts;
    };
  }
  const readStructure = reader<Structure>('structure', unpackStructure);
  const readValueSet = reader<ValueSetFacts>('value-set');
  const readCodeSystem = reader<CodeSystemFacts>('code-system');
  const readSearchParameter = reader<SearchParameterFacts>('search-parameter');

  /** Types of the specification by canonical, whatever a package says. */
  const ofSpecification = (canonical: string): Structure | null => {
    if (!canonical.startsWith('http://hl7.org/fhir/StructureDefinition/')) return null;
    const structure = core.structure(canonical);
    return structure?.derivation === 'specialization' ? structure : null;
  };
  let byType: Map<string, readonly SearchParameterFacts[]> | undefined;
  let supplements: Map<string, CodeSystemFacts[]> | undefined;

  return {
    fhir, type: core.type,
    structure(canonical) {
      const entry = entryFor('structure', canonical);
      return entry === null ? core.structure(canonical) : ofSpecification(canonical) ?? readStructure(entry);
    },
    valueSet(canonical) {
      const entry = entryFor('value-set', canonical);
      return entry === null ? core.valueSet(canonical) : readValueSet(entry);
    },
    codeSystem(url) {
      const entry = entryFor('code-system', url);
      return entry === null ? core.codeSystem(url) : readCodeSystem(entry);
    },
    searchParameters(resourceType) {
      byType ??= new Map();
      let found = byType.get(resourceType);
      if (found === undefined) byType.set(resourceType, found = merged(index, readSearchParameter, core, resourceType));
      return found;
    },
    canonicals: () => [...new Set([...core.canonicals(), ...index.get('structure')?.keys() ?? []])],
    packages: used.map((one) => one.id),
    packageOf(canonical) {
      if (ofSpecification(canonical) !== null) return null;
      return (entryFor('structure', canonical) ?? entryFor('value-set', canonical) ?? entryFor('code-system', canonical))?.from.id ?? null;
    },
    supplementsOf(system) {
      supplements ??= supplementsIn(index, readCodeSystem);
      return supplements.get(system) ?? [];
    },
  };
}

function indexOf(packages: readonly CompiledPackage[]): Map<Kind, Map<string, Entry[]>> {
  const index = new Map<Kind, Map<string, Entry[]>>();
  for (const one of packages) for (const row of one.table.rows) {
    const byUrl = index.get(row.kind as Kind) ?? new Map<string, Entry[]>();
    index.set(row.kind as Kind, byUrl);
    const same = byUrl.get(row.url);
    if (same === undefined) byUrl.set(row.url, [{ from: one, row }]); else same.push({ from: one, row });
  }
  for (const byUrl of index.values()) for (const entries of byUrl.values()) if (entries.length > 1) entries.sort(newestFirst);
  return index;
}
/** By the definition's own version; where one has none, or they are equal, by the version of the package. */
function newestFirst(a: Entry, b: Entry): number {
  const own = a.row.version === undefined || b.row.version === undefined ? 0 : compareVersions(b.row.version, a.row.version);
  return own !== 0 ? own : compareVersions(b.from.id.version, a.from.id.version);
}
function merged(index: ReadonlyMap<Kind, ReadonlyMap<string, readonly Entry[]>>, read: (entry: Entry) => SearchParameterFacts, core: Definitions, resourceType: string): readonly SearchParameterFacts[] {
  const own = [...index.get('search-parameter')?.values() ?? []].map((entries) => read(entries[0]!))
    .filter((one) => one.base.includes(resourceType) || one.base.includes('DomainResource') || one.base.includes('Resource'));
  if (own.length === 0) return core.searchParameters(resourceType);
  const codes = new Set(own.map((one) => one.code));
  return [...own, ...core.searchParameters(resourceType).filter((one) => !codes.has(one.code))];
}
function supplementsIn(index: ReadonlyMap<Kind, ReadonlyMap<string, readonly Entry[]>>, read: (entry: Entry) => CodeSystemFacts): Map<string, CodeSystemFacts[]> {
  const found = new Map<string, CodeSystemFacts[]>();
  for (const entries of index.get('code-system')?.values() ?? []) {
    const facts = read(entries[0]!);
    if (facts.supplements === undefined) continue;
    const system = facts.supplements.split('|')[0]!;
    found.set(system, [...found.get(system) ?? [], facts]);
  }
  return found;
}
