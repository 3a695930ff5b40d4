import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpsRequest } from 'node:https';
import { connect } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPki, type IdentityName, type Pki } from '../../fixtures/pki/index.ts';
import type { Recorder } from '../../model/recorder.ts';
import type { SimRequest } from '../../model/simulator.ts';
import { organisations } from '../../fixtures/organisations.ts';
import { armFault } from '../kernel/armed-faults.ts';
import { createKernel, type Kernel } from '../kernel/kernel.ts';
import { memoryStore } from '../kernel/memory-store.ts';
import { createZorgAb } from '../zorg-ab/facade.ts';
import { serve, type Served } from './serve.ts';

let pki: Pki;
let folder: string;
let served: Served;
let kernel: Kernel;
let refused: string[];
let ended: string[];
let requests: SimRequest[];
let nap: () => Promise<void>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toetssteen-serve-'));
  pki = await openPki({ directory: folder, now: Date.now() });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const recorder: Recorder = {
  admit: () => ({ ok: true }), arrived: ({ request }) => { requests.push(request); return 'x'; }, answered: () => {},
  ended: (_id, { outcome, detail }) => { ended.push(`${outcome} ${detail}`); }, connectionRefused: ({ reason }) => { refused.push(reason); },
};
beforeEach(async () => {
  [refused, ended, requests, nap] = [[], [], [], async () => {}];
  kernel = createKernel({
    simulators: [createZorgAb({ organisations })], store: memoryStore(), recorder, uuid: () => 'u', origin: () => served.origin,
    clock: { now: Date.now, sleep: () => nap(), hold: () => () => {} },
  });
  served = await serve({ kernel, host: '127.0.0.1', port: 0, identity: pki.identity('simulators'), trust: { anchors: pki.anchors, crls: pki.crls, intermediates: pki.intermediates } });
});
afterEach(() => served.close());

interface Options { readonly as?: IdentityName | null; readonly trust?: string; readonly method?: string; readonly headers?: Record<string, string>; readonly body?: Uint8Array; readonly agent?: Agent; readonly timeoutMs?: number; readonly maxVersion?: 'TLSv1.1' }
function get(path: string, { as = 'sut', trust = pki.anchors, method = 'GET', headers = {}, body, agent, timeoutMs, maxVersion }: Options = {}): Promise<{ status: number; text: string; length: string | undefined }> {
  return new Promise((resolve, reject) => {
    const identity = as === null ? {} : { cert: pki.identity(as).certificate, key: pki.identity(as).key };
    const request = httpsRequest({ host: '127.0.0.1', port: served.port, path, method, headers, ca: trust, agent: agent ?? false, ...identity, ...(maxVersion === undefined ? {} : { maxVersion, minVersion: 'TLSv1' }), ...(timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) }) }, (response) => {
      let text = '';
      response.on('data', (piece) => { text += piece; });
      response.on('end', () => resolve({ status: response.statusCode!, text, length: response.headers['content-length'] }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
const metadata = '/t1/zorg-ab/zab-ro/fhir/metadata';

test('a trusted peer gets an answer, and its certificate is observed', async () => {
  expect((await get(metadata)).status).toBe(200);
  expect(requests[0]!.tls).toMatchObject({ protocol: 'TLSv1.3', peer: { status: 'trusted', fingerprint256: pki.identity('sut').fingerprint256 } });
});
test.each<[string, IdentityName | null, RegExp]>([
  ['without a certificate', null, /^no-client-certificate$/], ['of an unknown authority', 'unknown-ca', /^unknown-issuer$/], ['with an expired certificate', 'expired', /^expired$/], ['with a revoked certificate', 'revoked', /^revoked$/],
])('a peer %s gets no HTTP answer, and the reason is recorded', async (_name, as, reason) => {
  await expect(get(metadata, { as })).rejects.toThrow();
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatch(reason);
  expect(requests).toEqual([]);
});
test('a client that does not trust us leaves a connection event with its alert', async () => {
  await expect(get(metadata, { trust: pki.identity('unknown-ca').certificate })).rejects.toThrow();
  await expect.poll(() => refused.length).toBe(1);
  expect(requests).toEqual([]);
});
test('target and body arrive as they were sent', async () => {
  const body = Uint8Array.from([0, 255, 123, 10]);
  await get('/t1/zorg-ab/zab-ro/fhir/Organization?identifier=a%7cb|c&x=%zz', { method: 'POST', body, headers: { 'content-type': 'strange/thing', 'X-Twice': 'a' } });
  expect(requests[0]!.target).toBe('/t1/zorg-ab/zab-ro/fhir/Organization?identifier=a%7cb|c&x=%zz');
  expect([...requests[0]!.body]).toEqual([...body]);
  expect(requests[0]!.headers['x-twice']).toBe('a');
});
test('malformed escapes and JSON reach the simulators as data', async () => {
  expect((await get('/t1/zorg-ab/zab-ro/fhir/%zz')).status).toBe(404);
  expect((await get('/t1/zorg-ab/zab-ro/fhir/Organization', { method: 'POST', body: new TextEncoder().encode('{'), headers: { 'content-type': 'application/json' } })).status).toBe(405);
});
test('a method that no FHIR server knows is answered and recorded', async () => {
  expect((await get('/t1/zorg-ab/zab-ro/fhir/Organization', { method: 'PROPFIND' })).status).toBe(405);
  expect(requests.map((one) => one.method)).toEqual(['PROPFIND']);
});
test('an error of the recorder is 500 and reported, not blamed on the client', async () => {
  const errors: unknown[] = [];
  const broken = await serve({
    kernel: createKernel({ ...kernel.settings, recorder: { ...recorder, arrived: () => { throw new Error('disk full'); } }, onError: (error) => errors.push(error) }),
    host: '127.0.0.1', port: 0, identity: pki.identity('simulators'), trust: { anchors: pki.anchors, crls: pki.crls, intermediates: pki.intermediates },
  });
  const good = served;
  served = broken;
  const answer = await get(metadata);
  served = good;
  await broken.close();
  expect([answer.status, answer.text.includes('disk'), errors]).toEqual([500, false, [new Error('disk full')]]);
});
test('a body of more than a mebibyte is 413', async () => {
  expect((await get('/t1/zorg-ab/zab-ro/fhir/Organization', { method: 'POST', body: new Uint8Array(1024 * 1024 + 1), headers: { 'content-type': 'application/fhir+json' } })).status).toBe(413);
});
test('one connection serves several requests', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    for (let time = 0; time < 3; time += 1) expect((await get(metadata, { agent })).status).toBe(200);
    expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
  } finally { agent.destroy(); }
});
test('armed transport faults travel', async () => {
  const arm = (id: string): void => armFault(kernel.settings.store, { id, tenant: 't1', armedAt: 0, times: 1 });
  arm('reset-before-answer');
  await expect(get(metadata)).rejects.toThrow();
  arm('cut-in-body');
  await expect(get(metadata)).rejects.toThrow();
  arm('no-answer');
  await expect(get(metadata, { timeoutMs: 100 })).rejects.toThrow();
  arm('drip');
  expect(JSON.parse((await get(metadata)).text).resourceType).toBe('CapabilityStatement');
  expect(ended).toHaveLength(3);
});
test('a port in use gives a clear error', async () => {
  const again = serve({ kernel, host: '127.0.0.1', port: served.port, identity: pki.identity('simulators'), trust: { anchors: pki.anchors, crls: pki.crls, intermediates: pki.intermediates } });
  await expect(again).rejects.toThrow(/in use/);
});
test('another identity can be shown without a restart', async () => {
  served.showIdentity(pki.identity('simulators-lookalike'));
  await expect(get(metadata)).rejects.toThrow();
  served.showIdentity(pki.identity('simulators'));
  expect((await get(metadata)).status).toBe(200);
});

test('a request that breaks off half way is told as such, and is no message', async () => {
  const { certificate: cert, key } = pki.identity('sut');
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: served.port, cert, key, ca: pki.anchors, servername: '' }, () => {
      socket.write(`POST ${metadata} HTTP/1.1\r\nHost: x\r\nContent-Type: application/fhir+json\r\nContent-Length: 5000\r\n\r\n{"resour`, () => socket.destroy());
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
  await expect.poll(() => refused, { timeout: 5_000 }).toEqual(['request-broken-off']);
  expect(requests).toEqual([]);
});

test('a client that does not wait for the answer has none', async () => {
  const { certificate: cert, key } = pki.identity('sut');
  armFault(kernel.settings.store, { id: 'slow-answer', tenant: 't1', armedAt: 0 });
  const socket = connect({ host: '127.0.0.1', port: served.port, cert, key, ca: pki.anchors, servername: '' });
  // It hangs up while we take our time.
  nap = () => new Promise((resolve) => { socket.on('close', () => resolve()); socket.destroy(); });
  socket.on('secureConnect', () => socket.write(`GET ${metadata} HTTP/1.1\r\nHost: x\r\n\r\n`));
  await expect.poll(() => ended, { timeout: 5_000 }).toEqual(['reset the client closed the connection before the whole answer was sent']);
});
