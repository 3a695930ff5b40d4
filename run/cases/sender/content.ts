import type { Exchange, JournalEntry } from '../../../model/exchange.ts';
import type { Phase } from '../../engine/test-case.ts';
import { resourceIn } from '../../engine/body.ts';
import { spell } from './fhir-requests.ts';
import { get, isUnderBase, type Offer } from './steps.ts';

/** Searches that are asked in the other format too. */
const inBothFormats = 3;
/** References that are followed in one case; more of the same kind would say the same. */
const followed = 25;

/** What came in JSON, asked in XML: the workflow task, a few searches and one read (bgz-nen7540.md 6, twiin.md 5). */
export const askInXml: Phase = {
  name: 'in XML ophalen',
  run: async (c) => {
    const { workflowTask } = c.memory.offer as Offer;
    if (workflowTask !== null) await get(c, workflowTask, { endpoint: 'workflow-task', format: 'xml' });
    const queries = c.memory.queries as string[];
    for (const query of spread(queries, inBothFormats)) await get(c, spell(query, 'pipe'), { format: 'xml' });
    const known = c.store.get<string>('known-reads', c.bsn);
    if (known === undefined) return;
    for (const format of ['json', 'xml'] as const) await get(c, known, { format });
  },
};
/** Some of a list, from all over it, in its order. */
export function spread<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)]!);
}

/** Reads what the answers refer to and did not hold, with the same token. After the access log was read: such a read need not be of a patient's data. */
export const followReferences: Phase = {
  name: 'verwijzingen volgen',
  run: async (c) => {
    const base = `${c.claim.ixit.endpoints.resourceBase!.replace(/\/$/, '')}/`;
    for (const reference of unseenReferences(c.entries(), base).slice(0, followed)) if (isUnderBase(c, reference)) await get(c, reference);
  },
};
/** Literal references to resources that no answer held, as paths under the base; each kind and element first. */
export function unseenReferences(entries: readonly JournalEntry[], base: string): string[] {
  const answers = entries.filter((entry): entry is Exchange => entry.kind === 'exchange' && entry.side === 'probe' && entry.endpoint === 'resource' && entry.stimulus.valid && entry.response?.status === 200);
  const held = new Set<string>();
  const found = new Map<string, string>();
  for (const answer of answers) {
    const body = resourceIn(answer.response!.body);
    const resources: unknown[] = body?.resourceType === 'Bundle' ? (Array.isArray(body.entry) ? body.entry : []).map((entry: any) => entry?.resource) : [body];
    for (const resource of resources as (Record<string, any> | null | undefined)[]) {
      if (typeof resource?.resourceType !== 'string') continue;
      if (typeof resource.id === 'string') held.add(`${resource.resourceType}/${resource.id}`);
      // A Provenance names whatever it is about; that is no reference between data.
      if (resource.resourceType !== 'Provenance') for (const [place, reference] of referencesIn(resource, resource.resourceType)) found.set(reference, found.get(reference) ?? place);
    }
  }
  const relative = (reference: string): string => (reference.startsWith(base) ? reference.slice(base.length) : reference).replace(/\/_history\/[^/]+$/, '');
  const unseen = [...found].map(([reference, place]) => ({ reference: relative(reference), place })).filter(({ reference }) => /^[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.test(reference) && !held.has(reference));
  const places = new Set<string>();
  const first = unseen.filter(({ place }) => !places.has(place) && places.add(place));
  return [...new Set([...first, ...unseen].map(({ reference }) => reference))];
}
function* referencesIn(value: unknown, place: string): Generator<[string, string]> {
  if (Array.isArray(value)) { for (const one of value) yield* referencesIn(one, place); return; }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'reference' && typeof member === 'string') yield [place, member];
    else if (name !== 'contained') yield* referencesIn(member, `${place}.${name}`);
  }
}
