/** The two formats of FHIR that this room reads and writes. */
export type Format = 'json' | 'xml';

/** Media type to send: the version parameter is of R4 and may be left out. */
export const mediaTypes: Readonly<Record<Format, string>> = { json: 'application/fhir+json', xml: 'application/fhir+xml' };

/**
 * Format named by a media type, a `_format` parameter or an Accept entry: `application/fhir+xml`, the general
 * `application/json`, the old `application/json+fhir` of DSTU2, or the short `json`. `null` when it names neither.
 * (FHIR, RESTful API, section Content Types and encodings; in a URL an unescaped `+` may have become a space.)
 */
export function formatOfMediaType(text: string | null | undefined): Format | null {
  const type = (text ?? '').split(';')[0]!.trim().toLowerCase();
  const match = /^(?:(?:application|text)\/(?:fhir[+ ])?)?(json|xml)(?:[+ ]fhir)?$/.exec(type);
  return match === null ? null : match[1] as Format;
}

/** Format told by the first character that is not white space: `<` or `{`. `null` when it is neither. */
export function formatOfText(text: string): Format | null {
  const first = /[^\s\uFEFF]/.exec(text)?.[0];
  if (first === '<') return 'xml';
  return first === '{' || first === '[' ? 'json' : null;
}
