import type { NotificationGrant } from '../../model/grant.ts';
import type { Stu3Resource } from '../../fixtures/stu3/index.ts';
import type { ReadSearch } from '../../fhir/search/index.ts';
import { searchDossier } from './dossier-search.ts';
import { numberOf, parseQuery, selects } from './query.ts';
import { keyOf, referencesIn } from './references.ts';

/** Queries that a notification offers, readable ones only. */
function offersOf(grant: NotificationGrant): ReadSearch[] {
  return grant.queries.map((offered) => parseQuery(offered.replace(/^https?:\/\/.*\/fhir\//, ''))).filter((query) => query !== null);
}
/** The offered query that covers this one: the same type, at most the same codes. Includes and paging may be added. */
export function offerFor(query: ReadSearch, grant: NotificationGrant): ReadSearch | undefined {
  const covering = offersOf(grant).filter((offered) => offered.type === query.type && covers(offered, query));
  // A plain search is wider than `$lastn`, so it serves best when both were offered.
  return covering.find((offered) => offered.operation === undefined) ?? covering[0];
}
function covers(offered: ReadSearch, asked: ReadSearch): boolean {
  return selects(offered).every((wanted) => {
    const allowed = new Set(wanted.value.split(','));
    return selects(asked).some((one) => one.name === wanted.name && one.value.split(',').every((value) => allowed.has(value)));
  });
}
/** Where only the last one of each was offered, no spelling of the query gives more (bgz-nen7540.md 4.3, point 1). */
export function narrowed(query: ReadSearch, offer: ReadSearch): ReadSearch {
  if (offer.operation === undefined) return query;
  const most = numberOf(offer, 'max') ?? 1;
  // The self link then tells what was done.
  const parameters = query.parameters.filter(({ name }) => name !== 'max' || (numberOf(query, 'max') ?? 1) <= most);
  return { ...query, operation: '$lastn', parameters };
}

/**
 * May this resource be read by id? What was offered by reference or comes out of an offered query, and what those refer
 * to, step by step: documents lead to their Binary, entries to the people and organisations in them.
 */
export function isReadable(wanted: Stu3Resource, grant: NotificationGrant, dossier: readonly Stu3Resource[]): boolean {
  const byKey = new Map(dossier.map((resource) => [keyOf(resource), resource]));
  const open = [...grant.resources.map((reference) => byKey.get(lastTwo(reference))).filter((found) => found !== undefined), ...answersOf(grant, dossier)];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(keyOf(next))) continue;
    if (keyOf(next) === keyOf(wanted)) return true;
    seen.add(keyOf(next));
    for (const reference of [...referencesIn(next), ...attachmentsIn(next)]) {
      const target = byKey.get(lastTwo(reference));
      if (target !== undefined) open.push(target);
    }
  }
  return false;
}
function answersOf(grant: NotificationGrant, dossier: readonly Stu3Resource[]): Stu3Resource[] {
  return offersOf(grant).flatMap((query) => {
    const answer = searchDossier(query, dossier, { base: '', now: 0 });
    return answer.kind === 'error' ? [] : [...answer.found, ...answer.includes] as Stu3Resource[];
  });
}
function attachmentsIn(resource: Stu3Resource): string[] {
  const content = Array.isArray(resource['content']) ? resource['content'] as { attachment?: { url?: unknown } }[] : [];
  return content.map((one) => one.attachment?.url).filter((url) => typeof url === 'string');
}
/** `Type/id` of a relative or absolute reference. */
const lastTwo = (reference: string): string => reference.split('/').slice(-2).join('/');
