import { createServer as createHttpServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { ServerOptions } from 'node:https';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Stimulus } from '../model/stimulus.ts';
import { createProbe } from './client.ts';
import type { ProbeOptions, ProbeRequest } from './client.ts';
import { countingClock, memoryRecorder, temporaryPki, tlsServer } from './test-support.ts';
import type { TestServer } from './test-support.ts';
import type { Pki } from '../fixtures/pki/index.ts';

let pki: Pki;
beforeAll(async () => { pki = await temporaryPki(); });
const open: (() => unknown)[] = [];
afterEach(async () => { for (const close of open.splice(0).reverse()) await close(); });

const refused: Stimulus = { valid: false, name: 'no-client-certificate', expects: 'refuse-connection' };

function setup(options: Partial<ProbeOptions> = {}) {
  const clock = countingClock();
  const recorder = memoryRecorder();
  const probe = createProbe({ clock, recorder, trust: pki.anchors, crls: pki.crls, timeoutMs: 5_000, ...options });
  open.push(() => probe.close());
  const call = (request: Partial<ProbeRequest> & { readonly url: string }) => probe.call({
    method: 'GET', headers: {}, identity: pki.identity('harness-receiver'), endpoint: 'resource', role: 'twiin-sender',
    organisation: '90000022', tenant: 't1', simulator: 'twiin', stimulus: { valid: true }, case: { id: 'c', attempt: 1 }, ...request,
  });
  return { clock, recorder, call };
}
async function serve(listener: RequestListener, options: ServerOptions = {}): Promise<TestServer> {
  const server = await tlsServer(pki, listener, options);
  open.push(server.close);
  return server;
}

describe('probe.call', () => {
  it('sends what it is given and records what came back', async () => {
    const seen: unknown[] = [];
    const server = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        seen.push([request.method, request.url, request.headers['content-type'], request.headers['content-length'], Buffer.concat(chunks).toString()]);
        response.writeHead(201, [['Content-Type', 'application/fhir+json'], ['X-Two', 'a'], ['X-Two', 'b']].flat());
        response.end('{"é":1}');
      });
    });
    const { call, clock, recorder } = setup();
    const exchange = await call({ method: 'POST', url: `${server.origin}/fhir/Task?code=http://l.org|8&x=%7c`, headers: { 'Content-Type': 'application/fhir+json' }, body: '{"é":2}' });
    expect(seen).toEqual([['POST', '/fhir/Task?code=http://l.org|8&x=%7c', 'application/fhir+json', '8', '{"é":2}']]);
    expect(exchange).toMatchObject({
      side: 'probe', transport: { outcome: 'answered' }, stimulus: { valid: true }, case: { id: 'c', attempt: 1 },
      request: { target: '/fhir/Task?code=http://l.org|8&x=%7c', headers: { host: `127.0.0.1:${server.port}`, 'content-length': '8' } },
      response: { status: 201, headers: { 'x-two': 'a, b' } }, tls: { protocol: 'TLSv1.3', peer: { status: 'trusted', ura: '90000011' } },
    });
    expect(new TextDecoder().decode(exchange.response!.body)).toBe('{"é":1}');
    expect(recorder.begun).toHaveLength(1);
    expect(clock.outstanding()).toBe(0);
  });
  it('sends a secret header and does not record it', async () => {
    const seen: unknown[] = [];
    const server = await serve((request, response) => { seen.push(request.headers.authorization); response.end(); });
    const { call, recorder } = setup();
    await call({ url: `${server.origin}/`, secretHeaders: { Authorization: 'Bearer hush' } });
    expect(seen).toEqual(['Bearer hush']);
    expect(JSON.stringify([recorder.begun, recorder.ended])).not.toContain('hush');
    expect(recorder.ended[0]!.request.headers['authorization']).toBe('[withheld]');
  });
  it('commits before the first byte leaves, and holds the clock meanwhile', async () => {
    const { call, clock, recorder } = setup();
    const state: number[] = [];
    const server = await serve((_request, response) => { state.push(recorder.begun.length, recorder.ended.length, clock.outstanding()); response.end(); });
    await call({ url: `${server.origin}/` });
    expect(state).toEqual([1, 0, 1]);
  });
  it('keeps a connection for an identity, and opens a new one when asked', async () => {
    const server = await serve((_request, response) => { response.end('ok'); });
    const { call } = setup();
    await call({ url: `${server.origin}/1` });
    const kept = await call({ url: `${server.origin}/2` });
    expect(server.connections()).toBe(1);
    expect(kept.tls).toMatchObject({ peer: { status: 'trusted' } });
    await call({ url: `${server.origin}/3`, fresh: true });
    await call({ url: `${server.origin}/4`, identity: pki.identity('harness-third') });
    expect(server.connections()).toBe(3);
  });
  it('repeats a GET on a new connection when the kept one was closed under it, but not a POST', async () => {
    let count = 0;
    const server = await serve((request, response) => {
      count += 1;
      if (count % 2 === 0) { request.socket.destroy(); return; }
      response.end('ok');
    });
    const { call } = setup();
    await call({ url: `${server.origin}/` });
    expect((await call({ url: `${server.origin}/` })).transport.outcome).toBe('answered');
    await call({ url: `${server.origin}/`, method: 'GET', identity: pki.identity('harness-third'), fresh: true });
    count = 0;
    await call({ url: `${server.origin}/`, identity: pki.identity('harness-sender') });
    expect((await call({ url: `${server.origin}/`, identity: pki.identity('harness-sender'), method: 'POST', body: 'x' })).transport.outcome).toBe('reset');
  });

  describe('the server certificate', () => {
    it.each([
      ['simulators-lookalike', 'unknown-issuer'], ['expired', 'expired'], ['revoked', 'revoked'],
    ] as const)('%s is recorded as %s and does not stop the call', async (name, status) => {
      const { certificate, key } = pki.identity(name);
      const server = await serve((_request, response) => { response.end('ok'); }, { cert: certificate, key });
      const { call } = setup();
      expect(await call({ url: `${server.origin}/` })).toMatchObject({ transport: { outcome: 'answered' }, tls: { peer: { status } } });
    });
    it('says so when it is for another host', async () => {
      const server = await serve((_request, response) => { response.end('ok'); });
      const { call } = setup();
      expect((await call({ url: `${server.origin}/` })).transport.detail).toBeUndefined();
      // The same address in an old spelling, which no certificate names.
      const other = await call({ url: `https://127.1:${server.port}/` });
      expect(other.transport).toEqual({ outcome: 'answered', detail: expect.stringContaining('not for 127.1') });
    });
  });

  describe('a refused connection', () => {
    it.each(['TLSv1.3', 'TLSv1.2'] as const)('is named over %s for each bad identity', async (version) => {
      const server = await serve((_request, response) => { response.end('data'); }, { minVersion: version, maxVersion: version });
      const { call } = setup();
      for (const identity of [null, pki.identity('unknown-ca'), pki.identity('expired')]) {
        const exchange = await call({ url: `${server.origin}/`, identity, stimulus: refused });
        expect(exchange, identity?.name ?? 'none').toMatchObject({ transport: { outcome: 'refused' }, response: null });
      }
    });
    it('is not claimed when the server answers', async () => {
      const server = await serve((_request, response) => { response.statusCode = 403; response.end(); }, { rejectUnauthorized: false });
      const { call } = setup();
      expect(await call({ url: `${server.origin}/`, identity: null, stimulus: refused })).toMatchObject({ transport: { outcome: 'answered' }, response: { status: 403 } });
    });
    it('happens when the TLS versions do not meet', async () => {
      const server = await serve((_request, response) => { response.end(); });
      const { call } = setup();
      const exchange = await call({ url: `${server.origin}/`, tls: { maxVersion: 'TLSv1.2' } });
      expect(exchange).toMatchObject({ transport: { outcome: 'refused' }, tls: 'not-observed' });
    });
    it('is not a crash on a message of a good identity', async () => {
      const server = await serve((request) => { request.socket.destroy(); });
      const { call } = setup();
      expect((await call({ url: `${server.origin}/`, fresh: true })).transport.outcome).toBe('reset');
    });
  });

  describe('a broken answer', () => {
    it('is cut: reset, with what had arrived', async () => {
      const server = await serve((_request, response) => { response.writeHead(200, { 'content-length': '100' }); response.write('half', () => response.destroy()); });
      const exchange = await setup().call({ url: `${server.origin}/` });
      expect(exchange).toMatchObject({ transport: { outcome: 'reset' }, response: { status: 200 } });
    });
    it('is larger than we read', async () => {
      const server = await serve((_request, response) => { response.end(Buffer.alloc(3_000, 'a')); });
      const { call, clock } = setup({ maximumBody: 1_000 });
      const exchange = await call({ url: `${server.origin}/` });
      expect(exchange.transport).toEqual({ outcome: 'reset', detail: expect.stringContaining('larger than 1000 bytes') });
      expect(exchange.response!.body.byteLength).toBe(1_000);
      expect(clock.outstanding()).toBe(0);
    });
    it('never comes', async () => {
      const server = await serve(() => {});
      const exchange = await setup().call({ url: `${server.origin}/`, timeoutMs: 300 });
      expect(exchange).toMatchObject({ transport: { outcome: 'timeout', detail: expect.stringContaining('300 ms') }, response: null });
    });
    it('is no HTTP', async () => {
      const server = await serve((request) => { request.socket.end('SMTP ready\r\n\r\n'); });
      expect((await setup().call({ url: `${server.origin}/` })).transport).toMatchObject({ outcome: 'reset', detail: expect.stringContaining('not HTTP') });
    });
  });

  describe('an address that does not work', () => {
    it('has no listener', async () => {
      const free = createTcpServer();
      await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
      const { port } = free.address() as AddressInfo;
      await new Promise((resolve) => free.close(resolve));
      expect((await setup().call({ url: `https://127.0.0.1:${port}/` })).transport).toMatchObject({ outcome: 'unreachable', detail: expect.stringContaining('ECONNREFUSED') });
    });
    it.each(['Condition?x=1', 'http://xis.example/', 'https://x@y.example/'])('is not sent: %s', async (url) => {
      const { call, recorder } = setup();
      expect(await call({ url })).toMatchObject({ transport: { outcome: 'unreachable', detail: expect.stringContaining('not sent') } });
      expect(recorder.ended).toHaveLength(1);
    });
    it('comes with a header that HTTP cannot hold', async () => {
      const { call, clock } = setup();
      expect((await call({ url: 'https://127.0.0.1:9/', headers: { authorization: 'Bearer a\nb' } })).transport.detail).toContain('not sent');
      expect(clock.outstanding()).toBe(0);
    });
    it('speaks plain HTTP on this machine, when that is allowed', async () => {
      const server = createHttpServer((_request, response) => { response.end('ok'); });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      open.push(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      expect(await setup().call({ url, insecure: true })).toMatchObject({ transport: { outcome: 'answered' }, tls: 'not-observed' });
      expect((await setup().call({ url })).transport.outcome).toBe('unreachable');
    });
  });
});
