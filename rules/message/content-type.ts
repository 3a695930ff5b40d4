import type { Exchange } from '../../model/exchange.ts';
import { bodyOf } from './body.ts';
import { accepted, mediaType } from './headers.ts';

export type Format = 'json' | 'xml';
const fhirTypes: Readonly<Record<string, Format>> = { 'application/fhir+json': 'json', 'application/fhir+xml': 'xml' };
/** Types that say the syntax and not that it is FHIR, and those of DSTU2. */
const looseTypes: Readonly<Record<string, Format>> = {
  'application/json': 'json', 'text/json': 'json', 'application/json+fhir': 'json', 'application/xml': 'xml', 'text/xml': 'xml', 'application/xml+fhir': 'xml',
};

/** What the Content-Type of an answer says of its format. `loose`: the syntax, but not FHIR. */
export type StatedType =
  | { readonly kind: 'absent' } | { readonly kind: 'other'; readonly type: string }
  | { readonly kind: 'fhir' | 'loose'; readonly type: string; readonly format: Format };
export function statedType(exchange: Exchange): StatedType {
  const type = exchange.response === null ? '' : mediaType(exchange.response.headers);
  if (type === '') return { kind: 'absent' };
  const fhir = fhirTypes[type];
  if (fhir !== undefined) return { kind: 'fhir', type, format: fhir };
  const loose = looseTypes[type];
  return loose === undefined ? { kind: 'other', type } : { kind: 'loose', type, format: loose };
}
/** The one FHIR format that the request accepts; null when it names none or both. */
export function formatAsked(exchange: Exchange): Format | null {
  const asked = new Set(accepted(exchange.request.headers).flatMap((type) => fhirTypes[type] ?? []));
  return asked.size === 1 ? [...asked][0]! : null;
}
/** Syntax of the body that came; null for an empty one, and for what is neither JSON nor a resource in XML. */
export function formatGiven(exchange: Exchange): Format | null {
  const body = bodyOf(exchange, 'response');
  if (body.kind === 'json') return body.format;
  return body.kind === 'other' ? 'json' : null;
}
