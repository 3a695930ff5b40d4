import { normalise } from '../definitions/normalise.ts';
import { normaliseSearchParameter } from '../definitions/normalise-search-parameter.ts';
import { normaliseCodeSystem, normaliseValueSet } from '../definitions/normalise-terminology.ts';
import type { FhirResource } from '../json.ts';
import type { Definition } from '../tables/lines.ts';
import { packStructure } from '../tables/lines.ts';
import { asCompiled, type CompiledPackage } from './compiled.ts';
import { note, type PackageNote } from './note.ts';
import type { PackageSource } from './source.ts';
import { writeTable, type NewRow } from './table-file.ts';

/**
 * A package reduced to facts, one shape for STU3 and R4, as one file that can be kept. Displays are kept: they are compared with those of messages.
 * Of two definitions with one canonical and version the first in order of path counts, the other is told in `notes`; nothing throws.
 */
export function compile(source: PackageSource): CompiledPackage {
  const rows = new Map<string, NewRow>();
  const files = new Map<string, string>();
  const notes: PackageNote[] = [];
  for (const { file, resource } of source.resources) {
    let definition: Definition | null;
    try {
      definition = definitionOf(resource);
    } catch (error) {
      notes.push(note('left-out', file, (error as Error).message));
      continue;
    }
    if (definition === null) continue;
    if (definition.kind === 'structure' && definition.facts.fhir !== source.fhir) { notes.push(note('left-out', file, `fhirVersion ${definition.facts.fhir}`)); continue; }
    const { url } = definition.facts;
    const version = 'version' in definition.facts ? definition.facts.version : undefined;
    const key = `${definition.kind} ${url}|${version ?? ''}`;
    if (rows.has(key)) { notes.push(note('duplicate', file, `${url}${version === undefined ? '' : `|${version}`}, ${files.get(key)}`)); continue; }
    files.set(key, file);
    rows.set(key, { kind: definition.kind, url, ...(version !== undefined && { version }), value: definition.kind === 'structure' ? packStructure(definition.facts) : definition.facts });
  }
  return asCompiled(writeTable({
    name: source.id.name, version: source.id.version, fhir: source.fhir, sha256: source.sha256, dependencies: source.dependencies,
    notes: [...source.notes, ...notes].map((one) => ({ kind: one.kind, file: one.file, text: { nl: one.text.nl, en: one.text.en } })),
  }, [...rows.values()]));
}

function definitionOf(resource: FhirResource): Definition | null {
  switch (resource.resourceType) {
    case 'StructureDefinition': {
      if (resource.kind === 'logical') return null;
      const facts = normalise(resource);
      if (facts.snapshot === undefined && facts.differential === undefined) throw new TypeError('neither snapshot nor differential');
      return { kind: 'structure', facts };
    }
    case 'ValueSet': return { kind: 'value-set', facts: normaliseValueSet(resource, { displays: true }) };
    case 'CodeSystem': return { kind: 'code-system', facts: normaliseCodeSystem(resource, { displays: true }) };
    case 'SearchParameter': return { kind: 'search-parameter', facts: normaliseSearchParameter(resource) };
    default: return null;
  }
}
