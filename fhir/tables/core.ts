import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Definitions } from '../definitions/definitions.ts';
import type { SearchParameterFacts } from '../definitions/search-parameter.ts';
import type { Structure } from '../definitions/structure.ts';
import type { CodeSystemFacts, ValueSetFacts } from '../definitions/terminology.ts';
import type { FhirVersion } from '../version.ts';
import { indexLines, unpackStructure } from './lines.ts';

const typeBase = 'http://hl7.org/fhir/StructureDefinition/';
const loaded = new Map<FhirVersion, Definitions>();

/** The compact tables of FHIR core: structures, code lists and search parameters, no prose. Read once a process. */
export function coreDefinitions(fhir: FhirVersion): Definitions {
  const known = loaded.get(fhir);
  if (known !== undefined) return known;
  const definitions = readTable(fhir, gunzipSync(readFileSync(join(import.meta.dirname, `${fhir}.ndjson.gz`))).toString('utf8'));
  loaded.set(fhir, definitions);
  return definitions;
}

/** Definitions over the text of a table (`lines.ts`), each line parsed when it is first asked for. */
export function readTable(fhir: FhirVersion, text: string): Definitions {
  const index = indexLines(text);
  function reader<T>(kind: 'structure' | 'value-set' | 'code-system' | 'search-parameter', finish: (facts: T) => T = (facts) => facts): (canonical: string) => T | null {
    const parsed = new Map<string, T>();
    return (canonical) => {
      const bar = canonical.indexOf('|');
      const url = bar < 0 ? canonical : canonical.slice(0, bar);
      let facts = parsed.get(url);
      if (facts === undefined) {
        const line = index.get(kind)?.get(url);
        // Names come from messages too: what is not there is not kept.
        if (line === undefined) return null;
        facts = finish(JSON.parse(text.slice(line.from, line.to)) as T);
        parsed.set(url, facts);
      }
      if (bar < 0) return facts;
      const version = canonical.slice(bar + 1).split('|', 1)[0]!;
      return !isCoreVersion(fhir, version) && (facts as { version?: string }).version !== version ? null : facts;
    };
  }
  const structure = reader<Structure>('structure', unpackStructure);
  const searchParameter = reader<SearchParameterFacts>('search-parameter');
  let byType: Map<string, SearchParameterFacts[]> | undefined;
  return {
    fhir, structure, valueSet: reader<ValueSetFacts>('value-set'), codeSystem: reader<CodeSystemFacts>('code-system'),
    type: (name) => structure(typeBase + name),
    searchParameters(resourceType) {
      byType ??= groupByBase([...index.get('search-parameter')?.keys() ?? []].map((url) => searchParameter(url)!));
      return [...byType.get(resourceType) ?? [], ...byType.get('DomainResource') ?? [], ...byType.get('Resource') ?? []];
    },
    canonicals: () => [...index.get('structure')?.keys() ?? []],
  };
}
function groupByBase(parameters: readonly SearchParameterFacts[]): Map<string, SearchParameterFacts[]> {
  const groups = new Map<string, SearchParameterFacts[]>();
  for (const parameter of parameters) for (const base of parameter.base) {
    const group = groups.get(base);
    if (group === undefined) groups.set(base, [parameter]); else group.push(parameter);
  }
  return groups;
}
/** A core canonical may be asked with the version of any release of the same FHIR version: 3.0.1 and 3.0.2 differ in errata only. */
function isCoreVersion(fhir: FhirVersion, version: string): boolean {
  return fhir === 'stu3' ? /^3\.0(\.\d+)?$/.test(version) : /^4\.0(\.\d+)?$/.test(version);
}
