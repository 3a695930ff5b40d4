import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Claim } from '../../../model/claim.ts';
import type { Exchange } from '../../../model/exchange.ts';
import type { CertificateFacts } from '../../../model/tls.ts';
import { makeSigningKey } from '../../../fixtures/pki/signing-keys.ts';
import { openPki } from '../../../fixtures/pki/index.ts';
import type { Pki } from '../../../fixtures/pki/index.ts';
import type { ProbeRequest } from '../../../probe/client.ts';
import type { DoctorTools } from './tools.ts';

export const now = Date.UTC(2026, 10, 24, 9);

export function openTestPki(at: number = now, hosts: readonly string[] = []): Promise<Pki> {
  return openPki({ directory: mkdtempSync(join(tmpdir(), 'toetssteen-doctor-')), now: at, hosts });
}

type Changes = { readonly [name in keyof Claim['ixit']]?: Partial<Claim['ixit'][name]> };
/** A claim with which nothing is wrong; `changes` go into its IXIT, a group at a time. */
export function claimWith(changes: Changes = {}): Claim {
  const base: Claim['ixit'] = {
    organisation: { ura: '90000011', name: 'Testziekenhuis Noord', systemId: 'urn:oid:2.999.10.1' },
    endpoints: {
      resourceBase: 'https://xis.example/fhir', pullTokenEndpoint: 'https://xis.example/token',
      notificationBase: 'https://xis.example/fhir', notifyTokenEndpoint: 'https://xis.example/token', accessLog: 'https://xis.example/log',
    },
    clients: [{ role: 'twiin-sender', jwks: { keys: [makeSigningKey('sut', 'ES256').publicJwk] } }],
    ourClient: { algorithm: 'ES256', clientAudience: 'token-endpoint' },
    personas: [{ key: 'minimaal', contentConfirmed: true }],
    triggers: { 'twiin-sender': { kind: 'webhook', url: 'https://xis.example/trigger', secret: 'hush' }, 'twiin-receiver': { kind: 'manual' } },
    tls: { endsAtProxy: false }, listen: { host: '0.0.0.0', port: 8443, advertised: 'https://toetssteen.example:8443' },
    windows: { notification: 1, pull: 1, absence: 1, leeway: 300_000, trigger: 1, attest: 1 },
  };
  const ixit = Object.fromEntries(Object.entries(base).map(([name, value]) => {
    const change = (changes as Record<string, unknown>)[name];
    return [name, Array.isArray(value) ? change ?? value : { ...value, ...(change as object | undefined) }];
  })) as unknown as Claim['ixit'];
  return {
    packages: [{ name: 'example.profiles', version: '1.0.0', sha256: '0'.repeat(64) }],
    releases: { twiin: '1.4', bgz: '2.0' }, ixit: changes.trustAnchors === undefined ? ixit : { ...ixit, trustAnchors: String(changes.trustAnchors) },
    ics: {
      product: 'P', version: '1', supplier: 'S', parts: [], roles: ['twiin-sender', 'twiin-receiver'], profiles: ['twiin-np-stu3'], extraBsns: [],
      options: {
        addressing: 'static', workflowTask: false, authorizationBase: true, cancellation: true, renewal: true, notificationContent: 'inline-inputs',
        formats: ['json'], queryList: 'bgz-1', duplicatesPossible: false, showsMap: false,
      },
    },
  };
}

const trusted: CertificateFacts = {
  subject: 'CN=xis.example', issuer: 'CN=CA', serialNumber: '01', fingerprint256: '', publicKey256: '', validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2027-06-01T00:00:00.000Z', subjectAltName: '', status: 'trusted',
};
export interface Seen { readonly status?: number; readonly headers?: Record<string, string>; readonly transport?: Exchange['transport']; readonly peer?: Partial<CertificateFacts>; readonly protocol?: string; readonly tls?: 'not-observed' }
/** How a call of the fake network ended: a good answer unless `seen` says otherwise. */
export function exchangeOf(request: ProbeRequest, seen: Seen = {}): Exchange {
  const transport = seen.transport ?? { outcome: 'answered' as const };
  return {
    kind: 'exchange', id: '1', seq: 1, side: 'probe', simulator: 'twiin', organisation: request.organisation, endpoint: request.endpoint, role: request.role, tenant: 't1',
    startedAt: now, endedAt: now + 100, request: { method: 'GET', target: '', url: request.url, headers: {}, body: new Uint8Array() },
    response: transport.outcome === 'answered' ? { status: seen.status ?? 200, headers: seen.headers ?? { date: new Date(now).toUTCString() }, body: new Uint8Array() } : null,
    transport, tls: seen.tls ?? { protocol: seen.protocol ?? 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', peer: { ...trusted, ...seen.peer } }, stimulus: { valid: true }, fault: null, case: null,
  };
}

/** A world in which all is well, but for `changes`. */
export function fakeTools(pki: Pki, changes: Partial<DoctorTools> = {}): DoctorTools & { readonly calls: ProbeRequest[] } {
  const calls: ProbeRequest[] = [];
  const call = changes.call ?? (async (request: ProbeRequest) => exchangeOf(request));
  return {
    pki, clock: { now: () => now, sleep: () => Promise.resolve(), hold: () => () => {} }, nodeVersion: '24.1.0',
    callPlain: async ({ method }) => ({ status: method === 'OPTIONS' ? 204 : 200, text: '[]' }),
    resolve: async () => ['192.0.2.1'], portState: async () => 'free', readFile: () => 'hush\n', readableByOthers: () => false, executable: () => true,
    packages: { installed: () => [], open: async () => ({ problems: [], missing: [] }) },
    ...changes, calls, call: (request) => { calls.push(request); return call(request); },
  };
}
export function codeError(code: string): Error { return Object.assign(new Error(code), { code }); }
