import { createHash, randomUUID } from 'node:crypto';
import type { Behaviour } from '../behaviour.ts';
import type { StoredResource } from '../dossier/store.ts';
import type { JsonObject } from '../messages.ts';
import { writeQuery } from './query.ts';
import type { Query } from './query.ts';
import { shaped } from './shape.ts';

export interface PageFacts {
  readonly base: string;
  readonly query: Query;
  /** The search as it was spelled, relative to the base. */
  readonly spelled: string;
  readonly total: number;
  readonly matches: readonly StoredResource[];
  readonly includes: readonly StoredResource[];
  /** Offset of the next page, when there is one. */
  readonly nextOffset: number | null;
}

/** One page of a searchset (bgz-nen7540.md 7). `total` counts the matches of all pages. */
export function searchset(facts: PageFacts, behaviour: Behaviour): JsonObject {
  const total = behaviour.defect('total-too-high') ? facts.total + facts.includes.length + 1 : facts.total;
  const companion = behaviour.defect('include-as-match') ? 'match' : 'include';
  const entries = [...facts.matches.map((entry) => entryOf(facts, entry, 'match', behaviour)), ...facts.includes.map((entry) => entryOf(facts, entry, companion, behaviour))];
  if (entries.length === 0 && behaviour.defect('empty-search-with-leftover')) return { ...frame(facts, 1, behaviour), entry: [leftover(facts)] };
  const empty = entries.length === 0 && behaviour.variant('outcome-in-empty-searchset');
  return { ...frame(facts, total, behaviour), ...(empty ? { entry: [nothingFound()] } : entries.length === 0 ? {} : { entry: entries }) };
}

function frame(facts: PageFacts, total: number, behaviour: Behaviour): JsonObject {
  return {
    resourceType: 'Bundle', id: randomUUID(), type: behaviour.defect('bundle-collection') ? 'collection' : 'searchset',
    ...(behaviour.variant('total-absent') ? {} : { total }),
    link: links(facts, behaviour),
  };
}

function links(facts: PageFacts, behaviour: Behaviour): JsonObject[] {
  const { base, query } = facts;
  const spelled = behaviour.variant('self-link-as-received') ? facts.spelled : writeQuery(query);
  const self = behaviour.defect('self-link-bare') ? spelled.split('?')[0]! : spelled;
  const following = { ...query, parameters: [...query.parameters.filter(({ name }) => name !== '_offset'), { name: '_offset', value: String(facts.nextOffset) }] };
  return [
    ...(behaviour.defect('self-link-missing') ? [] : [{ relation: 'self', url: `${base}/${self}` }]),
    ...(facts.nextOffset === null ? [] : [{ relation: 'next', url: `${base}/${writeQuery(following)}` }]),
  ];
}

function entryOf({ base }: PageFacts, entry: StoredResource, mode: 'match' | 'include', behaviour: Behaviour): JsonObject {
  const path = `${entry.type}/${entry.id}`;
  const resource = shaped(entry.resource, behaviour);
  if (entry.type !== 'Flag') return { fullUrl: fullUrl(base, path, behaviour), resource, search: { mode } };
  const nameless = behaviour.variant('entry-urn-without-id');
  const shown = nameless || behaviour.defect('entry-without-id') ? { ...resource, id: undefined } : resource;
  return { fullUrl: nameless ? urnOf(path) : fullUrl(base, path, behaviour), resource: shown, search: { mode } };
}
function fullUrl(base: string, path: string, behaviour: Behaviour): string {
  if (behaviour.defect('full-url-relative')) return path;
  if (behaviour.defect('full-url-other-id')) return `${base}/${path}-kopie`;
  return behaviour.variant('full-url-uuid') ? urnOf(path) : `${base}/${path}`;
}
/** The same urn:uuid for the same record each time. */
function urnOf(path: string): string {
  const hex = createHash('sha256').update(path).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
function nothingFound(): JsonObject {
  return {
    fullUrl: `urn:uuid:${randomUUID()}`, search: { mode: 'outcome' },
    resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'informational', diagnostics: 'Nothing was found.' }] },
  };
}
/** Seeded defect: a message for people that stands among the results as if it were one. */
function leftover({ base }: PageFacts): JsonObject {
  const id = 'niets-gevonden';
  const resource = { resourceType: 'Basic', id, meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Basic'] }, code: { text: 'Niets gevonden' } };
  return { fullUrl: `${base}/Basic/${id}`, resource, search: { mode: 'match' } };
}
