import { keptBeside } from '../../model/beside.ts';
import type { Exchange } from '../../model/exchange.ts';
import { bsnOf } from './patients.ts';
import { child, jsonOf, objects, stringOf, type Json } from './body.ts';

export const taskCode = 'http://fhir.nl/fhir/NamingSystem/TaskCode';
export const taskParameter = 'http://fhir.nl/fhir/NamingSystem/TaskParameter';
/** The variant that VZVZ's transformation writes: understood, with a warning (twiin.md 3.1). */
export const codeSystemVariant = (system: string): string => system.replace('NamingSystem', 'CodeSystem');
export const uraSystem = 'http://fhir.nl/fhir/NamingSystem/ura';

/** Codings of a CodeableConcept. */
export function codingsOf(concept: unknown): readonly Json[] { return objects(child({ concept }, 'concept')?.coding); }

/** The Notification Task of a request, or null when the body is no JSON Task. */
export function taskOf(exchange: Exchange): Json | null {
  const body = jsonOf(exchange, 'request');
  return body?.resourceType === 'Task' ? body : null;
}
/** Inputs with their path and the generic code that they carry, if any. */
export interface TaskInput { readonly input: Json; readonly path: string; readonly codings: readonly Json[] }
const inputs = keptBeside<Json, readonly TaskInput[]>();
export function inputsOf(task: Json): readonly TaskInput[] { return inputs.of(task, () => readInputs(task)); }
function readInputs(task: Json): readonly TaskInput[] {
  return objects(task.input).map((input, index) => ({ input, path: `Task.input[${index}]`, codings: codingsOf(input.type) }));
}
export function hasCode(input: TaskInput, code: string): boolean { return input.codings.some((coding) => coding.code === code); }

/** First business identifier as `system|value`; null when there is none. */
export function identifierOf(task: Json): string | null {
  const first = objects(task.identifier)[0];
  return first === undefined || stringOf(first.value) === null ? null : `${stringOf(first.system) ?? ''}|${String(first.value)}`;
}
export function groupOf(task: Json): string | null { return stringOf(child(task, 'groupIdentifier')?.value); }
/** BSN in `for.identifier`. */
export function patientOnTask(task: Json): string | null {
  const identifier = child(child(task, 'for'), 'identifier');
  return identifier === null ? null : bsnOf(identifier);
}
/** How a logical reference names an organisation. */
export type OrganisationName =
  | { readonly kind: 'absent' } | { readonly kind: 'several' } | { readonly kind: 'other'; readonly system: string }
  | { readonly kind: 'malformed-ura'; readonly value: string } | { readonly kind: 'ura'; readonly ura: string };
export function organisationOf(reference: unknown): OrganisationName {
  const holder = objects(reference);
  if (Array.isArray(reference) && reference.length > 1) return { kind: 'several' };
  const identifier = holder[0]?.identifier;
  if (Array.isArray(identifier) && identifier.length > 1) return { kind: 'several' };
  const { system, value: given } = objects(identifier)[0] ?? {};
  const value = stringOf(given);
  if (value === null) return { kind: 'absent' };
  if (system !== uraSystem) return { kind: 'other', system: stringOf(system) ?? 'none' };
  return /^\d{8}$/.test(value) ? { kind: 'ura', ura: value } : { kind: 'malformed-ura', value };
}
