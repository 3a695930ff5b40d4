import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { Item } from './item.ts';

/**
 * The core invariants that stand on almost every resource, in TypeScript. Each is tied to the exact FHIRPath text that it replaces and must
 * give the same answer; `native-invariants.test.ts` and `npm run fhir:mutants` compare them with FHIRPath. `null`: this one needs FHIRPath.
 */
export type NativeInvariant = (item: Item) => boolean | null;

const has = (value: JsonObject, name: string): boolean => value[name] !== undefined || value[`_${name}`] !== undefined;
const isList = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const contained = (item: Item): readonly JsonObject[] => isList((item.value as JsonObject).contained).filter(isObject);
const object = (item: Item): JsonObject => (isObject(item.value) ? item.value : {});

const requires = (one: string, other: string): NativeInvariant => (item) => !has(object(item), one) || has(object(item), other);
const oneOf = (...names: readonly string[]): NativeInvariant => (item) => names.some((name) => has(object(item), name));

/** nl-postal-code-pattern of nl-core-address (STU3). */
export const dutchPostalCodeRule = String.raw`(country in 'nl' | 'nld' | 'nederland').not() or matches('^\\d{4}[A-Z]{2}$')`;
const natives: Readonly<Record<string, NativeInvariant>> = {
  'contained.contained.empty()': (item) => contained(item).every((one) => one.contained === undefined),
  'contained.text.empty()': (item) => contained(item).every((one) => one.text === undefined),
  'contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()': (item) => contained(item).every((one) => !isObject(one.meta) || (!has(one.meta, 'versionId') && !has(one.meta, 'lastUpdated'))),
  'contained.meta.security.empty()': (item) => contained(item).every((one) => !isObject(one.meta) || one.meta.security === undefined),
  "contained.where(('#'+id in %resource.descendants().reference).not()).empty()": allReferenced,
  "contained.where((('#'+id in (%resource.descendants().reference | %resource.descendants().as(canonical) | %resource.descendants().as(uri) | %resource.descendants().as(url))) or descendants().where(reference = '#').exists() or descendants().where(as(canonical) = '#').exists() or descendants().where(as(canonical) = '#').exists()).not()).trace('unmatched', id).empty()": allReferenced,
  'text.`div`.exists()': (item) => { const text = object(item).text; return isObject(text) && text.div !== undefined; },
  "reference.startsWith('#').not() or (reference.substring(1).trace('url') in %resource.contained.id.trace('ids'))": fragment,
  "reference.startsWith('#').not() or (reference.substring(1).trace('url') in %rootResource.contained.id.trace('ids'))": fragment,
  'code.empty() or system.exists()': requires('code', 'system'),
  'value.empty() or system.exists()': requires('value', 'system'),
  'data.empty() or contentType.exists()': requires('data', 'contentType'),
  'start.empty() or end.empty() or (start <= end)': period,
  'start.hasValue().not() or end.hasValue().not() or (start <= end)': period,
  'name.exists() or telecom.exists() or address.exists() or organization.exists()': oneOf('name', 'telecom', 'address', 'organization'),
  'low.exists() or high.exists() or text.exists()': oneOf('low', 'high', 'text'),
  'summary.exists() or assessment.exists()': oneOf('summary', 'assessment'),
  'code.exists() or detail.exists()': oneOf('code', 'detail'),
  'resource.exists() or request.exists() or response.exists()': oneOf('resource', 'request', 'response'),
  '(identifier.count() + name.count()) > 0': oneOf('identifier', 'name'),
  "where(use = 'home').empty()": (item) => object(item).use !== 'home',
  'duration.empty() or durationUnit.exists()': requires('duration', 'durationUnit'),
  'period.empty() or periodUnit.exists()': requires('period', 'periodUnit'),
  'periodMax.empty() or period.exists()': requires('periodMax', 'period'),
  'durationMax.empty() or duration.exists()': requires('durationMax', 'duration'),
  'countMax.empty() or count.exists()': requires('countMax', 'count'),
  "entry.where(fullUrl).select(fullUrl&resource.meta.versionId).isDistinct()": distinctFullUrls,
  "(type = 'history') or entry.where(fullUrl.exists()).select(fullUrl&resource.meta.versionId).isDistinct()": (item) => object(item).type === 'history' || distinctFullUrls(item),
  "entry.request.empty() or type = 'batch' or type = 'transaction' or type = 'history'": onlyIn('request', 'batch', 'transaction', 'history'),
  "entry.response.empty() or type = 'batch-response' or type = 'transaction-response'": onlyIn('response', 'batch-response', 'transaction-response'),
  "entry.search.empty() or (type = 'searchset')": onlyIn('search', 'searchset'),
  "entry.all(request.exists() = (%resource.type = 'batch' or %resource.type = 'transaction' or %resource.type = 'history'))": exactlyIn('request', 'batch', 'transaction', 'history'),
  "entry.all(response.exists() = (%resource.type = 'batch-response' or %resource.type = 'transaction-response' or %resource.type = 'history'))": exactlyIn('response', 'batch-response', 'transaction-response', 'history'),
  "fullUrl.contains('/_history/').not()": (item) => { const url = object(item).fullUrl; return typeof url !== 'string' || !url.includes('/_history/'); },
  'comparator.empty()': (item) => !has(object(item), 'comparator'),
  'low.empty() or high.empty() or (low <= high)': rangeInOrder,
  [dutchPostalCodeRule]: dutchPostalCode,
  'lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn': modifiedAfterAuthored,
  'timeOfDay.empty() or when.empty()': (item) => !has(object(item), 'timeOfDay') || !has(object(item), 'when'),
};
export function nativeInvariant(expression: string): NativeInvariant | undefined { return Object.hasOwn(natives, expression) ? natives[expression] : undefined; }
export const nativeExpressions: readonly string[] = Object.keys(natives);

/**
 * dom-3: a contained resource is referred to from somewhere in the container, or refers to the container itself.
 * The published R4 text takes `as(canonical)` of a collection, which FHIRPath refuses; STU3 forgets the second half.
 */
function allReferenced(item: Item): boolean {
  const inside = contained(item);
  if (inside.length === 0) return true;
  const fragments = new Set<string>();
  collectFragments(item.value as JsonObject, fragments);
  return inside.every((one) => (typeof one.id === 'string' && fragments.has(`#${one.id}`)) || refersToContainer(one));
}
function collectFragments(value: Json | undefined, fragments: Set<string>): void {
  if (typeof value === 'string') { if (value.startsWith('#')) fragments.add(value); return; }
  if (Array.isArray(value)) { for (const one of value) collectFragments(one, fragments); return; }
  if (isObject(value)) for (const member in value) collectFragments(value[member], fragments);
}
function refersToContainer(value: Json | undefined): boolean {
  if (value === '#') return true;
  if (Array.isArray(value)) return value.some(refersToContainer);
  return isObject(value) && Object.values(value).some(refersToContainer);
}
/**
 * The published FHIRPath stands on the postal code and reads a country in it, where there is none; its XPath and its sentence mean the country
 * of the address, in any case.
 */
function dutchPostalCode(item: Item): boolean {
  const address = item.parent?.value;
  const country = isObject(address) ? address.country : undefined;
  if (typeof country !== 'string' || !['nl', 'nld', 'nederland'].includes(country.toLowerCase())) return true;
  return typeof item.value !== 'string' || /^\d{4}[A-Z]{2}$/.test(item.value);
}
/** rng-2 for quantities in one unit; others are for FHIRPath, which converts coded ones. */
function rangeInOrder(item: Item): boolean | null {
  const { low, high } = object(item);
  if (low === undefined || high === undefined) return true;
  if (!isObject(low) || !isObject(high) || typeof low.value !== 'number' || typeof high.value !== 'number') return null;
  return low.system === high.system && low.code === high.code && (low.code !== undefined || low.unit === high.unit) ? low.value <= high.value : null;
}
// Bundles: an absent or mistyped `type` is a fault of its own, and leaves these undecided, so that FHIRPath speaks.
function entries(item: Item): readonly JsonObject[] { return isList(object(item).entry).filter(isObject); }
function onlyIn(name: string, ...types: readonly string[]): NativeInvariant {
  return (item) => entries(item).every((entry) => !has(entry, name)) || (typeof object(item).type === 'string' ? types.includes(object(item).type as string) : null);
}
function exactlyIn(name: string, ...types: readonly string[]): NativeInvariant {
  return (item) => {
    const { type } = object(item);
    return typeof type === 'string' ? entries(item).every((entry) => has(entry, name) === types.includes(type)) : null;
  };
}
function distinctFullUrls(item: Item): boolean {
  const seen = new Set<string>();
  for (const { fullUrl, resource } of entries(item)) {
    if (typeof fullUrl !== 'string') continue;
    const version = isObject(resource) && isObject(resource.meta) && typeof resource.meta.versionId === 'string' ? resource.meta.versionId : '';
    const key = fullUrl + version;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}
/** ref-1: `#` alone is the container itself (R4 and STU3, Contained Resources), which the published FHIRPath forgets. */
function fragment(item: Item): boolean | null {
  const reference = object(item).reference;
  if (typeof reference !== 'string' || !reference.startsWith('#')) return true;
  return item.scope.resolve(reference).kind !== 'missing';
}
/** per-1: a start and an end of unequal precision decide nothing where they overlap; a fault only when the earliest start is after the latest end. */
function period(item: Item): boolean | null {
  const { start, end } = object(item);
  if (typeof start !== 'string' || typeof end !== 'string') return true;
  const earliest = bounds(start);
  const latest = bounds(end);
  if (earliest === null || latest === null) return true;
  return earliest[0] <= latest[1];
}
/** inv-1 of Task for whole moments with a zone; dates, which may be neither before nor after, are for FHIRPath. */
function modifiedAfterAuthored(item: Item): boolean | null {
  const task = object(item);
  if (!has(task, 'lastModified') || !has(task, 'authoredOn')) return true;
  const modified = moment(task.lastModified);
  const authored = moment(task.authoredOn);
  return Number.isNaN(modified) || Number.isNaN(authored) ? null : modified >= authored;
}
const moment = (value: Json | undefined): number => (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : NaN);
/** First and last moment (ms UTC) that a partial date may mean; without a zone a day is added on both sides. Null when it is no date. */
function bounds(text: string): readonly [number, number] | null {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T.+)?)?)?$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, time] = parts;
  if (time !== undefined) {
    const moment = Date.parse(text);
    return Number.isNaN(moment) ? null : [moment, moment];
  }
  const first = Date.UTC(Number(year), month === undefined ? 0 : Number(month) - 1, day === undefined ? 1 : Number(day));
  const last = month === undefined ? Date.UTC(Number(year) + 1, 0, 1) : day === undefined ? Date.UTC(Number(year), Number(month), 1) : first + 86_400_000;
  return [first, last - 1];
}
export { bounds as dateBounds };
