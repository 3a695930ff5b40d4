import { child, objects, stringOf, type Json } from './body.ts';

export const bsnSystem = 'http://fhir.nl/fhir/NamingSystem/bsn';
/** The BSN of an Identifier, or null. */
export function bsnOf(identifier: Json): string | null { return identifier.system === bsnSystem ? stringOf(identifier.value) : null; }
export function bsnsOf(resource: Json): readonly string[] {
  return objects(resource.identifier).map(bsnOf).filter((one) => one !== null);
}
const patientElements = ['subject', 'patient', 'beneficiary', 'for', 'individual'] as const;

/** How a resource names its patient: by id of a Patient, by BSN, or both. */
export interface PatientMention { readonly element: string; readonly id: string | null; readonly bsn: string | null }
export function patientsNamedIn(resource: Json): readonly PatientMention[] {
  return patientElements.flatMap((element) => objects(resource[element]).map((reference) => {
    const identifier = child(reference, 'identifier');
    const match = /(?:^|\/)Patient\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[^/]+)?$/.exec(stringOf(reference.reference) ?? '');
    return { element, id: match?.[1] ?? null, bsn: identifier === null ? null : bsnOf(identifier) };
  })).filter((mention) => mention.id !== null || mention.bsn !== null);
}
