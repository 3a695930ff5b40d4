import type { Behaviour } from './behaviour.ts';
import { jsonText, parseKeepingDecimals } from './decimal.ts';
import { objectOf } from './messages.ts';
import type { Answer, Incoming, Json, JsonObject } from './messages.ts';
import { readXml } from './xml/read.ts';
import { writeXml } from './xml/write.ts';

/** The two formats of FHIR that the XIS speaks (bgz-nen7540.md 6). */
export type Format = 'json' | 'xml';

const names: Readonly<Record<Format, readonly string[]>> = {
  json: ['application/fhir+json', 'application/json', 'application/json+fhir', 'text/json', 'json'],
  xml: ['application/fhir+xml', 'application/xml', 'application/xml+fhir', 'text/xml', 'xml'],
};
const formats: readonly Format[] = ['json', 'xml'];
const bare = (type: string) => type.split(';')[0]!.trim().toLowerCase();

/** Format that a Content-Type names; undefined for another or none. */
export function formatOfType(contentType: string | undefined): Format | undefined {
  const type = bare(contentType ?? '');
  return formats.find((format) => type.includes('/') && names[format].includes(type));
}
/** Media type to state for a format. */
export function mediaType(format: Format, behaviour: Behaviour): string {
  if (format === 'json' && behaviour.variant('json-with-charset')) return 'application/fhir+json; charset="UTF-8"';
  return `application/fhir+${format}${behaviour.variant('content-type-charset') ? ';charset=utf-8' : ''}`;
}

/** Format that the request asks by `_format` or else by Accept; null when we have none of what it accepts. */
export function wantedFormat(request: Pick<Incoming, 'target' | 'headers'>, behaviour: Behaviour): Format | null {
  if (behaviour.defect('accept-ignored')) return 'json';
  const byDefault: Format = behaviour.variant('serves-xml-by-default') ? 'xml' : 'json';
  const wanted = formatParameter(request.target) ?? request.headers['accept'] ?? '';
  const chosen = wanted.trim() === '' ? byDefault : best(wanted, byDefault);
  return chosen === 'xml' && behaviour.defect('xml-refused') ? null : chosen;
}
function formatParameter(target: string): string | undefined {
  const mark = target.indexOf('?');
  // A plus that was not encoded reads as a space.
  return mark < 0 ? undefined : new URLSearchParams(target.slice(mark + 1)).get('_format')?.replaceAll(' ', '+');
}
/** Content negotiation of RFC 9110 12.5.1; of two that are liked as well, the one named first, or else our own choice. */
function best(accept: string, byDefault: Format): Format | null {
  const ranges = accept.split(',').map((text, index) => {
    const weight = Number(/;\s*q\s*=\s*([0-9.]+)/i.exec(text)?.[1] ?? '1');
    return { range: bare(text), weight: Number.isNaN(weight) ? 1 : weight, index };
  });
  const rated = formats.map((format) => {
    const fitting = ranges.flatMap((given) => { const specific = specificity(given.range, format); return specific === 0 ? [] : [{ ...given, specific }]; });
    const closest = fitting.toSorted((one, other) => other.specific - one.specific || one.index - other.index)[0];
    return { format, weight: closest?.weight ?? 0, index: closest?.index ?? Number.MAX_SAFE_INTEGER };
  }).filter(({ weight }) => weight > 0);
  const first = rated.toSorted((one, other) => other.weight - one.weight || one.index - other.index || (one.format === byDefault ? -1 : 1))[0];
  return first?.format ?? null;
}
function specificity(range: string, format: Format): 0 | 1 | 2 | 3 {
  if (names[format].includes(range)) return 3;
  if (range === 'application/*' || range === 'text/*') return 2;
  return range === '*/*' || range === '*' ? 1 : 0;
}

/** Text of a resource in a format. */
export function written(resource: JsonObject, format: Format, behaviour: Behaviour): string {
  if (format === 'json') return jsonText(resource);
  return writeXml(resource, { withoutNamespace: behaviour.defect('xml-in-wrong-namespace'), ...(behaviour.variant('xml-prefix') ? { prefix: 'f:' as const } : {}) });
}
/** The answer with its resource in the format that was asked; in our own when that cannot be. */
export function represented(answer: Answer, request: Pick<Incoming, 'target' | 'headers'>, behaviour: Behaviour): Answer {
  if (!answer.resource) return answer;
  const format = wantedFormat(request, behaviour) ?? 'json';
  return { ...answer, headers: { ...answer.headers, 'content-type': mediaType(format, behaviour) }, body: written(answer.resource, format, behaviour) };
}

/** The object in a text of a format; undefined when there is none. */
export function readResource(text: string, format: Format): JsonObject | undefined {
  if (format === 'xml') {
    const read = readXml(text);
    return read.ok ? read.resource : undefined;
  }
  try { return objectOf(parseKeepingDecimals(text) as Json); } catch { return undefined; }
}
