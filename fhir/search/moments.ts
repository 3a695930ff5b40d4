/** Part of the time line in milliseconds since the epoch: from `low`, up to but not including `high`. */
export interface Span { readonly low: number; readonly high: number }

const form = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * The time that a date means with the precision that it has: `2013-01` is all of January (FHIR STU3 and R4, Search, date).
 * Null for what is no calendar date. Seconds may be absent, unlike in a resource. `zone` is the offset in minutes of times
 * and dates that state none: the specification leaves that to the server's own zone.
 */
export function spanOf(text: string, zone = 0): Span | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const numbers = [Number(year), Number(month ?? 1), Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0)] as const;
  const at = utc(...numbers);
  if (at === null) return null;
  if (hour === undefined) {
    const high = day !== undefined ? at + 86_400_000 : month !== undefined ? utcUnchecked(numbers[0], numbers[1] + 1) : utcUnchecked(numbers[0] + 1, 1);
    return { low: at - zone * 60_000, high: high - zone * 60_000 };
  }
  const shift = offset === undefined ? zone : minutesOf(offset);
  if (shift === null) return null;
  const low = at - shift * 60_000 + (fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000);
  return { low, high: low + (second === undefined ? 60_000 : fraction === undefined ? 1000 : 1000 / 10 ** fraction.length) };
}
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number | null {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (year === 0 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  // 24:00 is no time of a day; a leap second is.
  if (hour > 23 || minute > 59 || second > 60) return null;
  return at.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}
function utcUnchecked(year: number, month: number): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, 1);
  return at.getTime();
}
function minutesOf(offset: string): number | null {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  if (minutes > 14 * 60 || Number(offset.slice(4, 6)) > 59) return null;
  return offset.startsWith('-') ? -minutes : minutes;
}
