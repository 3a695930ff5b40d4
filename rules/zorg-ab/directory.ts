import type { Exchange } from '../../model/exchange.ts';
import { dataIn } from '../message/answers.ts';
import { child, isObject, objects, stringOf, type Json } from '../message/body.ts';
import { codingsOf, uraSystem } from '../message/task.ts';

/** What the address book said about an endpoint, and about the organisation that it belongs to. */
export interface SeenEndpoint {
  readonly address: string;
  readonly status: string;
  readonly organisation: string | null;
  readonly payloads: readonly string[];
  readonly fhirRest: boolean;
  readonly start: number;
  readonly end: number;
}
export interface SeenOrganisation { readonly id: string; readonly active: boolean; readonly uras: readonly string[] }
export interface Directory { readonly endpoints: readonly SeenEndpoint[]; readonly organisations: ReadonlyMap<string, SeenOrganisation>; readonly answers: readonly Exchange[] }

/** Gathers what the SUT could read in the address book during a trace. */
export function directoryOf(exchanges: readonly Exchange[]): Directory {
  const answers = exchanges.filter(isQuestion).filter((one) => one.response !== null);
  const resources = answers.flatMap(dataIn).map(({ resource }) => resource);
  const organisations = new Map(resources.filter((one) => one.resourceType === 'Organization').map((one) => [String(one.id), organisation(one)]));
  return { answers, organisations, endpoints: resources.filter((one) => one.resourceType === 'Endpoint').map(endpoint) };
}
/** A question of the SUT at the address book. */
export function isQuestion(exchange: Exchange): boolean {
  return exchange.side === 'simulator' && exchange.simulator === 'zorg-ab' && exchange.endpoint === 'directory' && exchange.role !== 'simulator';
}
function organisation(resource: Json): SeenOrganisation {
  const uras = objects(resource.identifier).filter((one) => one.system === uraSystem).map((one) => String(one.value));
  return { id: String(resource.id), active: resource.active !== false, uras };
}
function endpoint(resource: Json): SeenEndpoint {
  const period = child(resource, 'period');
  return {
    address: (stringOf(resource.address) ?? '').replace(/\/$/, ''), status: stringOf(resource.status) ?? '',
    organisation: /Organization\/([^/]+)$/.exec(stringOf(child(resource, 'managingOrganization')?.reference) ?? '')?.[1] ?? null,
    payloads: objects(resource.payloadType).flatMap((one) => codingsOf(one).map((coding) => String(coding.code))),
    fhirRest: !isObject(resource.connectionType) || resource.connectionType.code === 'hl7-fhir-rest',
    start: time(period?.start, Number.NEGATIVE_INFINITY), end: time(period?.end, Number.POSITIVE_INFINITY),
  };
}
function time(value: unknown, otherwise: number): number {
  const parsed = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? otherwise : parsed;
}
/** True when a request went to this address: the address itself, or a path under it. */
export function wentTo(exchange: Exchange, address: string): boolean {
  const url = exchange.request.url.split('?')[0]!.replace(/\/$/, '');
  return address !== '' && (url === address || url.startsWith(`${address}/`));
}
/** Payload code of the endpoint that a message should have been sent to (twiin.md 8). */
export function payloadFor(exchange: Exchange): string {
  if (exchange.endpoint === 'token') return 'Nuts-OAuth';
  return exchange.endpoint === 'notification' ? 'Twiin-TA-notification' : 'http://nictiz.nl/fhir/CapabilityStatement/bgz2017-servercapabilities';
}
