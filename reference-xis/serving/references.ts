import { objectOf, objectsOf, textOf } from '../messages.ts';
import type { Json, JsonObject } from '../messages.ts';

/** Every literal reference in a resource, attachments included, as `Type/id`. */
export function referencesIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  const object = objectOf(value);
  if (!object) return [];
  const here = [textOf(object['reference']), object['contentType'] === undefined ? undefined : textOf(object['url'])].filter((entry) => entry !== undefined);
  return [...here.map((entry) => entry.replace(/^.*\/(?=[A-Z][A-Za-z]*\/[^/]+$)/, '')), ...Object.values(object).flatMap(referencesIn)];
}

/** `_include` parameters of the BgZ query sets (bgz-nen7540.md 5): the elements that they follow. */
const includes: Readonly<Record<string, (resource: JsonObject) => Json | undefined>> = {
  'Patient:general-practitioner': (resource) => resource['generalPractitioner'],
  'Coverage:payor': (resource) => resource['payor'],
  'Observation:related-target': (resource) => objectsOf(resource['related']).map((entry) => entry['target'] ?? null),
  'Observation:specimen': (resource) => resource['specimen'],
  'MedicationStatement:medication': (resource) => resource['medicationReference'],
  'MedicationRequest:medication': (resource) => resource['medicationReference'],
  'MedicationDispense:medication': (resource) => resource['medicationReference'],
  'DeviceUseStatement:device': (resource) => resource['device'],
  'DeviceRequest:device': (resource) => resource['codeReference'],
  'Procedure:based-on': (resource) => resource['basedOn'],
  'CareTeam:participant': (resource) => objectsOf(resource['participant']).map((entry) => entry['member'] ?? null),
  'Encounter:service-provider': (resource) => resource['serviceProvider'],
};

/** References that `_include=<value>` follows from this resource; an unknown one follows nothing. */
export function included(value: string, resource: JsonObject): string[] {
  const [type, parameter, target] = value.split(':');
  if (type !== resource['resourceType']) return [];
  const found = referencesIn(includes[`${type}:${parameter}`]?.(resource));
  return target === undefined ? found : found.filter((reference) => reference.startsWith(`${target}/`));
}
