import type { Definitions } from '../definitions/definitions.ts';
import type { FhirFinding } from '../finding.ts';
import { isObject } from '../json.ts';
import type { FhirResource, JsonPath } from '../json.ts';
import type { Position } from '../position.ts';
import type { FhirVersion } from '../version.ts';
import { SeenList } from './findings.ts';
import type { Report } from './findings.ts';
import { formatOfText } from './format.ts';
import type { Format } from './format.ts';
import { readJson } from './json-reader.ts';
import { defaultLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import { lineReader } from './lines.ts';
import { Places } from './places.ts';
import type { NotePlace } from './places.ts';
import { plansOf } from './plan.ts';
import { readText } from './read-text.ts';
import { decodeXml } from './xml-decoder.ts';

export interface ParseOptions {
  readonly definitions: Definitions;
  /** Told by its first character when absent. */
  readonly format?: Format;
  readonly limits?: Partial<Limits>;
}

/** A message that was read, whatever its format: the resource in JSON shape, and what the text itself did wrong. */
export interface ParsedDocument {
  readonly fhir: FhirVersion;
  readonly format: Format;
  /** `null` when the text holds no resource, or is so broken that judging its content would be a guess. */
  readonly resource: FhirResource | null;
  /** Faults of the text. What is wrong in the JSON shape (unknown members, wrong types, nulls) is for the validator. */
  readonly findings: readonly FhirFinding[];
  /**
   * Where a value stands in the text: its element in XML, its name (or item) in JSON; what is not there has the place of its
   * nearest ancestor. The text is read a second time when the first place is asked. `null` when there is no resource.
   */
  positionOf(path: JsonPath): Position | null;
}

/** Hard bound of nesting: readers and their users recurse. */
const deepest = 1000;

/**
 * Reads one resource in FHIR JSON or XML, STU3 or R4. Never throws on any input.
 * @param input bytes as they came (preferred: the encoding is judged too), or text
 */
export function parse(input: Uint8Array | string, options: ParseOptions): ParsedDocument {
  const { definitions } = options;
  const given = { ...defaultLimits, ...options.limits };
  const limits = { ...given, depth: Math.min(given.depth, deepest) };
  const seen = new SeenList(limits.findings);
  const text = readText(input, limits, seen.report);
  if (text === null) return { fhir: definitions.fhir, format: options.format ?? 'json', resource: null, findings: seen.finish(definitions, null, () => ({ line: 1, column: 1 })), positionOf: () => null };

  const format = options.format ?? formatOfText(text) ?? 'json';
  const at = lineReader(text);
  if (typeof input === 'string' ? input.charCodeAt(0) === 0xfeff : input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf) noteMark(format, seen.report);
  const read = (report: Report, note?: NotePlace): Root => format === 'xml' ? decodeXml(text, plansOf(definitions), limits, report, note) : readJsonResource(text, limits, report, note);
  const { resource, partial, offset } = read(seen.report);

  let places: { readonly places: Places; readonly root: object } | undefined;
  return {
    fhir: definitions.fhir, format, resource: resource as FhirResource | null,
    findings: seen.finish(definitions, partial, at),
    positionOf(path) {
      if (resource === null) return null;
      if (path.length === 0) return at(offset);
      if (places === undefined) {
        const fresh = new Places();
        places = { places: fresh, root: read(() => {}, fresh.note).resource! };
      }
      return at(places.places.find(places.root, offset, path));
    },
  };
}

interface Root { readonly resource: object | null; readonly partial: object | null; readonly offset: number }

function readJsonResource(text: string, limits: Limits, report: Report, note?: NotePlace): Root {
  const { value, partial, offset } = readJson(text, limits, report, note);
  if (value === undefined) return { resource: null, partial, offset };
  if (isObject(value) && Object.hasOwn(value, 'resourceType') && typeof value.resourceType === 'string') return { resource: value, partial, offset };
  const actual = !isObject(value) ? (Array.isArray(value) ? '[…]' : String(value)) : Object.hasOwn(value, 'resourceType') ? JSON.stringify(value.resourceType) : '{…}';
  report({ code: 'not-a-resource', path: [], actual, expected: { nl: 'een object met resourceType', en: 'an object with resourceType' }, offset });
  return { resource: null, partial: null, offset };
}

/** A byte order mark is legal before XML; JSON text shall not be sent with one (RFC 8259, section 8.1), and readers may pass over it. */
function noteMark(format: Format, report: Report): void {
  if (format !== 'json') return;
  report({ code: 'not-well-formed', severity: 'warning', path: [], actual: 'U+FEFF', expected: { nl: 'JSON zonder byte order mark', en: 'JSON without byte order mark' }, offset: 0 });
}
