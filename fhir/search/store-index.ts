import { isObject } from '../json.ts';
import type { FhirResource, JsonObject } from '../json.ts';
import type { ResourceSource } from './request.ts';
import { targetOf } from './reference-target.ts';

/** A list of resources by type and by `Type/id`, made when it is first asked for and kept with the list. */
export interface StoreIndex {
  ofType(type: string): readonly FhirResource[];
  find(type: string, id: string): FhirResource | undefined;
  /** Types that occur. */
  types(): readonly string[];
  /** Types of the resources that have this id. */
  typesWithId(id: string): readonly string[];
  /** Target of a reference that stands in `container`; contained resources are found in it. Undefined when it is not here. */
  resolve(reference: string, container: JsonObject, base: string): FhirResource | undefined;
}
const kept = new WeakMap<ResourceSource, StoreIndex>();

export function indexOf(store: ResourceSource): StoreIndex {
  const known = kept.get(store);
  if (known) return known;
  const byType = new Map<string, FhirResource[]>();
  const byKey = new Map<string, FhirResource>();
  const types = new Map<string, Set<string>>();
  for (const resource of store) {
    const { resourceType, id } = resource;
    const list = byType.get(resourceType);
    if (list) list.push(resource); else byType.set(resourceType, [resource]);
    if (typeof id !== 'string') continue;
    byKey.set(`${resourceType}/${id}`, resource);
    const ofId = types.get(id);
    if (ofId) ofId.add(resourceType); else types.set(id, new Set([resourceType]));
  }
  const index: StoreIndex = {
    ofType: (type) => byType.get(type) ?? [],
    types: () => [...byType.keys()],
    find: (type, id) => byKey.get(`${type}/${id}`),
    typesWithId: (id) => [...types.get(id) ?? []],
    resolve(reference, container, base) {
      const target = targetOf(reference, base);
      if (target.kind === 'local') return byKey.get(`${target.type}/${target.id}`);
      if (target.kind === 'elsewhere') return undefined;
      const contained = container['contained'];
      const found = Array.isArray(contained) ? contained.find((one) => isObject(one) && one.id === target.id) : undefined;
      return isObject(found) && typeof found.resourceType === 'string' ? found as FhirResource : undefined;
    },
  };
  kept.set(store, index);
  return index;
}
