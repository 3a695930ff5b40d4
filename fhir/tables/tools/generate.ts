/**
 * Makes `fhir/tables/<version>.ndjson.gz` from an unpacked FHIR core package: `node fhir/tables/tools/generate.ts <stu3|r4> <folder with the package's JSON files>`.
 * Facts only (paths, order, cardinality, types, bindings, invariants, codes, search parameters): no prose.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { normalise } from '../../definitions/normalise.ts';
import { normaliseSearchParameter } from '../../definitions/normalise-search-parameter.ts';
import { normaliseCodeSystem, normaliseValueSet } from '../../definitions/normalise-terminology.ts';
import type { JsonObject } from '../../json.ts';
import { fhirVersions } from '../../version.ts';
import type { FhirVersion } from '../../version.ts';
import { writeLine } from '../lines.ts';
import type { Definition } from '../lines.ts';

/** What a core resource becomes; null for kinds that no check needs. */
export function definitionOf(resource: JsonObject): Definition | null {
  switch (resource.resourceType) {
    case 'StructureDefinition': {
      if (resource.kind === 'logical') return null;
      // A snapshot holds all that its differential says.
      const { differential, ...facts } = normalise(resource);
      return facts.snapshot === undefined ? null : { kind: 'structure', facts };
    }
    case 'ValueSet': return { kind: 'value-set', facts: normaliseValueSet(resource, { displays: false }) };
    case 'CodeSystem': return { kind: 'code-system', facts: normaliseCodeSystem(resource, { displays: false }) };
    case 'SearchParameter': return { kind: 'search-parameter', facts: normaliseSearchParameter(resource) };
    default: return null;
  }
}

if (process.argv[1] === import.meta.filename) {
  const [fhir, folder] = process.argv.slice(2) as [FhirVersion, string];
  if (!fhirVersions.includes(fhir) || folder === undefined) { console.error('Usage: node fhir/tables/tools/generate.ts <stu3|r4> <folder>'); process.exit(2); }
  const lines: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!/^(StructureDefinition|ValueSet|CodeSystem|SearchParameter)-.*\.json$/.test(name)) continue;
    try {
      const definition = definitionOf(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      if (definition !== null) lines.push(writeLine(definition));
    } catch (error) {
      // A few examples of the specification state another FHIR version or none.
      console.warn(`left out: ${name}: ${(error as Error).message}`);
    }
  }
  writeFileSync(join(import.meta.dirname, '..', `${fhir}.ndjson.gz`), gzipSync(lines.sort().join('\n') + '\n', { level: 9 }));
  console.log(`${lines.length} definitions of ${fhir}`);
}
