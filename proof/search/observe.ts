import { nameOf } from './identity.ts';
import type { Served } from './identity.ts';

export interface HttpAnswer { readonly status: number; readonly json: any }
export type Ask = (target: string) => Promise<HttpAnswer>;

/** What a server answered to a search, in terms that can be compared. */
export interface Observed {
  readonly status: number;
  readonly kind: string;
  /** Matches of each page, in their order. */
  readonly pages: readonly (readonly string[])[];
  /** Days of the matches, as the dossier gives them; of a period its start. */
  readonly days: readonly (string | null)[];
  /** Included resources of all pages, each once, sorted. */
  readonly includes: readonly string[];
  readonly total: number | null;
  /** Parameters of the self link, decoded, in their order. */
  readonly self: readonly string[] | null;
}
/** No search here has more pages than this. */
const mostPages = 60;

/** Asks, and follows the next links to the end. @throws when a link leads elsewhere or pages do not end. */
export async function observe(ask: Ask, base: string, target: string, holders: ReadonlySet<string>): Promise<Observed> {
  const first = await ask(target);
  const kind = String(first.json?.resourceType ?? '');
  if (kind !== 'Bundle') return { status: first.status, kind, pages: [], days: [], includes: [], total: null, self: null };
  const pages: string[][] = [];
  const days: (string | null)[] = [];
  const includes = new Set<string>();
  for (let answer: HttpAnswer | null = first; answer !== null;) {
    const entries = (answer.json.entry ?? []) as { resource: Served; search?: { mode?: string } }[];
    const named = (mode: string): string[] => entries.filter((one) => one.search?.mode === mode).map(({ resource }) => nameOf(resource, holders) ?? `${resource.resourceType} ?`);
    pages.push(named('match'));
    days.push(...entries.filter((one) => one.search?.mode === 'match').map(({ resource }) => dayOf(resource)));
    for (const name of named('include')) includes.add(name);
    const next = linkOf(answer.json, 'next');
    if (next !== null && (!next.startsWith(`${base}/`) || pages.length === mostPages)) throw new Error(`${target}: page ${pages.length} goes on at ${next}`);
    answer = next === null ? null : await ask(next.slice(base.length + 1));
    if (answer !== null && answer.json?.resourceType !== 'Bundle') throw new Error(`${target}: page ${pages.length + 1} is ${answer.status}`);
  }
  const self = linkOf(first.json, 'self');
  return { status: first.status, kind, pages, days, includes: [...includes].sort(), total: first.json.total ?? null, self: self === null ? null : parametersOf(self) };
}
const dayOf = (resource: Served): string | null => (resource['effectiveDateTime'] ?? resource['effectivePeriod']?.start)?.slice(0, 10) ?? null;
const linkOf = (bundle: any, relation: string): string | null => bundle.link?.find((one: any) => one.relation === relation)?.url ?? null;
export function parametersOf(url: string): string[] {
  const [path, query = ''] = url.split('?') as [string, string?];
  return [path.slice(path.search(/[A-Z][A-Za-z]*(\/\$lastn)?$/)), ...query.split('&').filter((one) => one !== '').map(decoded)];
}
function decoded(text: string): string { try { return decodeURIComponent(text.replaceAll('+', ' ')); } catch { return text; } }
