import type { Claim } from '../../model/claim.ts';

export interface DemoAddresses {
  readonly xisOrigin: string;
  readonly controlUrl: string;
  readonly accessLogUrl: string;
  readonly jwks: { readonly keys: readonly unknown[] };
  readonly secret: string;
  readonly port: number;
}
/** What the built-in reference XIS claims: both sides of a BgZ by notified pull, with ZORG-AB to find addresses. */
export function demoClaim(addresses: DemoAddresses, over: { readonly windows?: Partial<Claim['ixit']['windows']>; readonly queryList?: 'bgz-1' | 'bgz-2-alpha'; readonly options?: Partial<Claim['ics']['options']> } = {}): Claim {
  const webhook = { kind: 'webhook', url: addresses.controlUrl, secret: addresses.secret } as const;
  return {
    releases: { twiin: '1.4', bgz: '2.0' },
    ics: {
      product: 'Referentie-XIS', version: '0.1.0', supplier: 'Toetssteen', parts: [{ name: 'Twiin-knooppunt', supplier: 'Toetssteen' }],
      roles: ['twiin-sender', 'twiin-receiver', 'zorgab-client'], profiles: ['twiin-np-stu3'], extraBsns: [],
      options: {
        addressing: 'zorg-ab', workflowTask: true, authorizationBase: true, cancellation: true, renewal: true, notificationContent: 'both', formats: ['json', 'xml'],
        queryList: over.queryList ?? 'bgz-2-alpha', duplicatesPossible: true, showsMap: false, ...over.options,
      },
    },
    ixit: {
      organisation: { ura: '90000011', name: 'Testziekenhuis Noord', systemId: 'urn:oid:2.999.10.1' },
      endpoints: {
        notificationBase: `${addresses.xisOrigin}/fhir`, resourceBase: `${addresses.xisOrigin}/fhir`, notifyTokenEndpoint: `${addresses.xisOrigin}/oauth/token`,
        pullTokenEndpoint: `${addresses.xisOrigin}/oauth/token`, authorizationServer: addresses.xisOrigin, accessLog: addresses.accessLogUrl,
      },
      clients: [{ role: 'twiin-sender', jwks: addresses.jwks }],
      ourClient: { algorithm: 'ES256', clientAudience: 'token-endpoint' },
      personas: [{ key: 'minimaal', contentConfirmed: true }, { key: 'volledig', contentConfirmed: true }, { key: 'zwaar', contentConfirmed: true }],
      triggers: { 'twiin-sender': webhook, 'twiin-receiver': webhook },
      tls: { endsAtProxy: false }, listen: { host: '127.0.0.1', port: addresses.port },
      windows: { notification: 3000, pull: 3000, absence: 300, leeway: 0, trigger: 10_000, attest: 10_000, ...over.windows },
    },
  };
}
