import type { Clock } from '../model/clock.ts';
import type { Addresses, Purpose } from './addressing.ts';
import type { Behaviour } from './behaviour.ts';
import type { Caller } from './caller.ts';
import { objectOf, objectsOf, parseJson, textOf } from './messages.ts';
import type { Json, JsonObject } from './messages.ts';
import { NoAddress } from './no-address.ts';

interface Deps { readonly directory: () => Caller; readonly clock: Clock; readonly behaviour: Behaviour }
type Found = Partial<Addresses> & { readonly ura: string };
interface Candidate { readonly endpoint: JsonObject; /** Lower is better. */ readonly rank: number }

const uraSystem = 'http://fhir.nl/fhir/NamingSystem/ura';
const capabilities = 'http://nuts-foundation.github.io/nl-generic-functions-ig/CodeSystem/nl-gf-data-exchange-capabilities';
const payloads = {
  notification: 'Twiin-TA-notification', data: 'http://nictiz.nl/fhir/CapabilityStatement/bgz2017-servercapabilities', token: 'Nuts-OAuth',
} as const;
const pageLimit = 10;

/**
 * Looks an organisation up in ZORG-AB (zorg-ab.md 2, 4 and 6): the active organisation that has exactly this URA,
 * then its active endpoints of the right kind. Addresses that cannot be attributed to it are not used.
 */
export async function findAtZorgAb(ura: string, purpose: Purpose, base: string, deps: Deps): Promise<Found> {
  const { behaviour } = deps;
  const organisations = chooseOrganisations(await search(`Organization?identifier=${encodeURIComponent(`${uraSystem}|${ura}`)}`, 'Organization', base, deps), ura, behaviour);
  const candidates: Candidate[] = [];
  for (const organisation of organisations) candidates.push(...await endpointsOf(organisation, base, deps));
  const address = (code: string) => textOf(choose(candidates, code, deps)?.endpoint['address'])?.replace(/\/+$/, '');
  const tokenEndpoint = address(payloads.token);
  return {
    ura, tokenEndpoint, authorizationServer: tokenEndpoint?.replace(/\/oauth\/token$/, ''),
    ...(purpose === 'notify' ? { notificationBase: address(payloads.notification) } : { fhirBase: address(payloads.data) }),
  };
}

/** Several records may carry one URA: only active ones that really have it count; the same id counts once. */
function chooseOrganisations(hits: readonly JsonObject[], ura: string, behaviour: Behaviour): readonly JsonObject[] {
  if (behaviour.defect('zab-first-hit')) return hits.slice(0, 1);
  if (behaviour.defect('zab-last-hit')) return hits.slice(-1);
  if (behaviour.defect('zab-prefers-inactive') && hits.some((hit) => hit['active'] === false)) return hits.filter((hit) => hit['active'] === false).slice(0, 1);
  const usable = hits.filter((hit) => hit['active'] !== false && hasUra(hit, ura));
  if (usable.length === 0) throw new NoAddress(`ZORG-AB knows no active organisation with URA ${ura}.`);
  return usable.filter((hit, index) => usable.findIndex((other) => other['id'] === hit['id']) === index);
}
/** URAs are eight digits; leading zeros are sometimes lost (zorg-ab.md 7). */
function hasUra(organisation: JsonObject, ura: string): boolean {
  return objectsOf(organisation['identifier']).some((identifier) => identifier['system'] === uraSystem && textOf(identifier['value'])?.padStart(8, '0') === ura.padStart(8, '0'));
}

async function endpointsOf(organisation: JsonObject, base: string, deps: Deps): Promise<Candidate[]> {
  const id = textOf(organisation['id']);
  if (!id) return [];
  const own = `Organization/${id}`;
  const listed = objectsOf(organisation['endpoint']).map((entry) => textOf(entry['reference'])?.replace(/^.*\/(?=Endpoint\/)/, '')).filter((entry) => entry !== undefined);
  const status = deps.behaviour.defect('zab-status-ignored') || deps.behaviour.defect('zab-prefers-off') || deps.behaviour.defect('zab-suspended-allowed') ? '' : '&status=active';
  const found = await search(`Endpoint?organization=${own}${status}`, 'Endpoint', base, deps);
  for (const reference of listed) {
    if (!found.some((endpoint) => `Endpoint/${textOf(endpoint['id'])}` === reference)) {
      const endpoint = await read(reference, base, deps);
      if (endpoint) found.push(endpoint);
    }
  }
  return found.map((endpoint) => {
    const manager = textOf(objectOf(endpoint['managingOrganization'])?.['reference'])?.replace(/^.*\/(?=Organization\/)/, '');
    const isOwn = manager === undefined || manager === own || listed.includes(`Endpoint/${textOf(endpoint['id'])}`);
    // An endpoint that another party manages is used only when the organisation has none of its own.
    return { endpoint, rank: isOwn ? 0 : 1 };
  });
}

function choose(candidates: readonly Candidate[], payload: string, { clock, behaviour }: Deps): Candidate | undefined {
  const fitting = candidates.filter(({ endpoint }) => isRest(endpoint) && hasPayload(endpoint, payload) && isCurrent(endpoint, clock.now()) && speaksStu3(endpoint) && textOf(endpoint['address']));
  if (behaviour.defect('zab-status-ignored')) return fitting.find(({ endpoint }) => endpoint['status'] !== 'active') ?? fitting[0];
  if (behaviour.defect('zab-prefers-off')) return fitting.find(({ endpoint }) => endpoint['status'] === 'off') ?? fitting.find(({ endpoint }) => endpoint['status'] === 'active');
  if (behaviour.defect('zab-suspended-allowed')) return fitting.find(({ endpoint }) => endpoint['status'] === 'suspended') ?? fitting.find(({ endpoint }) => endpoint['status'] === 'active');
  return fitting.filter(({ endpoint }) => endpoint['status'] === 'active').toSorted((one, other) => one.rank - other.rank)[0];
}
function isRest(endpoint: JsonObject): boolean {
  const type = objectOf(endpoint['connectionType']);
  return type?.['system'] === 'http://hl7.org/fhir/endpoint-connection-type' && type['code'] === 'hl7-fhir-rest';
}
function hasPayload(endpoint: JsonObject, code: string): boolean {
  return objectsOf(endpoint['payloadType']).some((type) => objectsOf(type['coding']).some((coding) => coding['system'] === capabilities && coding['code'] === code));
}
function isCurrent(endpoint: JsonObject, now: number): boolean {
  const period = objectOf(endpoint['period']);
  const start = instant(textOf(period?.['start']), 'start');
  const end = instant(textOf(period?.['end']), 'end');
  return (start === undefined || start <= now) && (end === undefined || now <= end);
}
/** Times come without zone (read as UTC) and as bare dates, which last the whole day; what cannot be read does not limit. */
function instant(text: string | undefined, side: 'start' | 'end'): number | undefined {
  if (text === undefined) return undefined;
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const full = isDate ? `${text}T${side === 'start' ? '00:00:00.000' : '23:59:59.999'}Z` : /(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`;
  const value = Date.parse(full);
  return Number.isNaN(value) ? undefined : value;
}
function speaksStu3(endpoint: JsonObject): boolean {
  const types = endpoint['payloadMimeType'];
  const versions = (Array.isArray(types) ? types : []).flatMap((type) => (typeof type === 'string' ? [/fhirVersion=(\d+)/.exec(type)?.[1]] : [])).filter((version) => version !== undefined);
  return versions.length === 0 || versions.includes('3');
}


/** All resources of a type in a searchset, over its pages. `fullUrl`, `total` and other types may be absent or present. */
async function search(query: string, type: string, base: string, deps: Deps): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  const root = base.replace(/\/+$/, '');
  let url: string | undefined = `${root}/${query}`;
  for (let page = 0; url && page < pageLimit; page += 1) {
    const bundle = await get(url, deps);
    if (bundle?.['resourceType'] !== 'Bundle') throw new NoAddress(`ZORG-AB answered the search on ${type} with something else than a Bundle.`);
    found.push(...objectsOf(bundle['entry']).map((entry) => objectOf(entry['resource'])).filter((resource) => resource?.['resourceType'] === type).map((resource) => resource!));
    if (deps.behaviour.defect('zab-strict-timestamps') && found.some((resource) => /T[\d:.]+$/.test(textOf(objectOf(resource['meta'])?.['lastUpdated']) ?? ''))) throw new NoAddress('ZORG-AB answered a timestamp without a zone.');
    const next = textOf(objectsOf(bundle['link']).find((link) => link['relation'] === 'next')?.['url']);
    url = next?.startsWith(`${root}/`) ? next : undefined;
  }
  return found;
}
async function read(reference: string, base: string, deps: Deps): Promise<JsonObject | undefined> {
  if (!/^(Organization|Endpoint)\/[A-Za-z0-9.-]{1,64}$/.test(reference)) return undefined;
  return get(`${base.replace(/\/+$/, '')}/${reference}`, deps, true);
}
async function get(url: string, deps: Deps, mayBeAbsent = false): Promise<JsonObject | undefined> {
  const accept = deps.behaviour.defect('zab-accept-missing') ? '*/*' : 'application/fhir+json';
  const ask = () => deps.directory().call({ method: 'GET', url, headers: { accept } });
  let answer = await ask();
  for (let again = 0; again < 3 && answer.status === 429 && deps.behaviour.defect('zab-repeats-after-429'); again += 1) answer = await ask();
  if (mayBeAbsent && answer.status === 404) return undefined;
  if (answer.status !== 200) throw new NoAddress(`ZORG-AB answered ${answer.status}.`);
  const parsed: { readonly value: Json } | undefined = parseJson(answer.body);
  if (!parsed) throw new NoAddress('ZORG-AB answered something that is not JSON.');
  return objectOf(parsed.value);
}
