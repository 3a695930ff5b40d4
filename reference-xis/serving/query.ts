/** A FHIR search as it was asked: type, operation, and decoded parameters in their order. */
export interface Query {
  readonly type: string;
  readonly lastn: boolean;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}
export type ParsedQuery = { readonly ok: true; readonly query: Query } | { readonly ok: false; readonly why: string };

/**
 * Parses `Type?…` or `Observation/$lastn?…`. Percent-encoded, half encoded and raw spellings of a value mean the
 * same (twiin.md 5.2).
 */
export function parseQuery(text: string): ParsedQuery {
  const mark = text.indexOf('?');
  const path = decode(mark < 0 ? text : text.slice(0, mark));
  const match = path === undefined ? null : /^([A-Z][A-Za-z]{1,63})(\/\$lastn)?$/.exec(path);
  if (!match) return { ok: false, why: 'the path is not a resource type, with or without $lastn' };
  if (match[2] && match[1] !== 'Observation') return { ok: false, why: '$lastn is an operation on Observation only' };
  const parameters: { name: string; value: string }[] = [];
  for (const part of mark < 0 ? [] : text.slice(mark + 1).split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    const value = decode(equals < 0 ? '' : part.slice(equals + 1));
    if (name === undefined || value === undefined) return { ok: false, why: 'a percent sign is not followed by two hexadecimal digits of valid UTF-8' };
    if (name === '' || value === '') return { ok: false, why: `parameter "${name.slice(0, 40)}" has no name or no value` };
    parameters.push({ name, value });
  }
  return { ok: true, query: { type: match[1]!, lastn: match[2] !== undefined, parameters } };
}
function decode(text: string): string | undefined {
  try { return decodeURIComponent(text.replaceAll('+', ' ')); } catch { return undefined; }
}

/** Parameters that decide how an answer looks, not which records of the patient it may hold. */
const shaping = new Set(['_include', '_revinclude', '_count', '_format', '_sort', '_offset', '_total', '_summary', 'max']);
export const isShaping = (name: string) => shaping.has(name.split(':')[0]!);

/** Names under which a search may name the patient (bgz-nen7540.md 4.2). */
export const isPatientParameter = (query: Query, name: string) =>
  /^(patient|subject|beneficiary|subscriber)(:Patient)?(\.identifier)?$/.test(name) || (query.type === 'Patient' && (name === 'identifier' || name === '_id'));

/** True when what is asked lies within what was offered: same search, the same filters or narrower ones. */
export function isWithin(asked: Query, offered: Query): boolean {
  if (asked.type !== offered.type || asked.lastn !== offered.lastn) return false;
  return filters(offered).every((offer) => filters(asked).some((ask) => ask.name === offer.name && valuesWithin(ask.value, offer.value)));
}
function filters(query: Query): Query['parameters'] {
  return query.parameters.filter(({ name }) => !isShaping(name) && !isPatientParameter(query, name));
}
function valuesWithin(asked: string, offered: string): boolean {
  const allowed = offered.split(',');
  return asked.split(',').every((value) => allowed.includes(value));
}

/** The query written with every reserved character of a value percent-encoded. */
export function writeQuery(query: Query): string {
  const parameters = query.parameters.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return `${query.type}${query.lastn ? '/$lastn' : ''}${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`;
}
