import { mkdtempSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPki } from '../../fixtures/pki/index.ts';
import type { IdentityName, Pki } from '../../fixtures/pki/index.ts';
import { personas } from '../../fixtures/personas/index.ts';
import type { Clock } from '../../model/clock.ts';
import type { AccessLogEntry, TriggerAnswer, TriggerRequest } from '../../model/trigger.ts';
import type { Addressing, XisConfig } from '../config.ts';
import { startXis } from '../start.ts';
import type { RunningXis } from '../start.ts';

export const noord = '90000011';
export const zuid = '90000022';
export const volledig = '999990160';
export const minimaal = '999990019';
export const secret = 'geheim-van-de-test';

let shared: Promise<Pki> | undefined;
/** One PKI for all tests of a file. */
export const testPki = () => (shared ??= openPki({ directory: mkdtempSync(join(tmpdir(), 'reference-xis-')), now: Date.now() }));

/** A clock that stands at the real time until it is moved; nothing ever wakes but by `move`. */
export interface MovableClock extends Clock { move(ms: number): void; readonly holds: () => number }
export function movableClock(): MovableClock {
  let now = Date.now();
  let holds = 0;
  const sleepers = new Set<{ until: number; wake: () => void }>();
  return {
    now: () => now,
    sleep: (ms, signal) => new Promise((resolve, reject) => {
      const sleeper = { until: now + ms, wake: resolve };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', () => { sleepers.delete(sleeper); reject(signal.reason as Error); });
    }),
    hold: () => { holds += 1; let ended = false; return () => { if (!ended) { ended = true; holds -= 1; } }; },
    move(ms) {
      now += ms;
      for (const sleeper of sleepers) if (sleeper.until <= now) { sleepers.delete(sleeper); sleeper.wake(); }
    },
    holds: () => holds,
  };
}

export interface Half { readonly variants?: readonly string[]; readonly defects?: readonly string[]; readonly settings?: Partial<XisConfig> }
export interface Pair {
  readonly clock: MovableClock;
  readonly sender: RunningXis;
  readonly receiver: RunningXis;
  trigger(action: TriggerRequest['action'], more?: Partial<TriggerRequest>): Promise<{ readonly status: number; readonly body: TriggerAnswer & { readonly error?: string } }>;
  accessLog(): Promise<readonly AccessLogEntry[]>;
  close(): Promise<void>;
}

/** Two of our own, Noord sending and Zuid receiving, with static addresses. */
export async function startPair(sending: Half = {}, receiving: Half = {}): Promise<Pair> {
  const pki = await testPki();
  const clock = movableClock();
  const ports = await freePorts(2);
  const origins = ports.map((port) => `https://127.0.0.1:${port}`);
  const addressing: Addressing = {
    kind: 'static',
    parties: [noord, zuid].map((ura, index) => ({
      ura, notificationBase: `${origins[index]}/fhir`, fhirBase: `${origins[index]}/fhir`, tokenEndpoint: `${origins[index]}/oauth/token`, authorizationServer: origins[index],
    })),
  };
  const senderConfig = { ...baseConfig(pki, 'sut', noord, ports[0]!, addressing), ...sending.settings, variants: sending.variants ?? [], defects: sending.defects ?? [] };
  const receiverConfig = { ...baseConfig(pki, 'harness-receiver', zuid, ports[1]!, addressing), ...receiving.settings, personas: [], variants: receiving.variants ?? [], defects: receiving.defects ?? [] };
  // Keys that a variant makes are known only after the start: partners are told by reference.
  const toSender: { ura: string; keys: unknown[] } = { ura: zuid, keys: [] };
  const toReceiver: { ura: string; keys: unknown[] } = { ura: noord, keys: [] };
  const lines: string[] = [];
  const sender = await startXis({ ...senderConfig, partners: [toSender] as XisConfig['partners'] }, { clock, log: (line) => lines.push(line) });
  const receiver = await startXis({ ...receiverConfig, partners: [toReceiver] as XisConfig['partners'] }, { clock, log: (line) => lines.push(line) });
  toSender.keys.push(...receiver.jwks.keys);
  toReceiver.keys.push(...sender.jwks.keys);
  return {
    clock, sender, receiver,
    trigger(action, more = {}) {
      const pulling = action === 'pull';
      const body = { action, patientBsn: volledig, actingUra: pulling ? zuid : noord, otherUra: pulling ? noord : zuid, ...more };
      return control('POST', (pulling ? receiver : sender).controlUrl, body) as ReturnType<Pair['trigger']>;
    },
    accessLog: async () => (await control('GET', sender.accessLogUrl)).body as readonly AccessLogEntry[],
    close: async () => { await Promise.all([sender.close(), receiver.close()]); },
  };
}

export function baseConfig(pki: Pki, identity: IdentityName, ura: string, port: number, addressing: Addressing): XisConfig {
  const { key, certificate } = pki.identity(identity);
  const sign = (name: 'sut-sender' | 'sut-receiver' | 'harness-sender' | 'harness-receiver') => ({ privateJwk: pki.signingKey(name, 'ES256').privateJwk, alg: 'ES256' as const });
  const own = identity === 'sut';
  return {
    organisation: { ura, name: own ? 'Testziekenhuis Noord' : 'Testziekenhuis Zuid', systemOid: own ? '2.999.10.1' : '2.999.10.2' },
    listen: { host: '127.0.0.1', port }, control: { host: '127.0.0.1', port: 0, secret },
    tls: { key, certificate, anchors: pki.anchors, crls: pki.crls },
    signing: own ? { sender: sign('sut-sender'), receiver: sign('sut-receiver') } : { sender: sign('harness-sender'), receiver: sign('harness-receiver') },
    personas, runDay: Date.now(), addressing, partners: [], tokenLifetimeSeconds: 300, queryList: 'bgz-1', notificationContent: 'inline-inputs', autoPull: false, variants: [], defects: [],
  };
}

/** Free ports, all open at the same time so that they differ. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise<ReturnType<typeof createServer>>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => resolve(server));
  })));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

export interface Heard { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly text: string }

/** Calls the control interface. */
export async function control(method: string, url: string, body?: unknown, bearer = secret): Promise<{ readonly status: number; readonly body: unknown }> {
  const heard = await exchange((done) => httpRequest(url, { method, agent: false, headers: { authorization: `Bearer ${bearer}` } }, done), body === undefined ? undefined : JSON.stringify(body));
  return { status: heard.status, body: JSON.parse(heard.text) as unknown };
}

const agents = new Map<IdentityName, Agent>();
/** Calls a listener as one of the PKI's identities; null: without certificate. Only good identities keep their connection. */
export async function callAs(identity: IdentityName | null, method: string, url: string, headers: Record<string, string> = {}, body?: string): Promise<Heard> {
  const pki = await testPki();
  const own = identity ? { key: pki.identity(identity).key, cert: pki.identity(identity).certificate } : {};
  const keepAlive = identity?.startsWith('harness-') ?? false;
  const agent = (keepAlive ? agents.get(identity!) : undefined) ?? new Agent({ ca: pki.anchors, keepAlive, ...own });
  if (keepAlive) agents.set(identity!, agent);
  const at = new URL(url);
  return exchange((done) => httpsRequest({ agent, method, host: at.hostname, port: at.port, path: url.slice(at.origin.length), headers }, done), body);
}

function exchange(open: (done: (response: import('node:http').IncomingMessage) => void) => import('node:http').ClientRequest, body?: string): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const request = open((response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('error', reject)
        .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    // A length, also for DELETE and the like, so that nothing is sent in chunks.
    if (body !== undefined) request.setHeader('content-length', Buffer.byteLength(body));
    request.end(body);
  });
}
