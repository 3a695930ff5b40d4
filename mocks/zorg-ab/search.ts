import type { FhirResource } from '../../fhir/json.ts';
import { createSearch, pageParameter, parametersOf } from '../../fhir/search/index.ts';
import type { Parameter, SearchAnswer, SearchEngine } from '../../fhir/search/index.ts';
import { coreDefinitions } from '../../fhir/tables/core.ts';
import type { Resource } from './entries.ts';

/** What the facade can search on; Organization as the live client does (zorg-ab.md 2.2), Endpoint inferred (chapter 4). Nothing is included. */
const offered: Readonly<Record<Resource['resourceType'], readonly string[]>> = {
  Organization: ['_id', 'identifier', 'name', 'address-city', 'type', 'active'],
  Endpoint: ['_id', 'identifier', 'organization', 'status', 'connection-type', 'payload-type'],
};
const engines = new Map<number | undefined, SearchEngine>();
/** Made at the first search: the tables take a moment to read. An unknown parameter is ignored in silence, because the live client fails over an outcome entry (zorg-ab.md 2.3). */
function engineFor(pageSize: number | undefined): SearchEngine {
  let engine = engines.get(pageSize);
  if (engine === undefined) {
    engines.set(pageSize, engine = createSearch({
      definitions: coreDefinitions('stu3'), types: Object.keys(offered), offers: (type, code) => offered[type as Resource['resourceType']]?.includes(code) === true,
      unsupported: 'ignore', noteIgnored: false, ...(pageSize !== undefined && { pageSize }),
    }));
  }
  return engine;
}
export interface DirectorySearch {
  readonly entries: readonly Resource[];
  readonly type: Resource['resourceType'];
  readonly query: string;
  readonly base: string;
  readonly pageSize?: number;
  readonly now: number;
  /** Value of the Prefer header. */
  readonly prefer?: string;
  /** Seeded defect: give what does not answer the search. */
  readonly inverted?: boolean;
}
/** Answers a search on the address book; the ways of the live facade are translated to what FHIR search says. */
export function searchDirectory({ entries, type, query, base, pageSize, now, prefer, inverted = false }: DirectorySearch): SearchAnswer {
  const received = parametersOf(query);
  const parameters = received.map((one) => adapted(one, type));
  const words = received.filter(({ name }) => type === 'Organization' && name === '_text').flatMap(({ value }) => unquoted(value).toLowerCase().split(/\s+/));
  const store = words.length === 0 ? entries : entries.filter((one) => words.every((word) => `${one.name} ${one.address?.[0]?.city}`.toLowerCase().includes(word)));
  // `_summary=true` is given by the facade itself.
  const applied = new Set(['_text', ...(parameters.some(({ name, value }) => name === '_summary' && value === 'true') ? ['_summary'] : [])]);
  const engine = engineFor(pageSize);
  const request = { type, parameters, base, applied, ...(prefer !== undefined && { prefer }) };
  const answer = engine.search(request, store as readonly FhirResource[], now);
  const selects = received.some(({ name }) => offered[type].includes(name) || name === '_text');
  if (!inverted || !selects || answer.kind === 'error') return answer;
  const others = entries.filter((one) => !answer.found.includes(one as FhirResource));
  return engine.search({ ...request, applied: new Set(parameters.map(({ name }) => name).filter((name) => name !== pageParameter)) }, others as readonly FhirResource[], now);
}
function adapted(parameter: Parameter, type: Resource['resourceType']): Parameter {
  const { name, value } = parameter;
  if (name === 'identifier') return { ...parameter, value: padded(value) };
  if (type !== 'Organization') return parameter;
  // A word anywhere in the name finds it: the client asks for `Zuid` and gets `Testziekenhuis Zuid`.
  if (name === 'name') return { ...parameter, name: 'name:contains', value: unquoted(value) };
  return name === 'address-city' ? { ...parameter, value: unquoted(value) } : parameter;
}
/** The live client doubles single quotes; the real facade undoes it (zorg-ab.md 2.2). */
const unquoted = (value: string): string => value.replaceAll("''", "'");
/** URAs are written with and without leading zeros; here they have eight digits. */
const padded = (value: string): string => value.split(',').map((one) => one.replace(/(^|\|)(\d{1,7})$/, (_all, bar: string, digits: string) => bar + digits.padStart(8, '0'))).join(',');

/** Whether an identifier token is of the form `value` or `system|value`, which this service asks for. */
export function isIdentifierToken(value: string): boolean {
  return value.split(',').every((one) => {
    const parts = one.split('|');
    return parts.length <= 2 && parts.at(-1) !== '';
  });
}
