import { isObject } from '../json.ts';
import type { FhirResource } from '../json.ts';
import { compareDecimals } from './decimal.ts';
import { rangeOf } from './date.ts';
import type { Element } from './elements.ts';
import type { Scope } from './filter.ts';
import type { UsableParameter } from './parameters.ts';
import { numberRange } from './quantity.ts';
import { refuse, shown } from './request.ts';
import { folded } from './string.ts';

export type Order = (one: FhirResource, other: FhirResource) => number;
type Key = number | string | { readonly unscaled: bigint; readonly scale: number };

/**
 * `_sort=-date,code`: a minus is descending (FHIR STU3 and R4, Search, _sort). A resource with several values counts with
 * its first in that direction; without a value it stands last. Null when a named parameter cannot be sorted on.
 */
export function readSort(scope: Scope, resourceType: string, value: string): Order | null {
  const orders: Order[] = [];
  for (const part of value.split(',').slice(0, scope.limits.values)) {
    const code = part.replace(/^-/, '');
    if (code === '') return refuse('_sort', 'invalid', `_sort=${shown(value)} names no parameter.`, `_sort=${shown(value)} noemt geen parameter.`);
    const parameter = scope.offers(resourceType, code) ? scope.parameters.find(resourceType, code) : null;
    if (parameter === null || parameter.type === 'composite' || parameter.type === 'special') return null;
    orders.push(orderBy(parameter, part.startsWith('-'), scope.zone));
  }
  return (one, other) => { for (const order of orders) { const found = order(one, other); if (found !== 0) return found; } return 0; };
}
/** Sorts without changing the list; equal ones keep their order. */
export const sorted = (resources: readonly FhirResource[], order: Order | null): readonly FhirResource[] => (order === null ? resources : [...resources].sort(order));

export function orderBy(parameter: UsableParameter, descending: boolean, zone: number): Order {
  const keyOf = keysBy(parameter, descending, zone);
  return (one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return descending ? compareKeys(b, a) : compareKeys(a, b);
  };
}
/** What a resource is sorted by; null when it has no value. */
export function keysBy(parameter: UsableParameter, descending: boolean, zone: number): (resource: FhirResource) => Key | null {
  const known = new Map<FhirResource, Key | null>();
  return (resource) => {
    let key = known.get(resource);
    if (key === undefined) {
      const keys = parameter.values(resource).map((element) => sortKey(element, descending, zone)).filter((one) => one !== null);
      known.set(resource, key = keys.length === 0 ? null : keys.reduce((best, one) => ((compareKeys(one, best) < 0) !== descending ? one : best)));
    }
    return key;
  };
}
function compareKeys(one: Key, other: Key): number {
  if (typeof one === 'object' && typeof other === 'object') return compareDecimals(one, other);
  return one < other ? -1 : one > other ? 1 : 0;
}
function sortKey(element: Element, descending: boolean, zone: number): Key | null {
  const { value, type } = element;
  if (['date', 'dateTime', 'instant', 'Period', 'Timing'].includes(type)) {
    const range = rangeOf(element, zone);
    // A period counts from its start in both directions: what goes on for years is not the newest.
    return range && (range.low ?? range.high);
  }
  if (typeof value === 'number' || ['Quantity', 'Age', 'Duration', 'Money', 'Range', 'Count', 'Distance'].includes(type)) {
    const range = numberRange(element);
    return range && (descending ? range.high ?? range.low : range.low ?? range.high);
  }
  if (typeof value === 'string' || typeof value === 'boolean') return folded(String(value));
  return isObject(value) ? textKey(value, type) : null;
}
function textKey(value: { readonly [member: string]: unknown }, type: string): string | null {
  const coding = type === 'CodeableConcept' && Array.isArray(value.coding) ? value.coding[0] as unknown : value;
  const from = isObject(coding) ? coding : value;
  const order = type === 'HumanName' ? ['family', 'given', 'text'] : type === 'Address' ? ['city', 'line', 'text'] : type === 'Reference' ? ['reference', 'display'] : ['code', 'value', 'display', 'text'];
  const texts = order.flatMap((member) => from[member] ?? value[member] ?? []).filter((text) => typeof text === 'string');
  return texts.length === 0 ? null : folded(texts.join(' '));
}
