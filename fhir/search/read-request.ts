import type { Parameter } from './request.ts';

export interface ReadRequest {
  readonly method: string;
  /** After the FHIR base, with or without leading slash: `Observation/$lastn?code=a%7Cb`. */
  readonly target: string;
  readonly contentType?: string;
  readonly body?: string;
}
export interface ReadSearch { readonly type: string; readonly operation?: '$lastn'; readonly parameters: readonly Parameter[] }


/**
 * A search as received: `GET Type?…`, `GET ?_type=…`, `POST Type/_search` with a form, `GET Observation/$lastn?…`. Null when it is none
 * of these. Parameters of a POST may stand in the body and in the URL, with the same meaning (FHIR STU3 and R4, RESTful
 * API, search). Percent-encoded and raw spellings mean the same; a plus sign is a blank, as in a form.
 */
export function readSearch({ method, target, contentType = '', body = '' }: ReadRequest): ReadSearch | null {
  const [path, query = ''] = splitOnce(target, '?');
  const match = /^\/?(?:([A-Z][A-Za-z]{1,63})(?:\/(\$lastn|_search))?|(_search)?)$/.exec(decode(path));
  if (match === null) return null;
  const [, type = '', ofType, ofAll] = match;
  const action = ofType ?? ofAll;
  if (action === '$lastn' && type !== 'Observation') return null;
  const posted = method === 'POST';
  if (posted !== (action === '_search') || (!posted && method !== 'GET' && method !== 'HEAD')) return null;
  if (posted && body !== '' && !/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType.trim())) return null;
  const parameters = [...parametersOf(query), ...(posted ? parametersOf(body) : [])];
  return { type, ...(action === '$lastn' && { operation: '$lastn' as const }), parameters };
}
/** Parameters of a query string or form, in their order. */
export function parametersOf(query: string): Parameter[] {
  return query.split('&').filter((part) => part !== '').map((part) => {
    const [name, value = ''] = splitOnce(part, '=');
    return { name: decode(name), value: decode(value), spelled: part, ...(isBroken(part) && { broken: true as const }) };
  });
}
function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
function isBroken(text: string): boolean {
  try { decodeURIComponent(text); return false; } catch { return true; }
}
/** A broken escape is left as it stands. */
function decode(text: string): string {
  try { return decodeURIComponent(text.replaceAll('+', ' ')); } catch { return text; }
}
