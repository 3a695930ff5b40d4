import type { Definitions } from '../definitions/definitions.ts';
import type { FhirResource } from '../json.ts';
import type { Format } from './format.ts';
import { writeJson } from './json-writer.ts';
import { plansOf } from './plan.ts';
import { writeXml } from './xml-writer.ts';
import type { Lost } from './xml-writer.ts';

export interface SerializeOptions {
  readonly format: Format;
  readonly definitions: Definitions;
  /** With line breaks and two spaces a level; narrative stays as it is. */
  readonly pretty?: boolean;
  /** Told of values that XML cannot hold: unknown members, values of another kind, broken narrative. */
  readonly lost?: Lost;
}

/**
 * Text of a resource in FHIR JSON or XML.
 * @throws RangeError when the resource nests deeper than 1,000 levels, or, for XML, when its type is unknown
 */
export function serialize(resource: FhirResource, options: SerializeOptions): string {
  return options.format === 'json' ? writeJson(resource, options.pretty) : writeXml(resource, plansOf(options.definitions), options.pretty, options.lost);
}
