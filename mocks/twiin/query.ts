import { readSearch } from '../../fhir/search/index.ts';
import type { Parameter, ReadSearch } from '../../fhir/search/index.ts';

/** A search as received or offered: `Observation/$lastn?code=a%7Cb`. Null when it is none. */
export function parseQuery(target: string): ReadSearch | null {
  const read = readSearch({ method: 'GET', target });
  return read === null || read.type === '' ? null : read;
}
/** Steers the answer and selects nothing. */
const steering = new Set(['_include', '_revinclude', '_count', '_sort', '_page', '_format', '_pretty', '_summary', '_elements', 'max']);
const patientParameters = new Set(['patient', 'patient.identifier', 'subject', 'subject.identifier', 'beneficiary', 'beneficiary.identifier', 'subscriber', 'subscriber.identifier']);

/** The parameters that select within the patient's dossier: not those that name the patient, whom the grant names already. */
export function selects(query: ReadSearch): readonly Parameter[] {
  return query.parameters.filter(({ name }) => !steering.has(name.split(':')[0]!) && !namesPatient(query, name));
}
/** `identifier` is the patient's only on Patient. */
function namesPatient(query: ReadSearch, name: string): boolean {
  return patientParameters.has(name.replace(/:(Patient|identifier)(?=\.|$)/, '')) || (name === 'identifier' && query.type === 'Patient');
}
/** The number in a parameter, or undefined. */
export function numberOf(query: ReadSearch, name: string): number | undefined {
  const value = query.parameters.find((one) => one.name === name)?.value ?? '';
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}
