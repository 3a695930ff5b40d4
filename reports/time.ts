import type { Lang } from './words.ts';

const ZONE = 'Europe/Amsterdam';

/** Made once: it costs more than all that it formats. */
let format: Intl.DateTimeFormat | undefined;
const makeFormat = (): Intl.DateTimeFormat => new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset',
});

/** An instant for a Dutch reader, with seconds and zone: `17 nov 2026 23:04:12 CET`. `–` when it is no instant. */
export function instant(ms: number, lang: Lang): string {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return '–';
  const parts = (format ??= makeFormat()).formatToParts(ms);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  // Own names of months and zone: those of Intl differ per version of ICU.
  const month = MONTHS[lang][Number(part('month')) - 1] ?? part('month');
  const zone = part('timeZoneName') === 'GMT+02:00' ? 'CEST' : part('timeZoneName') === 'GMT+01:00' ? 'CET' : part('timeZoneName');
  return `${Number(part('day'))} ${month} ${part('year')} ${part('hour')}:${part('minute')}:${part('second')} ${zone}`;
}
const MONTHS: Readonly<Record<Lang, readonly string[]>> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** The time of day of an instant as in `instant`, with milliseconds and without date and zone: `23:04:12.705`. */
export function timeOfDay(ms: number): string {
  const clock = /(\d\d:\d\d:\d\d) /.exec(instant(ms, 'nl'))?.[1];
  return clock === undefined ? '–' : `${clock}.${String(((Math.trunc(ms) % 1000) + 1000) % 1000).padStart(3, '0')}`;
}

/** A length of time in milliseconds, in the two largest units that matter: `1 h 12 min`, `3 min 4 s`, `12 ms`. */
export function duration(ms: number): string {
  if (!Number.isFinite(ms) || ms < 0) return '–';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
