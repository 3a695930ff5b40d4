/** A CodeSystem reduced to codes. `content` as in FHIR; `not-present` systems (SNOMED CT, LOINC) can't be enumerated here. */
export interface CodeSystemFacts {
  readonly url: string;
  readonly version?: string;
  readonly content: 'not-present' | 'example' | 'fragment' | 'complete';
  /** Absent means true, as FHIR says nothing. */
  readonly caseSensitive?: boolean;
  /** Each code with its parent (is-a) or null, in order; abstract ones too. */
  readonly codes: readonly CodeFacts[];
  /** Code systems whose codes this one adds to (supplement). */
  readonly supplements?: string;
}
export interface CodeFacts {
  readonly code: string;
  readonly parent?: string;
  /** Further parents, where a concept stands under several (property `child`, `parent` or `subsumedBy`, STU3 extension `codesystem-subsumes`). */
  readonly alsoUnder?: readonly string[];
  readonly abstract?: true;
  readonly display?: string;
  /** Designations: other displays that are as right, in whatever language. */
  readonly designations?: readonly string[];
  /** Property values by code, for filters; strings only. */
  readonly properties?: Readonly<Record<string, string>>;
}
export interface ValueSetFacts {
  readonly url: string;
  readonly version?: string;
  readonly include: readonly ValueSetPart[];
  readonly exclude?: readonly ValueSetPart[];
  /** Ready-made expansion of the source, when it has one. */
  readonly expansion?: readonly { readonly system: string; readonly code: string; readonly version?: string }[];
  /** The expansion says of itself that it is a part only (a page, or unclosed): what is not in it may well be in the value set. */
  readonly expansionPartial?: true;
}
export interface ValueSetPart {
  readonly system?: string;
  readonly version?: string;
  readonly concepts?: readonly { readonly code: string; readonly display?: string; readonly designations?: readonly string[] }[];
  readonly filters?: readonly { readonly property: string; readonly op: string; readonly value: string }[];
  /** Canonicals of value sets whose intersection is taken. */
  readonly valueSets?: readonly string[];
}
