import type { Organisation } from '../../model/organisation.ts';

export type Resource = Record<string, any> & { readonly resourceType: 'Organization' | 'Endpoint'; readonly id: string };
const author = (who: string) => [{ url: 'http://www.vzvz.nl/fhir/StructureDefinition/author', valueString: who }];
const capability = 'http://nuts-foundation.github.io/nl-generic-functions-ig/CodeSystem/nl-gf-data-exchange-capabilities';
export const payloads = {
  notification: 'Twiin-TA-notification', bgz: 'http://nictiz.nl/fhir/CapabilityStatement/bgz2017-servercapabilities', token: 'Nuts-OAuth',
} as const;

function organization(id: string, party: Organisation, options: { readonly active?: boolean; readonly ura?: string; readonly name?: string; readonly partOf?: string } = {}): Resource {
  return {
    resourceType: 'Organization', id, meta: { lastUpdated: '2026-02-03T09:15:00Z' },
    identifier: [
      { system: 'http://fhir.nl/fhir/NamingSystem/agb-z', value: party.agb, extension: author('Vektis') },
      { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: options.ura ?? party.ura, extension: author('UZI') },
      // VZVZ's own system, and a number derived from the AGB code: nobody has it.
      { system: 'http://www.vzvz.nl/fhir/NamingSystem/kvk', value: `00${party.agb.slice(2)}`, extension: author('VZVZ') },
      { system: 'http://www.medmij.nl/id/medmijnaam', value: `${party.key.replaceAll('-', '')}toetssteen@medmij`, extension: author('VZVZ') },
    ],
    active: options.active ?? true, name: options.name ?? party.name,
    type: [{ coding: [{ system: 'http://www.vzvz.nl/fhir/NamingSystem/vektis-zorgsoort', code: '06', display: 'Ziekenhuizen' }], extension: author('Vektis') }],
    address: [{
      use: 'work', type: 'physical', line: [party.street], postalCode: party.postalCode, city: party.city, text: `${party.street}\r\n${party.postalCode} ${party.city}`,
      extension: [...author('Vektis'), { url: 'http://hl7.org/fhir/StructureDefinition/geolocation', extension: [{ url: 'latitude', valueDecimal: 121871 }, { url: 'longitude', valueDecimal: 487449 }] }],
    }],
    ...(options.partOf === undefined ? {} : { partOf: { reference: `Organization/${options.partOf}` } }),
  };
}
function endpoint(id: string, organizationId: string, payload: string, address: string, options: { readonly status?: string; readonly period?: Record<string, string>; readonly connection?: string; readonly mimeType?: string } = {}): Resource {
  return {
    resourceType: 'Endpoint', id, status: options.status ?? 'active',
    connectionType: { system: 'http://hl7.org/fhir/endpoint-connection-type', code: options.connection ?? 'hl7-fhir-rest' },
    name: `${payload} ${id}`, managingOrganization: { reference: `Organization/${organizationId}` },
    payloadType: [{ coding: [{ system: capability, code: payload }] }], payloadMimeType: [options.mimeType ?? 'application/fhir+json'], address,
    ...(options.period === undefined ? {} : { period: options.period }),
  };
}
const day = 86_400_000;
/**
 * The address book: every organisation that we play, with its addresses, and decoys around the addressee.
 * `node` gives the authorization server URL of an organisation's node; a decoy's address is a node of ours that records what comes.
 */
export function directoryEntries(organisations: readonly Organisation[], node: (ura: string) => string, now: number): readonly Resource[] {
  const by = (key: string): Organisation => organisations.find((one) => one.key === key)!;
  const all: Resource[] = [];
  for (const [key, id] of [['zuid', '100234'], ['west', '100244'], ['oost', '100255'], ['beheer', '100277'], ['zuid-concern', '100288']] as const) {
    const party = by(key);
    const url = node(party.ura);
    all.push(organization(id, party, key === 'zuid' ? { partOf: '100288' } : {}));
    all.push(endpoint(`${id}-t`, id, payloads.token, `${url}/oauth/token`));
    all.push(endpoint(`${id}-f`, id, party.side === 'sender' ? payloads.bgz : payloads.notification, `${url}/fhir`));
  }
  const decoy = node(by('zuid-oud').ura);
  const managing = node(by('beheer').ura);
  const iso = (offset: number): string => new Date(now + offset).toISOString();
  // The same URA under another id: the organisation as it was before a merger, with an address of then.
  all.push(organization('100111', by('zuid'), { active: false, name: by('zuid-oud').name }));
  all.push(endpoint('100111-f', '100111', payloads.notification, `${decoy}/fhir`));
  all.push(endpoint('100111-t', '100111', payloads.token, `${decoy}/oauth/token`));
  // Another node than the one that is off, so that it shows which mistake led there.
  const lookalike = node(by('zuid-concern').ura);
  // Addresses of the addressee that are not in use (zorg-ab.md chapter 6, S1).
  all.push(endpoint('000-off', '100234', payloads.notification, `${decoy}/fhir`, { status: 'off' }));
  all.push(endpoint('001-suspended', '100234', payloads.notification, `${decoy}/fhir`, { status: 'suspended' }));
  all.push(endpoint('002-past', '100234', payloads.notification, `${lookalike}/fhir`, { period: { end: iso(-30 * day) } }));
  all.push(endpoint('003-future', '100234', payloads.notification, `${lookalike}/fhir`, { period: { start: iso(30 * day) } }));
  all.push(endpoint('004-other-kind', '100234', payloads.notification, `${lookalike}/fhir`, { connection: 'hl7-fhir-msg' }));
  all.push(endpoint('006-other-payload', '100234', 'Other-data-exchange', `${lookalike}/fhir`));
  all.push(endpoint('007-other-fhir-version', '100234', payloads.notification, `${lookalike}/fhir`, { mimeType: 'application/fhir+json; fhirVersion=4.0' }));
  // The manager of the node publishes an address too: it is not the addressee.
  all.push(endpoint('005-manager', '100277', payloads.notification, `${managing}/fhir`));
  // By id, so that decoys stand before the right ones: whoever takes the first hit goes wrong.
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
