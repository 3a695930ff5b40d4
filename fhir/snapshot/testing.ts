import type { Definitions } from '../definitions/definitions.ts';
import { normalise } from '../definitions/normalise.ts';
import type { ElementFacts, Structure } from '../definitions/structure.ts';
import type { JsonObject } from '../json.ts';
import { coreDefinitions } from '../tables/core.ts';
import type { FhirVersion } from '../version.ts';
import type { SnapshotIssue, SnapshotIssueCode } from './issue.ts';
import { createSnapshots, type SnapshotOptions, type Snapshots } from './snapshots.ts';
import type { TypeKnowledge } from './merge-types.ts';

/** Elements and profiles for the tests of this room, written as short as they can be. */
export const core = (type: string): string => `http://hl7.org/fhir/StructureDefinition/${type}`;
export const own = (name: string): string => `http://example.org/fhir/StructureDefinition/${name}`;

export interface ProfileSource { readonly fhir?: FhirVersion; readonly base?: string; readonly derivation?: string; readonly version?: string }
/** A StructureDefinition with a differential only, as a package has it, reduced as the house does it. `base` is a canonical; the type's own definition without it. */
export function profile(name: string, type: string, elements: readonly JsonObject[], source: ProfileSource = {}): Structure {
  const fhir = source.fhir ?? 'r4';
  return normalise({
    resourceType: 'StructureDefinition', url: own(name), name, type, kind: 'resource', abstract: false, fhirVersion: fhir === 'r4' ? '4.0.1' : '3.0.1',
    derivation: source.derivation ?? 'constraint', baseDefinition: source.base ?? core(type), differential: { element: [...elements] },
    ...(source.version !== undefined && { version: source.version }),
  });
}
/** FHIR core with these on top. */
export function definitionsWith(structures: readonly Structure[], fhir: FhirVersion = 'r4'): Definitions {
  const below = coreDefinitions(fhir);
  const byUrl = new Map(structures.map((structure) => [structure.url, structure]));
  return { ...below, structure: (canonical) => byUrl.get(canonical.split('|')[0]!) ?? below.structure(canonical), canonicals: () => [...below.canonicals(), ...byUrl.keys()] };
}
export const snapshotsWith = (structures: readonly Structure[], fhir: FhirVersion = 'r4', options: SnapshotOptions = {}): Snapshots => createSnapshots(definitionsWith(structures, fhir), options);

/** What became of the last of these profiles: elements by id, and what was told. @throws {Error} when there is no snapshot, or an id stands in it twice */
export function made(...structures: readonly Structure[]): { readonly elements: ReadonlyMap<string, ElementFacts>; readonly issues: readonly SnapshotIssue[]; readonly told: readonly SnapshotIssueCode[] } {
  const last = structures[structures.length - 1]!;
  const answer = snapshotsWith(structures, last.fhir).of(last.url);
  if (answer.kind !== 'ok') throw new Error(JSON.stringify(answer));
  const elements = new Map(answer.structure.snapshot!.map((element) => [element.id, element]));
  if (elements.size !== answer.structure.snapshot!.length) throw new Error('two elements with one id');
  return { elements, issues: answer.issues, told: answer.issues.map((issue) => issue.code) };
}
/** Ids at and below an element, in order. */
export const idsUnder = (elements: ReadonlyMap<string, ElementFacts>, id: string): string[] => [...elements.keys()].filter((one) => one === id || one.startsWith(`${id}.`) || one.startsWith(`${id}:`));

/** Knowledge of a few types: what a type specialises is written `Age: ['Age', 'Quantity']`. */
export const knows = (lineages: Readonly<Record<string, readonly string[]>> = {}, typeOf: Readonly<Record<string, string>> = {}): TypeKnowledge => ({
  lineage: (type) => lineages[type] ?? [type], typeOf: (canonical) => typeOf[canonical] ?? null,
});
/** A place to tell things to, and what was told. */
export function listener(): { readonly told: string[]; readonly tell: (code: SnapshotIssueCode, detail: string) => void } {
  const told: string[] = [];
  return { told, tell: (code, detail) => { told.push(`${code}: ${detail}`); } };
}
