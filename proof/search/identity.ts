/** A resource as it stands in an answer. */
export type Served = Readonly<Record<string, any>> & { readonly resourceType: string };

/** Where a patient has at most one, or the resource is found by its number or product. */
const single = new Set(['Patient', 'Coverage', 'CareTeam', 'Provenance', 'Binary']);
const textsOf = (value: any): string[] => [value].flat().filter(Boolean).flatMap((one) => one.coding?.map((coding: any) => coding.code) ?? []);

/**
 * Name of a resource that is the same at both servers, which build their dossiers apart: records carry the key of the entry
 * in the persona as last part of their identifier. Null when there is none.
 */
export function nameOf(resource: Served, holders: ReadonlySet<string>): string | null {
  const { resourceType } = resource;
  if (single.has(resourceType)) return resourceType;
  const values = [resource['identifier']].flat().filter(Boolean).map((one) => String(one.value));
  if (resourceType === 'Medication') return `Medication ${textsOf(resource['code']).sort().join('+')}`;
  if (resourceType === 'Device') return `Device ${textsOf(resource['type']).sort().join('+')}`;
  if (resourceType === 'Organization') return values.some((value) => holders.has(value)) ? 'Organization holder' : `Organization ${values.sort().join('+')}`;
  if (resourceType === 'Practitioner') return `Practitioner ${values.sort().join('+')}`;
  const key = values.map((value) => /-([a-z]+\d+)$/.exec(value)?.[1]).find((one) => one !== undefined);
  return key === undefined ? null : `${resourceType} ${key}`;
}
