import type { Text } from '../../model/text.ts';
import type { FhirResource } from '../json.ts';

/** One `name=value` of a search, decoded. `spelled` is how it came over the wire, so that links can repeat it unchanged. */
export interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly spelled?: string;
  /** A percent sign in it starts no escape of UTF-8: the search is refused. */
  readonly broken?: true;
}

export interface SearchRequest {
  /** Empty for a search over all types, with `_type`. */
  readonly type: string;
  readonly operation?: '$lastn';
  readonly parameters: readonly Parameter[];
  /** FHIR base of the server, without trailing slash: links and full URLs start with it, absolute references are read against it. */
  readonly base: string;
  /** Value of the Prefer header, as received. */
  readonly prefer?: string;
  /** Names of parameters that the server has applied by itself; they only stand in the links. */
  readonly applied?: ReadonlySet<string>;
}
/** All resources that this request may see; the order is the order of an unsorted answer. What depends on it is kept for as long as the list lives. */
export type ResourceSource = readonly FhirResource[];

export type SearchAnswer =
  | { readonly kind: 'ok'; readonly bundle: FhirResource; /** All matches. */ readonly found: readonly FhirResource[]; /** Matches on this page. */ readonly matches: readonly FhirResource[]; readonly includes: readonly FhirResource[] }
  | SearchRefusal;
export interface SearchRefusal { readonly kind: 'error'; readonly status: number; readonly outcome: FhirResource }

/** What is wrong with one parameter. `code` is a FHIR issue type. */
export interface Problem { readonly parameter: string; readonly code: 'not-supported' | 'invalid' | 'value' | 'required' | 'not-found' | 'multiple-matches' | 'expired' | 'too-costly'; readonly text: Text }

/** A search that cannot be executed: raised inside the engine, answered as an OperationOutcome. */
export class SearchRefused extends Error {
  readonly status: number;
  readonly problem: Problem;
  /** Further problems of the same search. */
  readonly more: readonly Problem[];
  constructor(status: number, problem: Problem, more: readonly Problem[] = []) {
    super(problem.text.en);
    this.status = status;
    this.problem = problem;
    this.more = more;
  }
}
export function refuse(parameter: string, code: Problem['code'], en: string, nl: string, status = 400): never {
  throw new SearchRefused(status, { parameter, code, text: { nl, en } });
}
/** Text of somebody else in a message of ours: short, and without control characters. */
export const shown = (text: string): string => text.replace(/\p{Cc}/gu, '?').slice(0, 60);
