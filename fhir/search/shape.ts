import { isObject } from '../json.ts';
import type { FhirResource, Json, JsonObject } from '../json.ts';
import type { Parameters } from './parameters.ts';

/** What an answer shows of each resource. `elements` holds names of root elements. */
export type Shape = { readonly kind: 'whole' | 'text' | 'data' } | { readonly kind: 'elements'; readonly elements: ReadonlySet<string> };

/** A resource cut to size and tagged SUBSETTED, mandatory elements kept (FHIR STU3 and R4, Search, _summary and _elements). */
export function shaped(resource: FhirResource, shape: Shape, parameters: Parameters): FhirResource {
  if (shape.kind === 'whole') return resource;
  const wanted = shape.kind === 'elements' ? shape.elements : new Set(['text']);
  const kept = new Set([...wanted, ...parameters.mandatory(resource.resourceType), 'resourceType', 'id', 'meta']);
  const isKept = (member: string): boolean => {
    if (shape.kind === 'data') return member !== 'text';
    const name = member.replace(/^_/, '');
    if (kept.has(name)) return true;
    // A choice stands under a longer name: `value` keeps `valueQuantity`.
    return [...kept].some((one) => name.startsWith(one) && /^[A-Z]/.test(name.slice(one.length)) && parameters.isChoice(resource.resourceType, one));
  };
  const meta: JsonObject = isObject(resource['meta']) ? resource['meta'] : {};
  const tags = (Array.isArray(meta['tag']) ? meta['tag'] as readonly Json[] : []);
  const subsetted = { system: parameters.fhir === 'stu3' ? 'http://hl7.org/fhir/v3/ObservationValue' : 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' };
  return { ...Object.fromEntries(Object.entries(resource).filter(([member]) => isKept(member))), meta: { ...meta, tag: [...tags, subsetted] } } as unknown as FhirResource;
}
