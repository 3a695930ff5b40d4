import type { Behaviour } from '../behaviour.ts';
import { Decimal } from '../decimal.ts';
import { objectOf, objectsOf, textOf } from '../messages.ts';
import type { Json, JsonObject } from '../messages.ts';

type Recast = (resource: JsonObject, behaviour: Behaviour) => JsonObject;

const core = (name: string) => `http://hl7.org/fhir/StructureDefinition/${name}`;
const text = (value: string): JsonObject => ({ text: value });

/** What variants and seeded defects change in the content of one resource type. */
const recasts: Readonly<Record<string, Recast>> = {
  Condition: recastCondition,
  AllergyIntolerance(resource, behaviour) {
    if (behaviour.defect('illegal-date')) return { ...resource, assertedDate: '2024-02-30' };
    if (!behaviour.variant('absent-reason-for-display')) return resource;
    const { display: _display, ...patient } = objectOf(resource['patient']) ?? {};
    return { ...resource, patient: { ...patient, extension: [{ url: core('data-absent-reason'), valueCode: 'unknown' }] } };
  },
  Flag(resource, behaviour) {
    if (!behaviour.defect('value-set-oid-as-system')) return resource;
    const category = objectOf(resource['category']);
    // The OID is that of a value set, and no code system has it (bgz-nen7540.md 7).
    const wrong = { system: 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.2.5.1.1', code: '282291009', display: 'Diagnose' };
    return { ...resource, category: { ...category, coding: [...objectsOf(category?.['coding']), wrong] } };
  },
  NutritionOrder(resource, behaviour) {
    if (!behaviour.variant('absent-reason-for-display')) return resource;
    const coding = [{ extension: [{ url: core('iso21090-nullFlavor'), valueCode: 'OTH' }] }];
    const diet = objectOf(resource['oralDiet']);
    return { ...resource, oralDiet: { ...diet, type: objectsOf(diet?.['type']).map((type) => ({ coding, ...type })) } };
  },
  Observation(resource, behaviour) {
    if (!behaviour.variant('decimals-with-trailing-zeros') || !isBodyWeight(resource)) return resource;
    const quantity = objectOf(resource['valueQuantity']);
    return { ...resource, valueQuantity: { ...quantity, value: withTwoDecimals(quantity?.['value']) } };
  },
  Patient(resource, behaviour) {
    if (!behaviour.variant('identifier-by-type')) return resource;
    const type = { coding: [{ system: 'http://hl7.org/fhir/v2/0203', code: 'MR', display: 'Medical record number' }], text: 'Patiëntnummer' };
    return { ...resource, identifier: [...objectsOf(resource['identifier']), { type, value: `P-${String(resource['id'])}` }] };
  },
};

/** The resource with what a variant or a seeded defect changes in its content; the stored one is left as it is. */
export function recast(resource: JsonObject, behaviour: Behaviour): JsonObject {
  return recasts[textOf(resource['resourceType']) ?? '']?.(resource, behaviour) ?? resource;
}

function recastCondition(resource: JsonObject, behaviour: Behaviour): JsonObject {
  if (behaviour.defect('code-not-in-required-value-set')) return { ...resource, clinicalStatus: 'actief' };
  if (behaviour.defect('profile-element-missing')) return { ...resource, clinicalStatus: undefined };
  if (behaviour.defect('unknown-element')) return { ...resource, remark: 'x' };
  if (behaviour.defect('wrong-json-type')) return { ...resource, severity: [{ coding: [{ system: 'http://snomed.info/sct', code: '24484000', display: 'Ernstig' }], text: 'Ernstig' }] };
  if (behaviour.defect('reference-to-nowhere')) return { ...resource, asserter: { reference: 'Practitioner/bestaat-niet', display: 'Een arts van vroeger' } };
  if (behaviour.defect('empty-strings')) return { ...resource, note: [text('')] };
  if (behaviour.variant('extra-unknown-profile')) {
    const profiles = objectOf(resource['meta'])?.['profile'];
    return { ...resource, meta: { profile: [...(Array.isArray(profiles) ? profiles : []), 'http://example.org/fhir/StructureDefinition/local-problem'] } };
  }
  return behaviour.variant('extra-codings-and-extensions') ? withLocalParts(resource) : resource;
}
function withLocalParts(resource: JsonObject): JsonObject {
  const code = objectOf(resource['code']);
  const local = { system: 'urn:oid:2.999.10.1.77', code: `LOK-${String(resource['id'])}`.slice(0, 40), display: 'Lokale omschrijving' };
  return {
    ...resource, code: { ...code, coding: [...objectsOf(code?.['coding']), local] },
    extension: [...objectsOf(resource['extension']), { url: 'http://example.org/fhir/StructureDefinition/local-priority', valueString: 'gewoon' }],
  };
}
function isBodyWeight(resource: JsonObject): boolean {
  return objectsOf(objectOf(resource['code'])?.['coding']).some((coding) => coding['code'] === '29463-7');
}
function withTwoDecimals(value: Json | undefined): Json | undefined {
  return typeof value === 'number' ? new Decimal(value.toFixed(2)) : value;
}
