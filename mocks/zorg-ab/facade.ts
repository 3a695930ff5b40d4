import type { Reply, SimContext, SimRequest, Simulator } from '../../model/simulator.ts';
import type { Organisation } from '../../model/organisation.ts';
import { fhirReply, outcomeReply } from '../kernel/replies.ts';
import { directoryEntries, type Resource } from './entries.ts';

export interface ZorgAbSettings {
  readonly organisations: readonly Organisation[];
  /** Entries on a page; default all. */
  readonly pageSize?: number;
  readonly defects?: readonly string[];
  /** Oddities of the live service that clients have to survive (zorg-ab.md 2.3). */
  readonly quirks?: readonly ZorgAbQuirk[];
}
/** `zoneless-timestamps`: `meta.lastUpdated` without zone; `full-url`: entries do carry one; `null-in-alias`: nulls in an array; `no-address`. */
export type ZorgAbQuirk = 'zoneless-timestamps' | 'full-url' | 'null-in-alias' | 'no-address';
const root = '/zorg-ab/zab-ro/fhir';

/** The read-only FHIR STU3 facade of ZORG-AB, as the live client proves it (zorg-ab.md chapters 1, 2 and 4; lenient profile). */
export function createZorgAb(settings: ZorgAbSettings): Simulator {
  return {
    name: 'zorg-ab', formats: { fhir: 'stu3', otherwise: 'default' },
    matches: (path) => path.startsWith(root),
    classify: () => ({ endpoint: 'directory', role: 'zorgab-client', organisation: '' }),
    handle: (request, context) => answer(request, context, settings),
  };
}
function answer(request: SimRequest, context: SimContext, settings: ZorgAbSettings): Reply {
  const [path, query = ''] = request.target.slice(request.target.indexOf(root) + root.length).split('?') as [string, string?];
  if (request.method !== 'GET') return outcomeReply(405, 'not-supported', 'The address book is read only.', 'Het adresboek is alleen te lezen.', { allow: 'GET' });
  const has = (defect: string): boolean => settings.defects?.includes(defect) === true;
  if (path === '/metadata') return has('zorg-ab-without-metadata') ? outcomeReply(404, 'not-found', 'No metadata.', 'Geen metadata.') : fhirReply(200, capabilities(context));
  const entries = directoryEntries(settings.organisations, (ura) => `${context.baseUrl}/twiin/${ura}`, context.clock.now()).map((one) => odd(one, settings.quirks ?? []));
  const match = /^\/(Organization|Endpoint)(?:\/([A-Za-z0-9.-]{1,64}))?$/.exec(path);
  if (match === null) {
    if (has('zorg-ab-unknown-type-200')) return searchset([], { self: `${context.baseUrl}${root}${path}` });
    return outcomeReply(404, 'not-supported', `The address book knows Organization and Endpoint, not ${path.slice(1, 60)}.`, `Het adresboek kent Organization en Endpoint, niet ${path.slice(1, 60)}.`);
  }
  const [, type, id] = match;
  if (id !== undefined) return read(entries, type!, id, has('zorg-ab-no-read'));
  if (has('zorg-ab-refuses-content-type') && request.headers['content-type'] !== undefined) return outcomeReply(415, 'not-supported', 'A GET has no content type.', 'Een GET heeft geen content type.');
  const base = `${context.baseUrl}${root}`;
  const page = { self: `${base}${path}${query === '' ? '' : `?${query}`}`, size: settings.pageSize, fullUrlBase: settings.quirks?.includes('full-url') ? base : undefined };
  return search(entries, type as Resource['resourceType'], query, page, has);
}
function read(entries: readonly Resource[], type: string, id: string, broken: boolean): Reply {
  const found = broken ? undefined : entries.find((one) => one.resourceType === type && one.id === id);
  return found ? fhirReply(200, found) : outcomeReply(404, 'not-found', `${type}/${id} is not in the address book.`, `${type}/${id} staat niet in het adresboek.`);
}

type Filter = (resource: Resource) => boolean;
function search(entries: readonly Resource[], type: Resource['resourceType'], query: string, page: Page, has: (defect: string) => boolean): Reply {
  const filters: Filter[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    // Includes, paging and summaries are ignored: by default the live service gives Organization entries only.
    if (name.startsWith('_') && name !== '_text') continue;
    const filter = type === 'Organization' ? organizationFilter(name, value) : endpointFilter(name, value);
    if (filter === 'malformed') {
      if (has('zorg-ab-accepts-malformed')) continue;
      return outcomeReply(400, 'invalid', `${name}=${value.slice(0, 60)} is not of the form system|value.`, `${name}=${value.slice(0, 60)} heeft niet de vorm system|waarde.`);
    }
    if (filter !== null) filters.push(filter);
  }
  const inverted = has('zorg-ab-ignores-identifier') && type === 'Organization' && filters.length > 0;
  const found = entries.filter((one) => one.resourceType === type && filters.every((filter) => filter(one)) !== inverted);
  return searchset(found, { ...page, withoutTotal: has('zorg-ab-search-without-total'), summary: /(^|&)_summary=true(&|$)/.test(query) });
}
/** Identifier tokens have at most one pipe. */
function token(value: string): { readonly system: string | null; readonly value: string } | 'malformed' {
  const parts = value.split('|');
  if (parts.length > 2 || parts.at(-1) === '') return 'malformed';
  return parts.length === 2 ? { system: parts[0]!, value: parts[1]! } : { system: null, value: parts[0]! };
}
function byIdentifier(value: string): Filter | 'malformed' {
  const wanted = token(value);
  if (wanted === 'malformed') return 'malformed';
  return (one) => (one.identifier ?? []).some((identifier: any) => (wanted.system === null || identifier.system === wanted.system) && padded(identifier.value) === padded(wanted.value));
}
/** URAs are written with and without leading zeros. */
const padded = (value: string): string => (/^\d{1,8}$/.test(value) ? value.padStart(8, '0') : value);
function organizationFilter(name: string, value: string): Filter | 'malformed' | null {
  // The live client doubles single quotes; the real facade undoes it (zorg-ab.md 2.2).
  const text = value.replaceAll("''", "'").toLowerCase();
  if (name === 'identifier') return byIdentifier(value);
  if (name === 'name') return (one) => String(one.name).toLowerCase().includes(text);
  if (name === 'address-city') return (one) => String(one.address?.[0]?.city ?? '').toLowerCase() === text;
  if (name === '_text') return (one) => text.split(/\s+/).every((word) => `${one.name} ${one.address?.[0]?.city}`.toLowerCase().includes(word));
  if (name === 'type') return (one) => one.type?.[0]?.coding?.some((coding: any) => coding.code === value.split('|').at(-1));
  if (name === 'active') return (one) => String(one.active) === value;
  return null;
}
function endpointFilter(name: string, value: string): Filter | 'malformed' | null {
  const code = value.split('|').at(-1);
  if (name === 'organization') return (one) => one.managingOrganization?.reference === (value.includes('/') ? value.replace(/^.*\/(Organization\/)/, '$1') : `Organization/${value}`);
  if (name === 'status') return (one) => value.split(',').includes(one.status);
  if (name === 'connection-type') return (one) => one.connectionType?.code === code;
  if (name === 'payload-type') return (one) => one.payloadType?.[0]?.coding?.some((coding: any) => coding.code === code);
  if (name === 'identifier') return byIdentifier(value);
  return null;
}
interface Page {
  readonly self: string;
  readonly size?: number;
  readonly withoutTotal?: boolean;
  readonly summary?: boolean;
  /** Given only when entries carry a fullUrl; the live service leaves it out (zorg-ab.md 2.3). */
  readonly fullUrlBase?: string;
}
function searchset(found: readonly Resource[], { self, size = Number.MAX_SAFE_INTEGER, withoutTotal = false, summary = false, fullUrlBase }: Page): Reply {
  const [path, query = ''] = self.split('?') as [string, string?];
  const offset = Number(/(?:^|&)_offset=([1-9]\d{0,5})(?:&|$)/.exec(query)?.[1] ?? 0);
  const link = [{ relation: 'self', url: self }];
  if (offset + size < found.length) link.push({ relation: 'next', url: `${path}?${[...query.split('&').filter((part) => part !== '' && !part.startsWith('_offset=')), `_offset=${offset + size}`].join('&')}` });
  return fhirReply(200, {
    resourceType: 'Bundle', type: 'searchset', ...(withoutTotal ? {} : { total: found.length }), link,
    entry: found.slice(offset, offset + size).map((resource) => ({
      ...(fullUrlBase === undefined ? {} : { fullUrl: `${fullUrlBase}/${resource.resourceType}/${resource.id}` }),
      resource: summary ? shortened(resource) : resource, search: { mode: 'match' },
    })),
  });
}
/** STU3 summary elements of Organization and Endpoint that the entries have. */
function shortened(resource: Resource): unknown {
  const { address, partOf, ...rest } = resource;
  const kept = resource.resourceType === 'Organization' ? { ...rest, ...(partOf === undefined ? {} : { partOf }) } : resource;
  const subsetted = { system: 'http://hl7.org/fhir/v3/ObservationValue', code: 'SUBSETTED' };
  return { ...kept, meta: { ...resource.meta, tag: [subsetted] } };
}
function odd(resource: Resource, quirks: readonly ZorgAbQuirk[]): Resource {
  if (resource.resourceType !== 'Organization') return resource;
  const changed: Record<string, any> = { ...resource };
  if (quirks.includes('zoneless-timestamps')) changed.meta = { lastUpdated: '2024-05-05T10:00:00' };
  if (quirks.includes('null-in-alias')) changed.alias = [null, resource.name];
  if (quirks.includes('no-address')) delete changed.address;
  return changed as Resource;
}
function capabilities(context: SimContext): unknown {
  return {
    resourceType: 'CapabilityStatement', status: 'active', date: new Date(context.clock.now()).toISOString(), kind: 'instance', fhirVersion: '3.0.2', acceptUnknown: 'both', format: ['application/fhir+json'],
    software: { name: 'Toetssteen: ZORG-AB', version: '0.1.0' },
    rest: [{ mode: 'server', resource: ['Organization', 'Endpoint'].map((type) => ({ type, interaction: [{ code: 'read' }, { code: 'search-type' }] })) }],
  };
}
