import type { Reply, SimContext, SimRequest, Simulator } from '../../model/simulator.ts';
import type { Organisation } from '../../model/organisation.ts';
import { fhirReply, outcomeReply } from '../kernel/replies.ts';
import { parametersOf } from '../../fhir/search/index.ts';
import { directoryEntries, type Resource } from './entries.ts';
import { isIdentifierToken, searchDirectory, type DirectorySearch } from './search.ts';

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
    if (has('zorg-ab-unknown-type-200')) return fhirReply(200, { resourceType: 'Bundle', type: 'searchset', total: 0, link: [{ relation: 'self', url: `${context.baseUrl}${root}${path}` }] });
    return outcomeReply(404, 'not-supported', `The address book knows Organization and Endpoint, not ${path.slice(1, 60)}.`, `Het adresboek kent Organization en Endpoint, niet ${path.slice(1, 60)}.`);
  }
  const [, type, id] = match;
  if (id !== undefined) return read(entries, type!, id, has('zorg-ab-no-read'));
  if (has('zorg-ab-refuses-content-type') && request.headers['content-type'] !== undefined) return outcomeReply(415, 'not-supported', 'A GET has no content type.', 'Een GET heeft geen content type.');
  const asked = { entries, type: type as Resource['resourceType'], query, base: `${context.baseUrl}${root}`, pageSize: settings.pageSize, now: context.clock.now(), prefer: request.headers['prefer'] };
  return search(asked, settings.quirks ?? [], has);
}
function read(entries: readonly Resource[], type: string, id: string, broken: boolean): Reply {
  const found = broken ? undefined : entries.find((one) => one.resourceType === type && one.id === id);
  return found ? fhirReply(200, found) : outcomeReply(404, 'not-found', `${type}/${id} is not in the address book.`, `${type}/${id} staat niet in het adresboek.`);
}

function search(asked: DirectorySearch, quirks: readonly ZorgAbQuirk[], has: (defect: string) => boolean): Reply {
  const malformed = parametersOf(asked.query).find(({ name, value }) => name === 'identifier' && !isIdentifierToken(value));
  if (malformed !== undefined && !has('zorg-ab-accepts-malformed')) {
    const shown = `${malformed.name}=${malformed.value.slice(0, 60)}`;
    return outcomeReply(400, 'invalid', `${shown} is not of the form system|value.`, `${shown} heeft niet de vorm system|waarde.`);
  }
  const query = malformed === undefined ? asked.query : asked.query.split('&').filter((part) => parametersOf(part)[0]?.name !== 'identifier').join('&');
  const answer = searchDirectory({ ...asked, query, inverted: has('zorg-ab-ignores-identifier') && asked.type === 'Organization' });
  if (answer.kind === 'error') return fhirReply(answer.status, answer.outcome);
  const { total, entry = [], ...bundle } = answer.bundle as Record<string, any>;
  const summary = parametersOf(query).some(({ name, value }) => name === '_summary' && value === 'true');
  return fhirReply(200, {
    ...bundle, ...(has('zorg-ab-search-without-total') || total === undefined ? {} : { total }),
    // The live service gives no fullUrl (zorg-ab.md 2.3).
    // FHIR JSON has no empty arrays.
    ...(entry.length === 0 ? {} : { entry: entry.map(({ fullUrl, resource, search: how }: any) => ({ ...(quirks.includes('full-url') ? { fullUrl } : {}), resource: summary ? shortened(resource) : resource, search: how })) }),
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
