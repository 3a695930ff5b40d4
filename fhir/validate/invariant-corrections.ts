import type { FhirVersion } from '../version.ts';

/**
 * Invariants whose published FHIRPath does not say what their sentence says, each read by hand beside its sentence in the specification.
 * A correction holds for exactly this expression text: a later publication that repairs it is taken as it is.
 */
export interface InvariantCorrection {
  readonly fhir: FhirVersion | 'both';
  readonly key: string;
  readonly published: string;
  /** FHIRPath that says what the sentence says. */
  readonly corrected: string;
  /** What is wrong with the published text. */
  readonly reason: string;
}

export const invariantCorrections: readonly InvariantCorrection[] = [
  // A name of an element where a boolean is meant gives an empty collection when it is absent, so that nothing is decided.
  { fhir: 'stu3', key: 'age-1', published: '(code or value.empty()) and (system.empty() or system = %ucum) and (value.empty() or value > 0)',
    corrected: '(code.exists() or value.empty()) and (system.empty() or system = %ucum) and (value.empty() or value > 0)', reason: 'code is used as a boolean; R4 writes code.exists()' },
  { fhir: 'stu3', key: 'dis-1', published: '(code or value.empty()) and (system.empty() or system = %ucum)',
    corrected: '(code.exists() or value.empty()) and (system.empty() or system = %ucum)', reason: 'code is used as a boolean; R4 writes code.exists()' },
  { fhir: 'stu3', key: 'cnt-3', published: "(code or value.empty()) and (system.empty() or system = %ucum) and (code.empty() or code = '1') and (value.empty() or value.toString().contains('.').not())",
    corrected: "(code.exists() or value.empty()) and (system.empty() or system = %ucum) and (code.empty() or code = '1') and (value.empty() or value.toString().contains('.').not())", reason: 'code is used as a boolean; R4 writes code.exists()' },
  { fhir: 'stu3', key: 'mny-1', published: "(code or value.empty()) and (system.empty() or system = 'urn:iso:std:iso:4217')",
    corrected: "(code.exists() or value.empty()) and (system.empty() or system = 'urn:iso:std:iso:4217')", reason: 'code is used as a boolean; its sentence asks a code if there is a value' },
  { fhir: 'stu3', key: 'com-1', published: 'notDone or notDoneReason.exists().not()',
    corrected: '(notDone.exists() and notDone = true) or notDoneReason.exists().not()', reason: 'without notDone the left side is empty' },
  { fhir: 'stu3', key: 'fhs-3', published: 'notDone or notDoneReason.exists().not()',
    corrected: '(notDone.exists() and notDone = true) or notDoneReason.exists().not()', reason: 'without notDone the left side is empty' },
  { fhir: 'stu3', key: 'vs-2', published: '(component.empty() and related.empty()) implies (dataAbsentReason or value)',
    corrected: '(component.empty() and related.empty()) implies (dataAbsentReason.exists() or value.exists())', reason: 'elements are used as booleans; R4 writes exists()' },
  { fhir: 'stu3', key: 'imm-1', published: '(notGiven = true).not() or (reaction.empty() and explanation.reason.empty())',
    corrected: '(notGiven.exists() and notGiven = true).not() or (reaction.empty() and explanation.reason.empty())', reason: 'without notGiven nothing is decided' },
  { fhir: 'stu3', key: 'imm-2', published: '(notGiven = true) or explanation.reasonNotGiven.empty()',
    corrected: '(notGiven.exists() and notGiven = true) or explanation.reasonNotGiven.empty()', reason: 'without notGiven nothing is decided' },
  { fhir: 'stu3', key: 'pro-1', published: 'notDoneReason.empty() or notDone = true',
    corrected: 'notDoneReason.empty() or (notDone.exists() and notDone = true)', reason: 'without notDone nothing is decided' },
  { fhir: 'stu3', key: 'mad-2', published: 'reasonNotGiven.empty() or notGiven = true',
    corrected: 'reasonNotGiven.empty() or (notGiven.exists() and notGiven = true)', reason: 'without notGiven nothing is decided' },
  // A boolean compared with a string is never equal.
  { fhir: 'stu3', key: 'mad-3', published: "reasonCode.empty() or notGiven.empty() or notGiven = 'false'",
    corrected: 'reasonCode.empty() or notGiven.empty() or notGiven = false', reason: 'compares a boolean with a string' },
  // The sentence: if the component code is the same as the observation code, the observation has no value of its own.
  { fhir: 'stu3', key: 'obs-7', published: 'value.empty() or code!=component.code',
    corrected: 'value.empty() or component.code.where(coding.intersect(%resource.code.coding).exists()).empty()', reason: 'without components the comparison is empty, with several it compares collections; R4 writes this' },
  { fhir: 'stu3', key: 'con-4', published: "abatement.empty() or (abatement as boolean).not()  or clinicalStatus='resolved' or clinicalStatus='remission' or clinicalStatus='inactive'",
    corrected: "abatement.empty() or (abatement.is(boolean) and abatement.as(boolean) = false) or (clinicalStatus.exists() and (clinicalStatus = 'resolved' or clinicalStatus = 'remission' or clinicalStatus = 'inactive'))", reason: 'an abatement of another type makes the middle part empty' },
  { fhir: 'stu3', key: 'con-3', published: "verificationStatus='entered-in-error' or clinicalStatus.exists()",
    corrected: "(verificationStatus.exists() and verificationStatus = 'entered-in-error') or clinicalStatus.exists()", reason: 'without verificationStatus nothing is decided' },
  { fhir: 'stu3', key: 'ait-1', published: "verificationStatus='entered-in-error' or clinicalStatus.exists()",
    corrected: "(verificationStatus.exists() and verificationStatus = 'entered-in-error') or clinicalStatus.exists()", reason: 'without verificationStatus nothing is decided' },
  { fhir: 'stu3', key: 'ait-2', published: "verificationStatus!='entered-in-error' or clinicalStatus.empty()",
    corrected: "(verificationStatus.exists() and verificationStatus = 'entered-in-error').not() or clinicalStatus.empty()", reason: 'without verificationStatus nothing is decided' },
  // Practitioner, when resolved: what is not in the message can't be judged.
  { fhir: 'stu3', key: 'ctm-1', published: 'onBehalfOf.exists() implies (member.resolve() is Practitioner)', corrected: 'onBehalfOf.empty() or (member.resolve() is Practitioner)', reason: 'empty when nothing resolves' },
  { fhir: 'stu3', key: 'cmr-1', published: '(agent.resolve() is Practitioner) or (agent.resolve() is Device) or onBehalfOf.exists().not()',
    corrected: 'onBehalfOf.empty() or (agent.resolve() is Practitioner) or (agent.resolve() is Device)', reason: 'asks to resolve where that decides nothing' },
  { fhir: 'stu3', key: 'rfr-1', published: '(agent.resolve() is Device) or (agent.resolve() is Practitioner) or onBehalfOf.exists().not()',
    corrected: 'onBehalfOf.empty() or (agent.resolve() is Device) or (agent.resolve() is Practitioner)', reason: 'asks to resolve where that decides nothing' },
  { fhir: 'stu3', key: 'mps-1', published: '(agent.resolve().empty()) or (agent.resolve() is Device) or (agent.resolve() is Practitioner) or onBehalfOf.exists().not()',
    corrected: 'onBehalfOf.empty() or (agent.resolve() is Device) or (agent.resolve() is Practitioner)', reason: 'asks to resolve where that decides nothing' },
  { fhir: 'r4', key: 'ctm-1', published: 'onBehalfOf.exists() implies (member.resolve().iif(empty(), true, ofType(Practitioner).exists()))',
    corrected: 'onBehalfOf.empty() or member.resolve().ofType(Practitioner).exists()', reason: 'asks to resolve where that decides nothing' },
  { fhir: 'stu3', key: 'que-1', published: "(type='group' implies item.empty().not()) and (type.trace('type')='display' implies item.trace('item').empty())",
    corrected: "(type = 'group' implies item.exists()) and (type = 'display' implies item.empty())", reason: 'traces, which a validator has no place for' },
  { fhir: 'r4', key: 'que-1', published: "(type='group' implies item.empty().not()) and (type.trace('type')='display' implies item.trace('item').empty())",
    corrected: "(type = 'group' implies item.exists()) and (type = 'display' implies item.empty())", reason: 'traces, which a validator has no place for' },
  { fhir: 'r4', key: 'que-13', published: 'repeats=true or initial.count() <= 1', corrected: '(repeats.exists() and repeats = true) or initial.count() <= 1', reason: 'without repeats nothing is decided' },
  { fhir: 'r4', key: 'que-7', published: "operator = 'exists' implies (answer is Boolean)", corrected: "operator = 'exists' implies answer.is(boolean)", reason: 'the type is FHIR.boolean, not System.Boolean' },
  { fhir: 'r4', key: 'con-3', published: "clinicalStatus.exists() or verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() or category.select($this='problem-list-item').empty()",
    corrected: "clinicalStatus.exists() or verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() or category.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-category' and code='problem-list-item').empty()",
    reason: 'compares a CodeableConcept with a string, so that any category would count' },
  { fhir: 'stu3', key: 'csd-1', published: '(concept.code | descendants().concept.code).isDistinct()', corrected: 'concept.code.combine($this.descendants().concept.code).isDistinct()',
    reason: 'a union is always distinct; R4 writes this' },
  { fhir: 'r4', key: 'ig-1', published: 'resource.groupingId.all(%context.grouping.id contains $this)', corrected: 'resource.groupingId.all($this in %context.grouping.id)', reason: 'the element Id of a grouping is its id' },
  { fhir: 'stu3', key: 'sdf-20', published: 'element.first().slicing.empty()', corrected: "element.where(path.contains('.').not()).slicing.empty()",
    reason: 'the sentence forbids slicing on the root element, and a differential may leave the root out; R4 writes this' },
  { fhir: 'stu3', key: 'eld-12', published: "valueSet.is(uri).not() or valueSet.as(uri).startsWith('http:') or valueSet.as(uri).startsWith('https') or valueSet.as(uri).startsWith('urn:')",
    corrected: "valueSet.empty() or valueSet.is(uri).not() or valueSet.as(uri).startsWith('http:') or valueSet.as(uri).startsWith('https') or valueSet.as(uri).startsWith('urn:')", reason: 'without valueSet nothing is decided' },
  // The sentence is about a name that is there; where the name is optional, the text decides nothing without one.
  ...'adf cpb cid csd cpd cmd ees evd evi evv esc gdf ig lib mea msd nsd opd pdf que rsd red rvs spd sdf smp tcp tst vsd'.split(' ').map((type): InvariantCorrection => ({
    fhir: 'r4', key: `${type}-0`, published: "name.matches('[A-Z]([A-Za-z0-9_]){0,254}')", corrected: "name.empty() or name.matches('[A-Z]([A-Za-z0-9_]){0,254}')", reason: 'without a name nothing is decided',
  })),
  { fhir: 'stu3', key: 'opd-2', published: "searchType implies type = 'string'", corrected: "searchType.exists() implies type = 'string'", reason: 'searchType is used as a boolean' },
  { fhir: 'stu3', key: 'nsd-1', published: "kind != 'root' or uniqueId.type = 'uuid'", corrected: "kind != 'root' or uniqueId.all(type != 'uuid')", reason: 'the sentence says that a root has no uuid; R4 writes this' },
];
