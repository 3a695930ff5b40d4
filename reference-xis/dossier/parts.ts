import type { Coded, Persona } from '../../model/persona.ts';
import type { JsonObject } from '../messages.ts';

/** One resource of the store and the patient it belongs to; `bsn` null: of nobody, such as an organisation. */
export interface StoredResource { readonly type: string; readonly id: string; readonly bsn: string | null; readonly resource: JsonObject }

/** What every builder needs: whose dossier, dated from which day (ms), kept by whom. */
export interface DossierContext {
  readonly persona: Persona;
  readonly runDay: number;
  readonly organisation: { readonly ura: string; readonly name: string; readonly systemOid: string };
}

const day = 86_400_000;
export const nictiz = (name: string) => `http://nictiz.nl/fhir/StructureDefinition/${name}`;
export const nlCore = (name: string) => `http://fhir.nl/fhir/StructureDefinition/${name}`;
export const snomed = (code: string, display: string): Coded => ({ system: 'http://snomed.info/sct', code, display });
export const loinc = (code: string, display: string): Coded => ({ system: 'http://loinc.org', code, display });

export const dateAgo = (context: DossierContext, days: number) => new Date(context.runDay - days * day).toISOString().slice(0, 10);
export const instantAgo = (context: DossierContext, days: number) => `${dateAgo(context, days)}T09:00:00+00:00`;

export function coding(coded: Coded): JsonObject {
  return { system: coded.system, code: coded.code, display: coded.display };
}
export function concept(...codings: readonly Coded[]): JsonObject {
  return { coding: codings.map(coding), text: codings[0]?.display };
}
export function quantity(value: number, unit: string, code = unit): JsonObject {
  return { value, unit, system: 'http://unitsofmeasure.org', code };
}

/** Ids are unique in the store: the key of the persona goes in front. */
export const idOf = (context: DossierContext, id: string) => `${context.persona.key}-${id}`.replace(/[^A-Za-z0-9.-]/g, '-').slice(0, 64);
export const patientId = (context: DossierContext) => idOf(context, 'patient');

export function fullName({ patient }: Persona): string {
  return [...patient.given, patient.prefix, patient.family].filter(Boolean).join(' ');
}
export function reference(type: string, id: string, display: string): JsonObject {
  return { reference: `${type}/${id}`, display };
}
export const toPatient = (context: DossierContext) => reference('Patient', patientId(context), fullName(context.persona));
export const organisationId = 'zorgaanbieder';
export const toOrganisation = (context: DossierContext) => reference('Organization', organisationId, context.organisation.name);
export const practitionerId = (context: DossierContext) => idOf(context, 'huisarts');

/** A resource of the patient with its profile and its business identifier. */
export function own(context: DossierContext, type: string, id: string, profile: string, content: JsonObject): StoredResource {
  const identifier = { system: `urn:oid:${context.organisation.systemOid}.7`, value: idOf(context, `${type}-${id}`) };
  const resource: JsonObject = {
    resourceType: type, id: idOf(context, id), meta: { profile: [profile] },
    // A Consent has one identifier in STU3 (FHIR 3.0.2, Consent, Consent.identifier 0..1), others have a list.
    identifier: type === 'Consent' ? identifier : [identifier],
    ...content,
  };
  return { type, id: idOf(context, id), bsn: context.persona.patient.bsn, resource };
}
