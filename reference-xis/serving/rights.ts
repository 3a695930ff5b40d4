import type { Behaviour } from '../behaviour.ts';
import type { DossierStore, StoredResource } from '../dossier/store.ts';
import type { Offer } from '../offers.ts';
import { isPatientParameter, isShaping, isWithin, parseQuery } from './query.ts';
import type { Query } from './query.ts';
import { referencesIn } from './references.ts';
import { findIncludes, findMatches } from './search.ts';

/** What one request may see: one patient, and of that patient what was offered. */
export interface Access {
  readonly bsn: string;
  readonly queries: readonly Query[];
  readonly resources: readonly string[];
  readonly workflowTasks: readonly string[];
  /** Seeded defects only: everything of the patient. */
  readonly everything: boolean;
}

/** The access that open offers give together; undefined when they give none. All offers of a token are of one patient. */
export function accessOf(offers: readonly Offer[]): Access | undefined {
  const first = offers[0];
  if (!first) return undefined;
  return {
    bsn: first.bsn,
    queries: offers.flatMap((offer) => offer.queries).map(parseQuery).flatMap((parsed) => (parsed.ok ? [parsed.query] : [])),
    resources: offers.flatMap((offer) => offer.resources),
    workflowTasks: offers.flatMap((offer) => (offer.workflowTask ? [offer.workflowTask.id] : [])),
    everything: false,
  };
}

/** Whether a search may be answered: it lies within an offered one and names no other patient. */
export function maySearch(query: Query, access: Access, store: DossierStore, behaviour: Behaviour): boolean {
  if (namesAnotherPatient(query, access, store) && !behaviour.defect('narrowing-none')) return false;
  if (access.everything || behaviour.defect('grant-unchecked')) return true;
  if (behaviour.defect('grant-unchecked-for-plain-searches') && query.parameters.every(({ name }) => isShaping(name))) return true;
  if (behaviour.defect('grant-by-type') && access.queries.some((offered) => offered.type === query.type)) return true;
  return access.queries.some((offered) => isWithin(query, offered));
}
function namesAnotherPatient(query: Query, access: Access, store: DossierStore): boolean {
  const own = store.ofType('Patient').find((entry) => entry.bsn === access.bsn)?.id;
  const names = [`http://fhir.nl/fhir/NamingSystem/bsn|${access.bsn}`, access.bsn, own, `Patient/${own}`];
  return query.parameters.some(({ name, value }) => isPatientParameter(query, name) && !names.includes(value));
}

/**
 * Whether a record may be read by id: it was offered, it stands in the answer to an offered search, or one of
 * those refers to it (a referenced practitioner, the Binary of a document).
 */
export function mayRead(entry: StoredResource, access: Access, store: DossierStore, behaviour: Behaviour): boolean {
  if (behaviour.defect('read-other-patient')) return true;
  if (entry.bsn !== null && entry.bsn !== access.bsn) return false;
  if (access.everything || behaviour.defect('grant-unchecked')) return true;
  return covered(access, store, behaviour).has(`${entry.type}/${entry.id}`);
}
function covered(access: Access, store: DossierStore, behaviour: Behaviour): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = access.resources.map((reference) => store.find(reference)).filter((entry) => entry !== undefined);
  for (const query of access.queries) {
    const found = findMatches(store, query, access.bsn, behaviour);
    open.push(...found, ...findIncludes(store, query, found, access.bsn, behaviour));
  }
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const key = `${entry.type}/${entry.id}`;
    if (seen.has(key) || (entry.bsn !== null && entry.bsn !== access.bsn)) continue;
    seen.add(key);
    // A Provenance names the whole dossier as its targets; reading it opens no other records.
    if (entry.type !== 'Provenance') open.push(...referencesIn(entry.resource).map((reference) => store.find(reference)).filter((target) => target !== undefined));
  }
  return seen;
}
