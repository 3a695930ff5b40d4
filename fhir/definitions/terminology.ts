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
  readonly abstract?: true;
  readonly display?: string;
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
}
export interface ValueSetPart {
  readonly system?: string;
  readonly version?: string;
  readonly concepts?: readonly { readonly code: string; readonly display?: string }[];
  readonly filters?: readonly { readonly property: string; readonly op: string; readonly value: string }[];
  /** Canonicals of value sets whose intersection is taken. */
  readonly valueSets?: readonly string[];
}
