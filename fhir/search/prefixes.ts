export type Prefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap';
const prefixes: ReadonlySet<string> = new Set(['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap']);

/** `ge2013` is `ge` and `2013`; without a prefix it is `eq` (FHIR STU3 and R4, Search, "Prefixes"). */
export function prefixOf(text: string): { readonly prefix: Prefix; readonly rest: string } {
  const two = text.slice(0, 2);
  return prefixes.has(two) ? { prefix: two as Prefix, rest: text.slice(2) } : { prefix: 'eq', rest: text };
}
/** A range on any ordered line; `compare` is below 0 when its first argument comes first. `null` is no bound. */
export interface Range<T> {
  readonly low: T | null;
  readonly high: T | null;
  /** Whether `high` itself is part of it. */
  readonly closed: boolean;
  /** `low` itself is no part of it: a value above a bound. */
  readonly lowOpen?: boolean;
}
type Compare<T> = (one: T, other: T) => number;

/**
 * Whether a target range answers a search range under a prefix, by the table of the specification:
 * eq and ne ask containment, gt and lt ask that the target reaches into the range above or below the search range,
 * ge and le ask either of both, sa and eb ask that all of the target lies there, ap asks overlap.
 */
export function answers<T>(prefix: Prefix, target: Range<T>, search: Range<T>, compare: Compare<T>): boolean {
  if (prefix === 'eq') return contains(search, target, compare);
  if (prefix === 'ne') return !contains(search, target, compare);
  if (prefix === 'gt') return reachesAbove(target, search, compare);
  if (prefix === 'lt') return reachesBelow(target, search, compare);
  if (prefix === 'ge') return reachesAbove(target, search, compare) || contains(search, target, compare);
  if (prefix === 'le') return reachesBelow(target, search, compare) || contains(search, target, compare);
  if (prefix === 'sa') return startsAfter(target, search, compare);
  if (prefix === 'eb') return startsAfter(search, target, compare);
  return !startsAfter(target, search, compare) && !startsAfter(search, target, compare);
}
function contains<T>(outer: Range<T>, inner: Range<T>, compare: Compare<T>): boolean {
  const starts = outer.low === null || (inner.low !== null && compare(outer.low, inner.low) <= 0);
  if (!starts) return false;
  if (outer.high === null) return true;
  if (inner.high === null) return false;
  const order = compare(inner.high, outer.high);
  return order < 0 || (order === 0 && (outer.closed || !inner.closed));
}
/** Part of the target lies above all of the search range. */
function reachesAbove<T>(target: Range<T>, search: Range<T>, compare: Compare<T>): boolean {
  if (search.high === null) return false;
  if (target.high === null) return true;
  const order = compare(target.high, search.high);
  return order > 0 || (order === 0 && target.closed && !search.closed);
}
function reachesBelow<T>(target: Range<T>, search: Range<T>, compare: Compare<T>): boolean {
  if (search.low === null) return false;
  return target.low === null || compare(target.low, search.low) < 0;
}
/** All of the target lies above all of the search range. */
function startsAfter<T>(target: Range<T>, search: Range<T>, compare: Compare<T>): boolean {
  if (search.high === null || target.low === null) return false;
  const order = compare(target.low, search.high);
  return order > 0 || (order === 0 && (!search.closed || target.lowOpen === true));
}
