import { objects, stringOf, type Json } from './body.ts';
import type { FhirTarget } from './target.ts';

/** Where a search parameter finds its references, of what the published query lists include (bgz-nen7540.md 4). */
const elements: Readonly<Record<string, readonly string[]>> = {
  'Patient:general-practitioner': ['generalPractitioner'], 'Coverage:payor': ['payor'], 'DeviceUseStatement:device': ['device'], 'DeviceRequest:device': ['codeReference'],
  'MedicationStatement:medication': ['medicationReference'], 'MedicationRequest:medication': ['medicationReference'], 'MedicationDispense:medication': ['medicationReference'],
  'Observation:related-target': ['related', 'target'], 'Observation:specimen': ['specimen'], 'Procedure:based-on': ['basedOn'], 'CareTeam:participant': ['participant', 'member'],
};
/** An `_include` of a search: which element of which type, and to which type when it says so. */
export interface Include { readonly type: string; readonly path: readonly string[]; readonly target: string | null }
/** The includes of a search that are known here; a modifier on the parameter does not matter. */
export function includesOf(target: FhirTarget): readonly Include[] {
  return target.parameters.filter(([name]) => name.split(':')[0] === '_include').flatMap(([, value]) => {
    const [type, parameter, to] = value.split(':');
    const path = elements[`${type}:${parameter}`];
    return path === undefined ? [] : [{ type: type!, path, target: to ?? null }];
  });
}
/** Literal references to other resources that a resource holds where the include looks. */
export function referencesFor(include: Include, resource: Json): readonly string[] {
  if (resource.resourceType !== include.type) return [];
  const holders = include.path.reduce<readonly Json[]>((found, name) => found.flatMap((one) => objects(one[name])), [resource]);
  return holders.flatMap((one) => stringOf(one.reference) ?? []).filter((one) => !one.startsWith('#') && (include.target === null || new RegExp(`(^|/)${include.target}/[^/]+$`).test(one)));
}
/** True when the reference, relative or absolute, with or without a version, is to this entry of a Bundle. */
export function refersTo(reference: string, entry: Json): boolean {
  const resource = objects(entry.resource)[0];
  const bare = reference.replace(/\/_history\/[^/]+$/, '');
  if (bare === entry.fullUrl) return true;
  const key = `${String(resource?.resourceType)}/${String(resource?.id)}`;
  return bare === key || (/^https?:/.test(bare) && entry.fullUrl === undefined && bare.endsWith(`/${key}`));
}
