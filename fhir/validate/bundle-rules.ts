import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { restfulReference } from './bundle-index.ts';
import type { Item } from './item.ts';
import { report } from './session.ts';
import type { Session } from './session.ts';
import { say, shown } from './texts.ts';

const asker = { profile: 'http://hl7.org/fhir/StructureDefinition/Bundle', element: 'Bundle.entry' };

/** Rules on Bundles that stand in the text of the specification, beside its invariants bdl-* (FHIR R4 and STU3, Bundle). */
export function bundleFaults(session: Session, item: Item): void {
  const bundle = item.value as JsonObject;
  if (!Array.isArray(bundle.entry)) return;
  for (const [index, entry] of bundle.entry.entries()) {
    if (!isObject(entry)) continue;
    fullUrl(session, item, entry, index);
  }
  first(session, item, bundle);
}
/** "The Absolute URL for the resource"; "fullUrl SHALL NOT disagree with the id in the resource." A url that ends otherwise but is not RESTful is left alone. */
function fullUrl(session: Session, item: Item, entry: JsonObject, index: number): void {
  const { fullUrl: url, resource } = entry;
  if (typeof url !== 'string') {
    if (url === undefined && isObject(resource) && typeof resource.id === 'string' && identifies(item)) {
      report(session, item, { code: 'bundle-rule', severity: 'warning', below: ['entry', index], asker: { ...asker, element: 'Bundle.entry.fullUrl' }, actual: '', expected: say('fullUrl bij een resource die een id heeft', 'fullUrl with a resource that has an id') });
    }
    return;
  }
  if (url !== '' && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url)) {
    report(session, item, { code: 'url-not-absolute', severity: 'error', below: ['entry', index, 'fullUrl'], asker: { ...asker, element: 'Bundle.entry.fullUrl' }, actual: shown(url), expected: say('een absolute url', 'an absolute url') });
    return;
  }
  if (!isObject(resource)) return;
  const parts = restfulReference(url);
  if (parts === null || session.env.base.kindOf(parts.type) !== 'resource') return;
  const typed = resource.resourceType !== undefined && parts.type !== resource.resourceType;
  const named = typeof resource.id === 'string' && parts.id !== resource.id;
  if (!typed && !named) return;
  report(session, item, { code: 'full-url-mismatch', severity: 'error', below: ['entry', index, 'fullUrl'], asker: { ...asker, element: 'Bundle.entry.fullUrl' }, actual: shown(url), expected: say(`…/${resource.resourceType}/${shown(resource.id)}`, `…/${resource.resourceType}/${shown(resource.id)}`) });
}
/** Bundles of resources that exist somewhere; in transactions and batches an entry may be new. */
function identifies(item: Item): boolean { return ['document', 'message', 'searchset', 'collection'].includes((item.value as JsonObject).type as string); }
/** Documents start with a Composition, messages with a MessageHeader; R4 says it in bdl-11 and bdl-12, STU3 in its text. */
function first(session: Session, item: Item, bundle: JsonObject): void {
  if (session.env.definitions.fhir !== 'stu3') return;
  const wanted = bundle.type === 'document' ? 'Composition' : bundle.type === 'message' ? 'MessageHeader' : null;
  if (wanted === null) return;
  const entries = bundle.entry as readonly unknown[];
  const start = entries[0];
  if (isObject(start) && isObject(start.resource) && start.resource.resourceType === wanted) return;
  report(session, item, { code: 'bundle-rule', severity: 'error', below: ['entry', 0], asker, actual: isObject(start) && isObject(start.resource) ? shown(start.resource.resourceType) : '', expected: say(`${wanted} als eerste entry`, `${wanted} as first entry`) });
}
