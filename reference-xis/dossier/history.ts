import type { Coded } from '../../model/persona.ts';
import type { JsonObject } from '../messages.ts';
import { concept, dateAgo, loinc, nictiz, own, quantity, snomed, toPatient } from './parts.ts';
import type { DossierContext, StoredResource } from './parts.ts';

const permitted: Readonly<Record<'yes' | 'no' | 'yes-but', Coded>> = {
  'yes': { system: 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4', code: 'JA', display: 'Behandeling toegestaan' },
  'no': { system: 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4', code: 'NEE', display: 'Behandeling niet toegestaan en/of wenselijk' },
  'yes-but': { system: 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4', code: 'JA_MAAR', display: 'Behandeling toegestaan, met beperkingen' },
};
const policy = [{ uri: 'http://wetten.overheid.nl/' }];

/** Directives, problems, social history, alerts and allergies (bgz-nen7540.md 8). */
export function historyResources(context: DossierContext): StoredResource[] {
  const { persona } = context;
  const subject = toPatient(context);
  const ago = (days: number) => dateAgo(context, days);
  // The profiles of use and of functional status know a period only.
  const since = (daysAgo: number) => ({ effectivePeriod: { start: ago(daysAgo) } });
  const lifestyle = (profile: string, code: Coded, entry: { readonly id: string; readonly value: Coded; readonly daysAgo: number }) =>
    observation(context, entry.id, profile, code, { ...since(entry.daysAgo), valueCodeableConcept: concept(entry.value) });
  return [
    ...persona.treatmentDirectives.map((entry) => own(context, 'Consent', `aanwijzing-${entry.id}`, nictiz('zib-TreatmentDirective'), {
      extension: [{ url: nictiz('zib-TreatmentDirective-Treatment'), valueCodeableConcept: concept(entry.treatment) }],
      modifierExtension: [{ url: nictiz('zib-TreatmentDirective-TreatmentPermitted'), valueCodeableConcept: concept(permitted[entry.permitted]) }],
      status: 'active', category: [concept(snomed('11291000146105', 'Behandelaanwijzing'))], patient: subject, dateTime: ago(entry.daysAgo), policy,
    })),
    ...persona.advanceDirectives.map((entry) => own(context, 'Consent', `wilsverklaring-${entry.id}`, nictiz('zib-AdvanceDirective'), {
      status: 'active', category: [concept(snomed('11341000146107', 'Wilsverklaring')), concept(entry.type)], patient: subject, dateTime: ago(entry.daysAgo), policy,
    })),
    ...persona.functionalStatuses.map((entry) => observation(context, entry.id, 'zib-FunctionalOrMentalStatus', entry.code, {
      category: [concept(entry.category === 'functional' ? snomed('118228005', 'Functionele bevinding') : snomed('384821006', 'Bevinding over mentale toestand'))],
      ...since(entry.daysAgo), valueCodeableConcept: concept(entry.value),
    })),
    ...persona.problems.map((entry) => own(context, 'Condition', entry.id, nictiz('zib-Problem'), {
      clinicalStatus: entry.active ? 'active' : 'inactive', verificationStatus: 'confirmed', category: [concept(entry.category)], code: concept(entry.code),
      subject, onsetDateTime: ago(entry.onsetDaysAgo), ...(entry.note ? { note: [{ text: entry.note }] } : {}),
    })),
    ...(persona.livingSituation ? [lifestyle('zib-LivingSituation', snomed('365508006', 'Woonsituatie'), persona.livingSituation)] : []),
    ...persona.drugUse.map((entry) => lifestyle('zib-DrugUse', snomed('228366006', 'Drugsgebruik'), entry)),
    ...persona.alcoholUse.map((entry) => lifestyle('zib-AlcoholUse', snomed('228273003', 'Alcoholgebruik'), entry)),
    ...persona.tobaccoUse.map((entry) => lifestyle('zib-TobaccoUse', snomed('365980008', 'Tabaksgebruik'), entry)),
    ...persona.nutritionAdvices.map((entry) => own(context, 'NutritionOrder', entry.id, nictiz('zib-NutritionAdvice'), {
      status: 'active', patient: subject, dateTime: ago(entry.daysAgo), oralDiet: { type: [{ text: entry.diet }] },
    })),
    ...persona.alerts.map((entry) => own(context, 'Flag', entry.id, nictiz('zib-Alert'), {
      status: 'active', category: concept(entry.category), subject, period: { start: ago(entry.daysAgo) },
      code: { coding: [{ system: 'http://hl7.org/fhir/v3/NullFlavor', code: 'OTH', display: 'Anders' }], text: entry.text },
    })),
    ...persona.allergies.map((entry) => own(context, 'AllergyIntolerance', entry.id, nictiz('zib-AllergyIntolerance'), {
      clinicalStatus: 'active', verificationStatus: 'confirmed', criticality: entry.critical ? 'high' : 'low', code: concept(entry.substance),
      patient: subject, assertedDate: ago(entry.daysAgo),
    })),
  ];
}

/** Vital signs and laboratory results. */
export function measurementResources(context: DossierContext): StoredResource[] {
  const { persona } = context;
  const ago = (days: number) => ({ effectiveDateTime: dateAgo(context, days) });
  const vital = { category: [concept({ system: 'http://hl7.org/fhir/observation-category', code: 'vital-signs', display: 'Vitale functies' })] };
  const component = (code: Coded, value: number) => ({ code: concept(code), valueQuantity: quantity(value, 'mm[Hg]') });
  return [
    ...persona.bloodPressures.map((entry) => observation(context, entry.id, 'zib-BloodPressure', loinc('85354-9', 'Bloeddruk'), {
      ...vital, ...ago(entry.daysAgo),
      component: [component(loinc('8480-6', 'Systolische bloeddruk'), entry.systolic), component(loinc('8462-4', 'Diastolische bloeddruk'), entry.diastolic)],
    })),
    ...persona.bodyWeights.map((entry) => observation(context, entry.id, 'zib-BodyWeight', loinc('29463-7', 'Lichaamsgewicht'), {
      ...vital, ...ago(entry.daysAgo), valueQuantity: quantity(entry.kg, 'kg'),
    })),
    ...persona.bodyHeights.map((entry) => observation(context, entry.id, 'zib-BodyHeight', loinc('8302-2', 'Lichaamslengte'), {
      ...vital, ...ago(entry.daysAgo), valueQuantity: quantity(entry.cm, 'cm'),
    })),
    ...persona.labResults.map((entry) => observation(context, entry.id, 'zib-LaboratoryTestResult-Observation', entry.test, {
      category: [concept(snomed('49581000146104', 'Laboratoriumuitslag')), concept(snomed('275711006', 'Klinische chemie'))],
      ...ago(entry.daysAgo), valueQuantity: quantity(entry.value, entry.unit),
    })),
  ];
}

function observation(context: DossierContext, id: string, profile: string, code: Coded, content: JsonObject): StoredResource {
  // The kind goes into the id: two blocks of a persona may use the same one.
  const kind = profile.replace(/^zib-/, '').toLowerCase();
  return own(context, 'Observation', `${kind}-${id}`, nictiz(profile), { status: 'final', code: concept(code), subject: toPatient(context), ...content });
}
