import type { ArmedFault } from '../../model/fault.ts';
import type { Classification, SimRequest, Store } from '../../model/simulator.ts';

const collection = 'armed-faults';

/** Arms a fault for the next `times` matching messages. Kept in the store, so it survives a restart. */
export function armFault(store: Store, fault: Omit<ArmedFault, 'remaining'> & { readonly times?: number }): void {
  const { times = 1_000_000, ...rest } = fault;
  store.put(collection, `${fault.tenant}/${fault.id}`, { ...rest, remaining: times } satisfies ArmedFault);
}
/** Disarms one fault of a tenant, or all of them. */
export function disarmFaults(store: Store, tenant: string, id?: string): void {
  for (const { key, value } of store.list<ArmedFault>(collection)) {
    if (value.tenant === tenant && (id === undefined || value.id === id)) store.delete(collection, key);
  }
}
export function armedFaults(store: Store, tenant: string): readonly ArmedFault[] {
  return store.list<ArmedFault>(collection).map((row) => row.value).filter((fault) => fault.tenant === tenant);
}
/** Armed faults that this message may meet, in the order of their ids. */
export function matchingFaults(store: Store, tenant: string, request: SimRequest, about: Classification): readonly ArmedFault[] {
  return armedFaults(store, tenant).filter((fault) => matches(fault, request, about));
}
/** One use of an armed fault is spent; the last use disarms it. */
export function spendFault(store: Store, met: ArmedFault): void {
  if (met.remaining <= 1) disarmFaults(store, met.tenant, met.id);
  else store.put(collection, `${met.tenant}/${met.id}`, { ...met, remaining: met.remaining - 1 });
}
function matches({ where = {} }: ArmedFault, request: SimRequest, about: Classification): boolean {
  if (where.endpoint !== undefined && where.endpoint !== about.endpoint) return false;
  if (where.organisation !== undefined && where.organisation !== about.organisation) return false;
  if (where.method !== undefined && where.method !== request.method) return false;
  return where.targetIncludes === undefined || request.target.includes(where.targetIncludes);
}
