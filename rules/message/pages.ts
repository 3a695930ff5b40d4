import type { Exchange } from '../../model/exchange.ts';
import { jsonOf, type Json } from './body.ts';
import { linkOf } from './answers.ts';
import { success } from './select.ts';
import { isSearch, targetOf } from './target.ts';

/** A search with all its pages. `complete`: no page names a next one that was not fetched. */
export interface Chain { readonly first: Exchange; readonly pages: readonly { readonly exchange: Exchange; readonly bundle: Json }[]; readonly complete: boolean }

/** Takes the searches that were answered with a Bundle and follows their `next` links through the later ones. */
export function chainsOf(exchanges: readonly Exchange[]): readonly Chain[] {
  const answers = exchanges.filter(success).flatMap((exchange) => {
    const bundle = jsonOf(exchange, 'response');
    return bundle?.resourceType === 'Bundle' ? [{ exchange, bundle }] : [];
  });
  const followed = new Set<Exchange>();
  const chains: Chain[] = [];
  for (const start of answers) {
    if (followed.has(start.exchange) || !isSearch(targetOf(start.exchange))) continue;
    const pages = [start];
    let next = nextOf(start.exchange, start.bundle);
    while (next !== null) {
      const url = next;
      const page = answers.find((one) => one.exchange.seq > pages.at(-1)!.exchange.seq && !followed.has(one.exchange) && sameUrl(one.exchange.request.url, url));
      if (page === undefined) break;
      followed.add(page.exchange);
      pages.push(page);
      next = nextOf(page.exchange, page.bundle);
    }
    chains.push({ first: start.exchange, pages, complete: next === null });
  }
  return chains;
}
function nextOf(exchange: Exchange, bundle: Json): string | null {
  const next = linkOf(bundle, 'next');
  return next === null ? null : URL.canParse(next, exchange.request.url) ? new URL(next, exchange.request.url).href : next;
}
function sameUrl(one: string, other: string): boolean {
  const plain = (url: string): string => (URL.canParse(url) ? new URL(url).href : url).replaceAll('%7C', '|');
  return plain(one) === plain(other);
}
