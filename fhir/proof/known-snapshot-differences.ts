import type { FhirVersion } from '../version.ts';
import type { Difference } from './snapshot-differences.ts';

/** A published snapshot that is not what its differential asks, or that says the same in another way; each was looked at by hand. */
export interface KnownDifference {
  readonly fhir: FhirVersion;
  /** Names of the definitions, the end of their canonicals. */
  readonly profiles: readonly string[];
  readonly element: RegExp;
  readonly fields: readonly string[];
  /** `wrong`: the published snapshot is. `same`: it asks the same. */
  readonly kind: 'wrong' | 'same';
  readonly why: string;
}

export const knownDifferences: readonly KnownDifference[] = [
  {
    fhir: 'stu3', profiles: ['consentdirective'], element: /./, fields: ['base', 'binding', 'min', 'types', 'extra', 'missing', 'constraints', 'max'], kind: 'wrong',
    why: 'made from an earlier Contract: ids of type id, a language bound to bcp47, base facts that the published Contract does not have',
  },
  {
    fhir: 'stu3', profiles: ['SimpleQuantity'], element: /^Quantity$/, fields: ['sliceName'], kind: 'wrong',
    why: 'a slice name on the root, which can be no slice of anything',
  },
  {
    fhir: 'stu3', profiles: ['bp'], element: /^Observation\.component\./, fields: ['extra'], kind: 'wrong',
    why: 'leaves out the children of component that its base vitalsigns opens and constrains, and that hold for every component',
  },
  ...(['stu3', 'r4'] as const).map((fhir): KnownDifference => ({
    fhir, profiles: ['elementdefinition-de'], element: /^ElementDefinition\.extension:(Question|AllowedUnits)\./, fields: ['missing'], kind: 'same',
    why: 'opens extensions that the differential does not speak of the inside of; their content is that of their own definitions',
  })),
  ...(['stu3', 'r4'] as const).map((fhir): KnownDifference => ({
    fhir, profiles: ['cholesterol', 'hdlcholesterol', 'ldlcholesterol'], element: /^Observation\.referenceRange\.(high|low)$/, fields: ['constraints'], kind: 'same',
    why: 'copies invariants of the profile on the type (SimpleQuantity) to the element that names that profile',
  })),
  {
    fhir: 'r4', profiles: ['bp'], element: /^Observation\.component:(Systolic|Diastolic)BP\.value\[x\]/, fields: ['slicing', 'extra', 'missing'], kind: 'same',
    why: 'valueQuantity stands for the choice itself here, and is a slice of it in the same package everywhere else; both allow a Quantity alone',
  },
  {
    fhir: 'r4', profiles: ['catalog'], element: /^Composition\.date$/, fields: ['extra'], kind: 'wrong',
    why: 'has a slice of an element without the element itself',
  },
  ...(['stu3', 'r4'] as const).map((fhir): KnownDifference => ({
    fhir, profiles: ['familymemberhistory-genetic'], element: /^FamilyMemberHistory\.(relationship|gender|sex|born\[x\]|age\[x\]|deceased\[x\]|condition)(\.|$)/, fields: ['extra'], kind: 'wrong',
    why: 'has slices of elements without the elements themselves',
  })),
  ...(['stu3', 'r4'] as const).map((fhir): KnownDifference => ({
    fhir, profiles: fhir === 'stu3' ? ['codesystem-history', 'valueset-history'] : ['codesystem-history'], element: /^Extension\.extension:revision\.extension:(date|id|author|notes)$/, fields: ['max'], kind: 'same',
    why: 'the differential forbids extensions inside revision and then names four of them: none can be there either way, and the contradiction is told',
  })),
  {
    fhir: 'r4', profiles: ['provenance-relevant-history'], element: /^Provenance\.agent:Author\.type$/, fields: ['binding'], kind: 'wrong',
    why: 'forgets in the slice the binding that the differential gives agent.type as a whole',
  },
  {
    fhir: 'r4', profiles: ['provenance-relevant-history'], element: /^Provenance\.entity\.agent$/, fields: ['contentReference'], kind: 'wrong',
    why: 'lets a content reference point at a slice, which no content reference can',
  },
  {
    fhir: 'r4', profiles: ['structuredefinition-json-type', 'structuredefinition-xml-type', 'structuredefinition-rdf-type'], element: /^Extension\.(id|url)$/, fields: ['types'], kind: 'wrong',
    why: 'loses the FHIR type of the XML attributes id and url',
  },
];

/** What is known of a difference, if anything. `profile` is the end of the canonical. */
export function knownDifference(fhir: FhirVersion, profile: string, difference: Difference): KnownDifference | undefined {
  return knownDifferences.find((one) => one.fhir === fhir && one.profiles.includes(profile) && one.element.test(difference.element) && one.fields.includes(difference.field));
}
