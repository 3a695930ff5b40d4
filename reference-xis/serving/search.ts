import type { Behaviour } from '../behaviour.ts';
import type { DossierStore, StoredResource } from '../dossier/store.ts';
import { dateOf, lastOfEachCode, matches } from './matching.ts';
import type { Query } from './query.ts';
import { included, referencesIn } from './references.ts';

export interface Found { readonly matches: readonly StoredResource[]; readonly includes: readonly StoredResource[] }

/** Runs a search narrowed to one patient (twiin.md 5.4). Paging comes after; includes belong to the given page. */
export function findMatches(store: DossierStore, query: Query, bsn: string, behaviour: Behaviour): readonly StoredResource[] {
  const narrowed = isNarrowed(query, behaviour);
  const hits = store.ofType(query.type).filter((entry) => (!narrowed || entry.bsn === bsn) && matches(entry, query));
  const sorted = value(query, '_sort') === '-date' ? hits.toSorted((one, other) => dateOf(other.resource).localeCompare(dateOf(one.resource))) : hits;
  const wanted = query.lastn ? lastOfEachCode(sorted, Number(value(query, 'max') ?? 1)) : sorted;
  return seeded(wanted, store, query, bsn, behaviour);
}

/** Records that come along with a page of matches: of the patient, or of nobody. */
export function findIncludes(store: DossierStore, query: Query, page: readonly StoredResource[], bsn: string, behaviour: Behaviour): readonly StoredResource[] {
  const found = new Map<string, StoredResource>();
  const take = (entry: StoredResource | undefined) => {
    if (!entry || (entry.bsn !== null && entry.bsn !== bsn && !page.some((match) => match.bsn === entry.bsn))) return;
    if (!page.includes(entry)) found.set(`${entry.type}/${entry.id}`, entry);
  };
  const forgotten = behaviour.defect('include-forgotten') && query.type === 'MedicationStatement';
  for (const { name, value: parameter } of forgotten ? [] : query.parameters) {
    if (name.split(':')[0] === '_include') for (const match of page) for (const target of included(parameter, match.resource)) take(store.find(target));
    if (name.split(':')[0] === '_revinclude' && parameter.startsWith('Provenance:target')) {
      const references = new Set(page.map((match) => `${match.type}/${match.id}`));
      for (const entry of store.ofType('Provenance')) if (referencesIn(entry.resource['target']).some((target) => references.has(target))) take(entry);
    }
  }
  if (behaviour.defect('include-leaks') && query.parameters.some((parameter) => parameter.value.endsWith(':medication'))) {
    for (const entry of store.ofType('Medication')) found.set(`${entry.type}/${entry.id}`, entry);
  }
  return behaviour.defect('include-only-first') ? [...found.values()].slice(0, 1) : [...found.values()];
}

function isNarrowed(query: Query, behaviour: Behaviour): boolean {
  if (behaviour.defect('narrowing-none')) return false;
  if (behaviour.defect('narrowing-not-for-problems') && query.type === 'Condition') return false;
  return !(behaviour.defect('narrowing-not-for-lastn') && query.lastn);
}
const value = (query: Query, name: string) => query.parameters.find((parameter) => parameter.name === name)?.value;

/** Seeded defects in the content of an answer. */
function seeded(hits: readonly StoredResource[], store: DossierStore, query: Query, bsn: string, behaviour: Behaviour): readonly StoredResource[] {
  if (behaviour.defect('allergy-missing') && query.type === 'AllergyIntolerance') return hits.slice(1);
  if (behaviour.defect('medication-missing') && query.type === 'MedicationStatement') return hits.slice(0, -1);
  if (behaviour.defect('record-twice') && query.type === 'Condition') return [...hits, ...hits];
  if (behaviour.defect('record-of-other-patient') && query.type === 'Condition') {
    const foreign = store.ofType('Condition').find((entry) => entry.bsn !== bsn);
    return foreign ? [...hits, foreign] : hits;
  }
  return hits;
}
