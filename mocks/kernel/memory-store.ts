import type { Store } from '../../model/simulator.ts';

/** A store that forgets: for unit tests and the MSW host. Values are copied, as a durable store would. */
export function memoryStore(): Store {
  const collections = new Map<string, Map<string, string>>();
  const of = (name: string): Map<string, string> => {
    const found = collections.get(name) ?? new Map<string, string>();
    collections.set(name, found);
    return found;
  };
  return {
    get: <T>(collection: string, key: string) => { const value = of(collection).get(key); return value === undefined ? undefined : JSON.parse(value) as T; },
    put: (collection, key, value) => { of(collection).set(key, JSON.stringify(value)); },
    delete: (collection, key) => { of(collection).delete(key); },
    list: <T>(collection: string) => [...of(collection)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => ({ key, value: JSON.parse(value) as T })),
  };
}
