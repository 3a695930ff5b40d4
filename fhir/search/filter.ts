import type { Definitions } from '../definitions/definitions.ts';
import type { FhirResource } from '../json.ts';
import type { Element } from './elements.ts';
import type { Limits } from './limits.ts';
import type { Parameters, UsableParameter } from './parameters.ts';
import type { StoreIndex } from './store-index.ts';

/** Whether a resource answers one parameter. */
export type Filter = (resource: FhirResource) => boolean;
/** Whether one value in a resource answers one of the values asked; `container` is the resource it stands in. */
export type Match = (element: Element, container: FhirResource) => boolean;

/** What a search is executed against. */
export interface Scope {
  readonly definitions: Definitions;
  readonly parameters: Parameters;
  readonly index: StoreIndex;
  /** FHIR base of the server, without trailing slash. */
  readonly base: string;
  /** Milliseconds since the epoch, for `ap` on dates. */
  readonly now: number;
  /** Offset in minutes of dates and times without zone. */
  readonly zone: number;
  readonly limits: Limits;
  /** Whether the server offers this parameter on this type. */
  readonly offers: (resourceType: string, code: string) => boolean;
}
/** One parameter with one value as asked, ready to be compiled by the matcher of its type. */
export interface Asked {
  /** As the request has it, for messages. */
  readonly name: string;
  readonly parameter: UsableParameter;
  readonly modifier: string | null;
  /** Alternatives, still escaped. Never empty. */
  readonly values: readonly string[];
}
