import type { FhirVersion } from '../version.ts';
import type { Json } from '../json.ts';

/**
 * A StructureDefinition reduced to what a machine needs, one shape for STU3 and R4: no prose.
 * STU3 habits (`type.profile` as string, one type entry a target profile, missing `base`) are gone after `normalise`.
 */
export interface Structure {
  readonly url: string;
  readonly version?: string;
  readonly name: string;
  readonly fhir: FhirVersion;
  readonly kind: 'primitive-type' | 'complex-type' | 'resource' | 'logical';
  readonly abstract: boolean;
  /** FHIR type that it describes or constrains: `Observation`, `Quantity`. */
  readonly type: string;
  /** Canonical of the base definition. */
  readonly base?: string;
  readonly derivation: 'specialization' | 'constraint';
  /** Only on extensions: where they may stand. */
  readonly context?: readonly ExtensionContext[];
  readonly contextInvariants?: readonly string[];
  /** Absent when the source has none. At least one of the two is present. */
  readonly differential?: readonly ElementFacts[];
  readonly snapshot?: readonly ElementFacts[];
}

/** `expression` is an element id or path for `element`, a canonical for `extension`, FHIRPath for `fhirpath`. */
export interface ExtensionContext { readonly kind: 'element' | 'extension' | 'fhirpath'; readonly expression: string }

/** One ElementDefinition. In a differential everything but `id` and `path` may be absent; in a snapshot `min`, `max` and `base` never are. */
export interface ElementFacts {
  /** R4 style: `Observation.component:systolic.value[x]`. STU3 ids are rewritten to it; when a source has none, it is made from path and slice names. */
  readonly id: string;
  readonly path: string;
  readonly sliceName?: string;
  readonly min?: number;
  readonly max?: number | '*';
  readonly types?: readonly TypeFacts[];
  /** Id of the element whose children are reused, without `#`. */
  readonly contentReference?: string;
  readonly fixed?: TypedValue;
  readonly pattern?: TypedValue;
  readonly minValue?: TypedValue;
  readonly maxValue?: TypedValue;
  readonly maxLength?: number;
  readonly binding?: BindingFacts;
  /** Without `ele-1` and `ext-1`, which the validator checks on every element by itself. */
  readonly constraints?: readonly ConstraintFacts[];
  readonly slicing?: SlicingFacts;
  readonly isModifier?: boolean;
  readonly mustSupport?: boolean;
  readonly base?: { readonly path: string; readonly min: number; readonly max: number | '*' };
  /** How it stands in XML when it is not an element in the FHIR namespace. */
  readonly representation?: 'xmlAttr' | 'xhtml';
  /** Only on `<primitive>.value`: lexical rule of the specification. */
  readonly regex?: string;
}

export interface TypeFacts {
  /** FHIR type name, or `System.String`, `System.Boolean`, `System.Integer`, `System.Decimal`, `System.Date`, `System.DateTime`, `System.Time` for the value of a primitive. */
  readonly code: string;
  /** Profiles on the type itself; any one suffices. */
  readonly profiles?: readonly string[];
  /** Profiles on the target of a Reference (or canonical); any one suffices. */
  readonly targets?: readonly string[];
  readonly aggregation?: readonly ('contained' | 'referenced' | 'bundled')[];
}
/** `type` is the FHIR type of the value (`CodeableConcept`), `value` its JSON. */
export interface TypedValue { readonly type: string; readonly value: Json }
export interface BindingFacts {
  readonly strength: 'required' | 'extensible' | 'preferred' | 'example';
  /** Canonical, possibly with `|version`; absent when only described in words. */
  readonly valueSet?: string;
  /** Canonical of the maximum value set (extension `elementdefinition-maxValueSet`). */
  readonly maxValueSet?: string;
}
export interface ConstraintFacts {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  /** FHIRPath; absent when the source has XPath only, then it can't be checked. */
  readonly expression?: string;
  /** Canonical or type name where it was first stated. */
  readonly source?: string;
}
export interface SlicingFacts {
  readonly discriminators: readonly { readonly type: 'value' | 'exists' | 'pattern' | 'type' | 'profile'; readonly path: string }[];
  readonly rules: 'closed' | 'open' | 'openAtEnd';
  readonly ordered: boolean;
}
