/** A SearchParameter of a package, for the search engine. */
export interface SearchParameterFacts {
  readonly url: string;
  /** Name in the URL: `patient`, `_id`, `code-value-quantity`. */
  readonly code: string;
  /** Resource types it applies to; `Resource` and `DomainResource` mean all. */
  readonly base: readonly string[];
  readonly type: 'number' | 'date' | 'string' | 'token' | 'reference' | 'composite' | 'quantity' | 'uri' | 'special';
  /** FHIRPath as the source has it: several types joined with ` | `. */
  readonly expression?: string;
  /** Target resource types of a reference parameter. */
  readonly targets?: readonly string[];
  readonly components?: readonly { readonly definition: string; readonly expression: string }[];
}
