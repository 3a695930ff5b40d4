import type { Exchange } from '../../model/exchange.ts';
import type { Json } from '../message/body.ts';
import { call, searchset } from '../testing.ts';

/** An answer of the address book to the SUT. */
export function answers(...resources: Json[]): Exchange {
  return call('directory', { role: 'zorgab-client', simulator: 'zorg-ab', organisation: '', answer: searchset(resources) });
}
export function book(exchange: Exchange, changes: Partial<Exchange>): Exchange { return { ...exchange, ...changes }; }
export function organization(id: string, changes: Json = {}, ura = '90000022'): Json {
  return { resourceType: 'Organization', id, identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/ura', value: ura }], active: true, ...changes };
}
export function endpoint(organisation: string, path: string, changes: Json = {}): Json {
  return {
    resourceType: 'Endpoint', id: `${organisation}${path.replaceAll('/', '-')}`, status: 'active', managingOrganization: { reference: `Organization/${organisation}` },
    connectionType: { system: 'http://hl7.org/fhir/endpoint-connection-type', code: 'hl7-fhir-rest' },
    payloadType: [{ coding: [{ system: 'x', code: 'Twiin-TA-notification' }] }], address: `https://host.test${path}`, ...changes,
  };
}
