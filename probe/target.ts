/** An absolute URL taken apart without rewriting a single character of its target. */
export interface SplitUrl {
  readonly scheme: 'https' | 'http';
  /** Without brackets for IPv6. */
  readonly host: string;
  readonly port: number;
  /** Value of the Host header: as written in the URL. */
  readonly authority: string;
  /** Path and query exactly as given; `/` when the URL has none. */
  readonly target: string;
}

/**
 * Splits a URL by hand, because the URL class normalises (dots, pipes, case of escapes) and the spelling of a target
 * is one of the things under test (Twiin-04 release 1.4, percent-encoding). Only what cannot stand on a request line
 * at all (blanks, control characters, non-ASCII) is percent-encoded as UTF-8. Returns why it cannot be called otherwise.
 */
export function splitUrl(url: string): SplitUrl | { readonly error: string } {
  const match = /^(https?):\/\/([^/?#\s]+)([^#]*)/i.exec(url);
  if (!match) return { error: `"${shorten(url)}" is not an absolute http or https URL` };
  const [, scheme, authority, rest] = match as unknown as [string, string, string, string];
  if (authority.includes('@')) return { error: 'the URL holds a user name; credentials do not belong in a URL' };
  const place = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(authority);
  if (!place) return { error: `"${shorten(authority)}" is not a host with an optional port` };
  const port = place[2] === undefined ? (scheme.toLowerCase() === 'http' ? 80 : 443) : Number(place[2]);
  if (port < 1 || port > 65_535) return { error: `port ${port} does not exist` };
  return {
    scheme: scheme.toLowerCase() as 'https' | 'http', host: place[1]!.replace(/^\[|\]$/g, ''), port, authority,
    target: sendable(rest.startsWith('/') ? rest : `/${rest}`),
  };
}

/** True for the names and addresses of this very machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function sendable(target: string): string {
  // Well-formed first: half a surrogate pair has no UTF-8.
  return target.toWellFormed().replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
}
const shorten = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
