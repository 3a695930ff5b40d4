import type { Definitions } from '../../definitions/definitions.ts';
import type { ElementFacts, Structure } from '../../definitions/structure.ts';
import type { FhirResource, Json } from '../../json.ts';
import { createSnapshots } from '../../snapshot/index.ts';
import { coreDefinitions } from '../../tables/core.ts';
import { createTerminology } from '../../terminology/terminology.ts';
import { createValidator } from '../../validate/validator.ts';
import type { FhirVersion } from '../../version.ts';
import { bundlesOf, everyType } from './bases.ts';
import type { Operator, Site } from './operator.ts';
import { MutantJudge } from './judge.ts';
import type { Judged } from './judge.ts';
import { operators } from './operators/index.ts';
import { StructureFacts } from './structure-facts.ts';
import { Subject } from './subject.ts';

/** Small resources, valid in the version, and small profiles, that give each operator a place. Only tests use them. */
export interface Bench {
  readonly definitions: Definitions;
  subject(resource: FhirResource): Subject;
  /** Mutants at the first sites of an operator, each in JSON and, where it has a form there, in XML. */
  judge(operator: string, subject: Subject, most?: number): Judged[];
}
export const operatorNamed = (name: string): Operator => operators.find((one) => one.name === name)!;
function first(operator: Operator, subject: Subject, most: number): Site[] {
  const sites: Site[] = [];
  for (const site of operator.sites(subject)) {
    sites.push(site);
    if (sites.length === most) break;
  }
  return sites;
}
/** Made when first asked, so that a test file can be loaded without reading or judging anything. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
export const sitesOf = (name: string, subject: Subject): Site[] => [...operatorNamed(name).sites(subject)];

const extensionBase = 'http://hl7.org/fhir/StructureDefinition/Extension';
const facts = (id: string, rest: Partial<ElementFacts> = {}): ElementFacts => ({ id, path: id.replace(/:[^.]*/g, ''), ...(id.includes(':') && id.lastIndexOf(':') > id.lastIndexOf('.') && { sliceName: id.slice(id.lastIndexOf(':') + 1) }), ...rest });
const constraint = (fhir: FhirVersion, url: string, type: string, differential: readonly ElementFacts[], rest: Partial<Structure> = {}): Structure =>
  ({ url, name: url.slice(url.lastIndexOf('/') + 1), fhir, kind: type === 'Extension' ? 'complex-type' : 'resource', abstract: false, type, base: `http://hl7.org/fhir/StructureDefinition/${type}`, derivation: 'constraint', differential, ...rest });
const string = (value: Json): NonNullable<ElementFacts['fixed']> => ({ type: 'string', value });

export const simpleExtension = 'http://example.org/StructureDefinition/simple';
export const complexExtension = 'http://example.org/StructureDefinition/complex';
export const patientProfile = 'http://example.org/StructureDefinition/patient';
export const observationProfile = 'http://example.org/StructureDefinition/observation';

function profiles(fhir: FhirVersion): Structure[] {
  const inSystem = (value: string): ElementFacts['fixed'] => ({ type: 'uri', value });
  return [
    constraint(fhir, simpleExtension, 'Extension', [facts('Extension'), facts('Extension.url', { fixed: { type: 'uri', value: simpleExtension } }), facts('Extension.value[x]', { min: 1, types: [{ code: 'integer' }] })], { base: extensionBase, context: [{ kind: 'element', expression: 'Patient' }] }),
    constraint(fhir, complexExtension, 'Extension', [
      facts('Extension'), facts('Extension.extension', { slicing: { discriminators: [{ type: 'value', path: 'url' }], rules: 'open', ordered: false } }), facts('Extension.extension:part', { min: 1, max: 1 }),
      facts('Extension.extension:part.url', { fixed: { type: 'uri', value: 'part' } }), facts('Extension.extension:part.value[x]', { min: 1, types: [{ code: 'string' }] }), facts('Extension.url', { fixed: { type: 'uri', value: complexExtension } }), facts('Extension.value[x]', { max: 0 }),
    ], { base: extensionBase, context: [{ kind: 'element', expression: 'Patient' }] }),
    constraint(fhir, patientProfile, 'Patient', [
      facts('Patient'), facts('Patient.identifier', { slicing: { discriminators: [{ type: 'value', path: 'system' }], rules: 'closed', ordered: false } }),
      facts('Patient.identifier:own', { min: 1, max: 1 }), facts('Patient.identifier:own.system', { min: 1, fixed: inSystem('http://example.org/own') }), facts('Patient.identifier:own.value', { min: 1 }),
      facts('Patient.name', { min: 1, max: 1 }), facts('Patient.name.use', { fixed: { type: 'code', value: 'official' } }), facts('Patient.birthDate', { min: 1 }), facts('Patient.contact', { constraints: [{ key: 'own-1', severity: 'error', expression: 'name.exists() or telecom.exists()' }] }), facts('Patient.photo', { max: 0 }),
      facts('Patient.maritalStatus', { pattern: { type: 'CodeableConcept', value: { coding: [{ system: 'http://example.org/marital', code: 'M' }] } } }),
      facts('Patient.deceased[x]', { types: [{ code: 'boolean' }] }), facts('Patient.generalPractitioner', { types: [{ code: 'Reference', targets: ['http://hl7.org/fhir/StructureDefinition/Organization'] }] }),
    ]),
    constraint(fhir, observationProfile, 'Observation', [facts('Observation'), facts('Observation.code', { binding: { strength: 'required', valueSet: 'http://example.org/ValueSet/codes' } })]),
  ];
}

const made = new Map<FhirVersion, Bench>();
export function benchOf(fhir: FhirVersion): Bench {
  const known = made.get(fhir);
  if (known !== undefined) return known;
  const core = coreDefinitions(fhir);
  const own = new Map(profiles(fhir).map((one) => [one.url, one]));
  const definitions: Definitions = {
    ...core, structure: (canonical) => own.get(canonical) ?? core.structure(canonical),
    valueSet: (canonical) => (canonical === 'http://example.org/ValueSet/codes' ? { url: canonical, include: [{ system: 'http://example.org/codes', concepts: [{ code: 'a' }] }] } : core.valueSet(canonical)),
  };
  const snapshots = createSnapshots(definitions);
  const validator = createValidator({ definitions, snapshots, terminology: createTerminology(definitions) });
  const judge = new MutantJudge(validator);
  const world = { facts: new StructureFacts(definitions), snapshots, other: new StructureFacts(coreDefinitions(fhir === 'stu3' ? 'r4' : 'stu3')) };
  const bench: Bench = {
    definitions,
    subject(resource) {
      const errors = validator.validate(resource).filter((one) => one.severity === 'error');
      if (errors.length > 0) throw new Error(`${resource.resourceType} is not valid: ${errors[0]!.code} ${errors[0]!.invariant ?? ''} ${errors[0]!.expression} ${errors[0]!.expected.en}`);
      return new Subject(`synthetic ${resource.resourceType}`, resource, world);
    },
    judge(name, subject, most = 2) {
      const operator = operatorNamed(name);
      return first(operator, subject, most).flatMap((site) => (operator.jsonOnly === true ? [false] : [false, true]).map((asXml) => judge.judge({ operator, subject, site, asXml })));
    },
  };
  made.set(fhir, bench);
  return bench;
}

const div = '<div xmlns="http://www.w3.org/1999/xhtml">x</div>';
const coded = (system: string, code: string): Json => ({ coding: [{ system, code }] });
/** Valid resources that between them have a place for each operator that has any in the version. */
export function synthetic(fhir: FhirVersion): FhirResource[] {
  const stu3 = fhir === 'stu3';
  const status = (name: string, code: string): Json => (stu3 ? code : coded(`http://terminology.hl7.org/CodeSystem/${name}`, code));
  const patient: FhirResource = {
    resourceType: 'Patient', id: 'patient-1', meta: { profile: [patientProfile] }, text: { status: 'generated', div },
    extension: [{ url: simpleExtension, valueInteger: 1 }, { url: complexExtension, extension: [{ url: 'part', valueString: 'x' }] }],
    identifier: [{ system: 'http://example.org/own', value: '1' }], name: [{ use: 'official', family: 'Test', given: ['An', 'Bea'] }], telecom: [{ system: 'phone', value: '1', rank: 1 }],
    gender: 'female', birthDate: '1970-01-02', deceasedBoolean: false, maritalStatus: coded('http://example.org/marital', 'M'), contact: [{ gender: 'male', name: { family: 'Test' } }],
    generalPractitioner: [{ reference: 'Organization/organization-1' }],
  };
  const observation: FhirResource = {
    resourceType: 'Observation', id: 'observation-1', meta: { profile: [observationProfile], lastUpdated: '2020-01-02T10:00:00Z' }, status: 'final', code: coded('http://example.org/codes', 'a'), category: [coded(`http://${stu3 ? 'hl7.org/fhir' : 'terminology.hl7.org/CodeSystem'}/observation-category`, 'laboratory')], subject: { reference: 'Patient/patient-1' },
    effectivePeriod: { start: '2020-01-01', end: '2020-01-02' }, valueQuantity: { value: 1.5, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' }, referenceRange: [{ low: { value: 1 }, text: 'x' }],
  };
  const element = (id: string, more: Record<string, Json> = {}): Json => ({ id, path: id, definition: 'x', min: 0, max: '1', ...(id.includes('.') && { type: [{ code: 'string' }] }), base: { path: id, min: 0, max: '1' }, ...more });
  const definition = (url: string, more: Record<string, Json>): FhirResource => ({
    resourceType: 'StructureDefinition', url, name: 'Name', status: 'draft', fhirVersion: stu3 ? '3.0.1' : '4.0.1', kind: 'resource', abstract: false, type: 'Thing', baseDefinition: 'http://hl7.org/fhir/StructureDefinition/DomainResource', derivation: 'specialization',
    mapping: [{ identity: 'a', name: 'A' }], ...more,
  });
  return [
    everyType(coreDefinitions(fhir)), patient, observation,
    { resourceType: 'Condition', id: 'condition-1', clinicalStatus: status('condition-clinical', 'active'), verificationStatus: status('condition-ver-status', 'confirmed'), subject: { reference: 'Patient/patient-1' }, evidence: [{ id: 'a', code: [{ text: 'x' }] }] },
    { resourceType: 'AllergyIntolerance', id: 'allergy-1', clinicalStatus: status('allergyintolerance-clinical', 'active'), verificationStatus: status('allergyintolerance-verification', 'confirmed'), patient: { reference: 'Patient/patient-1' } },
    { resourceType: 'Organization', id: 'organization-1', name: 'x', active: true, telecom: [{ system: 'phone', value: '1' }], address: [{ text: 'x' }] },
    { resourceType: 'CarePlan', id: 'plan-1', status: 'active', intent: 'plan', subject: { reference: 'Patient/patient-1' }, activity: [{ detail: { status: 'scheduled', ...(stu3 && { code: { text: 'x' } }) } }] },
    stu3 ? { resourceType: 'Immunization', id: 'immunization-1', status: 'completed', notGiven: false, vaccineCode: { text: 'x' }, patient: { display: 'x' }, primarySource: true }
      : { resourceType: 'Immunization', id: 'immunization-1', status: 'completed', vaccineCode: { text: 'x' }, patient: { display: 'x' }, occurrenceString: 'x' },
    { resourceType: 'Procedure', id: 'procedure-1', status: 'completed', subject: { display: 'x' } },
    { resourceType: 'Basic', id: 'period-1', code: { text: 'x' }, extension: [{ url: 'http://example.org/x', valueIdentifier: { period: { start: '2020-01-01' } } }] },
    { resourceType: 'ValueSet', url: 'http://example.org/v', status: 'draft', compose: { include: [{ system: 'http://example.org/s', concept: [{ code: 'a' }] }], exclude: [{ system: 'http://example.org/t', concept: [{ code: 'a' }] }] } },
    { resourceType: 'CodeSystem', url: 'http://example.org/s', status: 'draft', content: 'complete', concept: [{ code: 'a' }, { code: 'b' }] },
    { resourceType: 'SearchParameter', url: 'http://example.org/p', name: 'Name', status: 'draft', description: 'x', code: 'x', base: ['Patient'], type: 'string' },
    { resourceType: 'OperationDefinition', name: 'Name', status: 'draft', kind: 'operation', code: 'x', system: true, type: false, instance: false, parameter: [{ name: 'x', use: 'in', min: 0, max: '1', type: 'string' }] },
    definition('http://example.org/StructureDefinition/Thing', { snapshot: { element: [element('Thing'), element('Thing.one'), element('Thing.two', { sliceName: 'one' })] }, differential: { element: [element('Thing'), element('Thing.one')] } }),
    definition('http://example.org/StructureDefinition/part', {
      type: 'Extension', kind: 'complex-type', baseDefinition: extensionBase, derivation: 'constraint', differential: { element: [{ id: 'Extension', path: 'Extension' }] },
      ...(stu3 ? { contextType: 'resource', context: ['Patient'] } : { context: [{ type: 'element', expression: 'Patient' }] }),
    }),
    ...bundlesOf([patient, observation, { resourceType: 'Organization', id: 'organization-1', name: 'x' }].flatMap((resource) => Array.from({ length: 5 }, (_, index) => ({ name: 'x', resource: { ...resource, id: `${resource.resourceType.toLowerCase()}-${index}` } as FhirResource }))), fhir).map((one) => one.resource),
  ];
}
