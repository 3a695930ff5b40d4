import type { Endpoint, Exchange, JournalEntry } from '../../../model/exchange.ts';

export function findEntries(entries: readonly JournalEntry[], endpoint: Endpoint): Exchange[] {
  return entries.filter((entry): entry is Exchange => entry.kind === 'exchange' && entry.endpoint === endpoint && entry.side === 'simulator');
}

/** `next` link of a searchset, or null. */
export function links(bundle: Record<string, any>): { readonly next: string | null } {
  const next = (Array.isArray(bundle.link) ? bundle.link : []).find((link: any) => link?.relation === 'next')?.url;
  return { next: typeof next === 'string' ? next : null };
}

/**
 * The spellings of reserved characters that mean the same query (Twiin-04, release 1.4): `full` encodes all,
 * `slash` leaves the slash, `raw` encodes nothing but blanks, `pipe` encodes the pipe only and is what we send by default.
 */
export type Spelling = 'full' | 'slash' | 'raw' | 'pipe';
export function spell(query: string, spelling: Spelling): string {
  const [path, parameters] = splitOnce(query, '?');
  if (parameters === null) return path;
  const spelled = parameters.split('&').map((parameter) => {
    const [name, value] = splitOnce(parameter, '=');
    return value === null ? name : `${name}=${spellValue(decode(value), spelling)}`;
  });
  return `${path}?${spelled.join('&')}`;
}
function spellValue(value: string, spelling: Spelling): string {
  if (spelling === 'raw') return value.replaceAll(' ', '%20');
  if (spelling === 'pipe') return value.replaceAll('|', '%7C').replaceAll(' ', '%20');
  const full = value.split(',').map(encodeURIComponent).join(',');
  return spelling === 'slash' ? full.replaceAll('%2F', '/') : full;
}
function splitOnce(text: string, separator: string): [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
function decode(value: string): string {
  try { return decodeURIComponent(value); } catch { return value; }
}
