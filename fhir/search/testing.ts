import type { FhirResource } from '../json.ts';
import { coreDefinitions } from '../tables/core.ts';
import type { FhirVersion } from '../version.ts';
import { createSearch } from './engine.ts';
import type { SearchOptions } from './engine.ts';
import { readSearch } from './read-request.ts';
import type { SearchAnswer, SearchRequest } from './request.ts';

export const base = 'https://server.example/fhir';
export const now = Date.UTC(2026, 10, 25);

/** A search for tests, over these resources: `Observation?code=a|b`. */
export function searching(fhir: FhirVersion, resources: readonly FhirResource[], options: Partial<SearchOptions> = {}): (target: string, more?: Partial<SearchRequest>) => SearchAnswer {
  const engine = createSearch({ definitions: coreDefinitions(fhir), ...options });
  return (target, more) => {
    const read = readSearch({ method: 'GET', target });
    if (read === null) throw new Error(`${target} is no search`);
    return engine.search({ base, ...read, ...more }, resources, now);
  };
}
/** Ids of what a search finds, all pages; a refusal as `status code`. */
export function finding(fhir: FhirVersion, resources: readonly FhirResource[], options: Partial<SearchOptions> = {}): (target: string) => string {
  const search = searching(fhir, resources, { unsupported: 'refuse', ...options });
  return (target) => {
    const answer = search(target);
    if (answer.kind === 'error') return `${answer.status} ${(answer.outcome as any).issue[0].code}`;
    return answer.found.map(({ id }) => id).join();
  };
}
