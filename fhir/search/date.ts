import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import type { Element } from './elements.ts';
import { unescaped } from './escape.ts';
import type { Asked, Match, Scope } from './filter.ts';
import { spanOf } from './moments.ts';
import { answers, prefixOf } from './prefixes.ts';
import type { Range } from './prefixes.ts';
import { refuse, shown } from './request.ts';

export type TimeRange = Range<number>;
const compare = (one: number, other: number): number => one - other;

/** Dates and periods compared as ranges, each as precise as it is written (FHIR STU3 and R4, Search, date). */
export function matchDate({ name, values }: Asked, { zone, now }: Scope): Match {
  const wanted = values.map((value) => {
    const { prefix, rest } = prefixOf(unescaped(value, name));
    const span = spanOf(rest, zone);
    if (span === null) refuse(name, 'value', `${name}=${shown(value)}: expected a date as 2026-11-25 or 2026-11-25T10:00:00+01:00 (the plus as %2B), with or without prefix.`, `${name}=${shown(value)}: verwacht een datum als 2026-11-25 of 2026-11-25T10:00:00+01:00 (de plus als %2B), met of zonder prefix.`);
    // A tenth of the distance to now, as the specification recommends for `ap`.
    const slack = prefix === 'ap' ? Math.abs(now - span.low) / 10 : 0;
    return { prefix, range: { low: span.low - slack, high: span.high + slack, closed: false } };
  });
  return (element) => {
    const range = rangeOf(element, zone);
    return range !== null && wanted.some((one) => answers(one.prefix, range, one.range, compare));
  };
}
/** The time that a date, a Period or a Timing takes; of a Timing its outer limits. Null for what has no time. */
export function rangeOf({ value, type }: Element, zone: number): TimeRange | null {
  if (typeof value === 'string') return spanRange(value, zone);
  if (!isObject(value)) return null;
  if (type === 'Timing') return timingRange(value, zone);
  return periodRange(value, zone);
}
function spanRange(text: string, zone: number): TimeRange | null {
  const span = spanOf(text, zone);
  return span && { ...span, closed: false };
}
function periodRange(value: Json | undefined, zone: number): TimeRange | null {
  if (!isObject(value)) return null;
  const [start, end] = [value.start, value.end].map((bound) => (typeof bound === 'string' ? spanOf(bound, zone) : null));
  return start || end ? { low: start?.low ?? null, high: end?.high ?? null, closed: false } : null;
}
function timingRange(value: { readonly [member: string]: Json | undefined }, zone: number): TimeRange | null {
  const events = (Array.isArray(value.event) ? value.event : []).flatMap((one) => (typeof one === 'string' ? spanOf(one, zone) ?? [] : []));
  const bounds = isObject(value.repeat) ? periodRange(value.repeat.boundsPeriod, zone) : null;
  const all = [...events.map((span): TimeRange => ({ ...span, closed: false })), ...(bounds ? [bounds] : [])];
  if (all.length === 0) return null;
  const low = all.some((one) => one.low === null) ? null : Math.min(...all.map((one) => one.low!));
  const high = all.some((one) => one.high === null) ? null : Math.max(...all.map((one) => one.high!));
  return { low, high, closed: false };
}
