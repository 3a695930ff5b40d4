import { isObject } from '../../../json.ts';
import type { FhirResource, Json, JsonObject } from '../../../json.ts';
import type { Expected, Operator, Site } from '../operator.ts';
import { edited } from '../edit.ts';
import type { Editable } from '../edit.ts';
import type { Subject } from '../subject.ts';

const bundle = 'FHIR STU3 and R4, Bundle';
const entriesOf = (resource: JsonObject): readonly JsonObject[] => (Array.isArray(resource.entry) ? resource.entry as readonly JsonObject[] : []);

interface BundleRule {
  readonly name: string;
  readonly rule: string;
  /** Invariant that must stand on Bundle or Bundle.entry in the definitions at hand. */
  readonly invariant?: string;
  readonly expected: Expected;
  /** Of which types of Bundle. */
  readonly types: readonly string[];
  /** Places in a Bundle of such a type; null for the Bundle itself. */
  readonly where: 'bundle' | 'entry';
  readonly applies?: (entry: JsonObject, bundle: FhirResource) => boolean;
  readonly change: (at: Editable, index: number, bundle: Editable) => void;
  /** What is changed, below the entry or the Bundle. */
  readonly at: readonly (string | number)[];
}
const rules: readonly BundleRule[] = [
  {
    name: 'bundle-duplicate-full-url', rule: 'bdl-7: full URLs are unique', invariant: 'bdl-7', expected: { codes: ['duplicate-full-url'] }, types: ['searchset', 'collection', 'document'], where: 'entry', at: ['fullUrl'],
    applies: (entry) => isObject(entry.resource) && !isObject(entry.resource.meta) || isObject(entry.resource) && isObject(entry.resource.meta) && entry.resource.meta.versionId === undefined,
    change: (entry, _index, whole) => { (whole.entry as unknown[]).push({ ...structuredClone(entry) }); },
  },
  { name: 'bundle-entry-without-resource', rule: 'bdl-5: an entry has a resource, unless a request or response', invariant: 'bdl-5', expected: { codes: ['bundle-rule'], invariant: 'bdl-5' }, types: ['searchset', 'collection', 'document'], where: 'entry', at: ['resource'], change: (entry) => { delete entry.resource; } },
  {
    name: 'bundle-full-url-of-other-id', rule: 'fullUrl and id agree', expected: { codes: ['full-url-mismatch'] }, types: ['searchset', 'collection', 'document'], where: 'entry', at: ['fullUrl'],
    applies: (entry) => isObject(entry.resource) && typeof entry.resource.id === 'string' && typeof entry.fullUrl === 'string' && /^https?:/.test(entry.fullUrl), change: (entry) => { entry.fullUrl = String(entry.fullUrl).replace(/[^/]+$/, 'mutant-1'); },
  },
  { name: 'bundle-full-url-of-version', rule: 'bdl-8: a full URL has no version', invariant: 'bdl-8', expected: { codes: ['bundle-rule'], invariant: 'bdl-8' }, types: ['searchset', 'collection', 'document'], where: 'entry', at: ['fullUrl'], applies: (entry) => typeof entry.fullUrl === 'string' && entry.fullUrl.startsWith('http'), change: (entry) => { entry.fullUrl = `${String(entry.fullUrl)}/_history/1`; } },
  { name: 'bundle-request-not-asked', rule: 'bdl-3: requests only where they are asked', invariant: 'bdl-3', expected: { codes: ['bundle-rule'], invariant: 'bdl-3' }, types: ['searchset', 'collection', 'document'], where: 'entry', at: ['request'], change: (entry) => { entry.request = { method: 'GET', url: 'Patient/1' }; } },
  { name: 'bundle-response-not-asked', rule: 'bdl-4: responses only in answers to a batch', invariant: 'bdl-4', expected: { codes: ['bundle-rule'], invariant: 'bdl-4' }, types: ['searchset', 'collection', 'document'], where: 'entry', at: ['response'], change: (entry) => { entry.response = { status: '200' }; } },
  { name: 'bundle-search-outside-searchset', rule: 'bdl-2: search only in a searchset', invariant: 'bdl-2', expected: { codes: ['bundle-rule'], invariant: 'bdl-2' }, types: ['collection', 'document'], where: 'entry', at: ['search'], change: (entry) => { entry.search = { mode: 'match' }; } },
  { name: 'bundle-total-outside-searchset', rule: 'bdl-1: total only in a searchset or history', invariant: 'bdl-1', expected: { codes: ['bundle-rule'], invariant: 'bdl-1' }, types: ['collection', 'document'], where: 'bundle', at: ['total'], change: (whole) => { whole.total = 1; } },
  { name: 'document-without-identifier', rule: 'bdl-9: a document has an identifier', invariant: 'bdl-9', expected: { codes: ['bundle-rule'], invariant: 'bdl-9' }, types: ['document'], where: 'bundle', at: ['identifier'], change: (whole) => { delete whole.identifier; } },
  { name: 'document-without-timestamp', rule: 'bdl-10: a document has a timestamp', invariant: 'bdl-10', expected: { codes: ['bundle-rule'], invariant: 'bdl-10' }, types: ['document'], where: 'bundle', at: ['timestamp'], change: (whole) => { delete whole.timestamp; } },
  { name: 'document-without-composition', rule: 'a document begins with a Composition', expected: { codes: ['bundle-rule'] }, types: ['document'], where: 'bundle', at: ['entry', 0], change: (whole) => { (whole.entry as unknown[]).push((whole.entry as unknown[]).shift()); } },
  { name: 'bundle-of-unknown-type', rule: 'Bundle.type is one of the listed codes', expected: { codes: ['code-not-in-value-set'] }, types: ['searchset', 'collection', 'document'], where: 'bundle', at: ['type'], change: (whole) => { whole.type = 'set'; } },
];
export const bundleOperators: readonly Operator[] = [
  ...rules.map(({ name, rule, invariant, expected, types, where, applies, change, at }): Operator => ({
    name, rule: `${rule} (${bundle})`,
    *sites(subject: Subject): Iterable<Site> {
      const { resource } = subject;
      if (resource.resourceType !== 'Bundle' || !types.includes(String(resource.type)) || (invariant !== undefined && !states(subject, invariant))) return;
      if (where === 'bundle') { yield { at, says: rule, expected, make: () => ({ resource: edited(resource, [], (whole) => { change(whole, -1, whole); }) }) }; return; }
      for (const [index, entry] of entriesOf(resource).entries()) {
        if (!(applies?.(entry, resource) ?? true)) continue;
        // What is said of all entries is found at the Bundle.
        const place = invariant === 'bdl-7' || invariant === 'bdl-3' || invariant === 'bdl-4' || invariant === 'bdl-2' ? ['entry'] : ['entry', index, ...at];
        yield { at: place, says: `entry ${index}: ${rule}`, expected, make: () => ({ resource: edited(resource, [], (whole) => { change((whole.entry as Editable[])[index]!, index, whole); }) }) };
      }
    },
  })),
  {
    name: 'bundle-urn-not-there', rule: `a urn can only point into the Bundle (${bundle}, Resolving references in Bundles)`,
    *sites(subject) {
      if (subject.resource.resourceType !== 'Bundle') return;
      for (const { path, member, value } of subject.occurrences) {
        if (member.type !== 'Reference' || !isObject(value) || typeof value.reference !== 'string' || value.reference.startsWith('#')) continue;
        const wrong: Json = 'urn:uuid:00000000-0000-4000-8000-000000000000';
        yield { at: [...path, 'reference'], says: `${value.reference} → ${wrong}`, expected: { codes: ['reference-unresolved'], severity: 'warning' }, make: () => ({ resource: edited(subject.resource, path, (object) => { object.reference = wrong; }) }) };
      }
    },
  },
];
function states(subject: Subject, invariant: string): boolean {
  return subject.definitions.type('Bundle')!.snapshot!.some((one) => one.constraints?.some((constraint) => constraint.key === invariant) === true);
}
