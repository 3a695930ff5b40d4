import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPki, type Pki } from '../../fixtures/pki/index.ts';
import { createSimulators, type Simulators } from '../index.ts';
import { callDirect } from './direct.ts';
import { serve, type Served } from './serve.ts';

let pki: Pki;
let folder: string;
let simulators: Simulators;
let served: Served;
const msw = setupServer();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toetssteen-parity-'));
  pki = await openPki({ directory: folder, now: Date.now() });
  simulators = await createSimulators();
  served = await serve({ kernel: simulators.kernel, host: '127.0.0.1', port: 0, identity: pki.identity('simulators'), trust: { anchors: pki.anchors, crls: pki.crls, intermediates: pki.intermediates } });
  msw.use(...simulators.handlers);
  msw.listen({ onUnhandledFrame: 'bypass' });
});
afterAll(async () => { msw.close(); await served.close(); rmSync(folder, { recursive: true, force: true }); });

interface Answer { readonly status: number; readonly type: string | null; readonly body: string }
const ura = 'Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90000022';
const requests: readonly { readonly name: string; readonly method?: string; readonly path: string; readonly headers?: Record<string, string>; readonly body?: string }[] = [
  { name: 'a search in the address book', path: `/t1/zorg-ab/zab-ro/fhir/${ura}` },
  { name: 'a fully encoded search', path: '/t1/zorg-ab/zab-ro/fhir/Organization?identifier=http%3A%2F%2Ffhir.nl%2Ffhir%2FNamingSystem%2Fura%7C90000022' },
  { name: 'a malformed identifier', path: '/t1/zorg-ab/zab-ro/fhir/Organization?identifier=%7C%7Cx%7C' },
  { name: 'an unknown type', path: '/t1/zorg-ab/zab-ro/fhir/Patient?name=x' },
  { name: 'an unknown path', path: '/t1/nergens/is/niets' },
  { name: 'a notification without token', method: 'POST', path: '/t1/twiin/90000022/fhir/Task', headers: { 'content-type': 'application/fhir+json' }, body: '{"resourceType":"Task"}' },
  { name: 'XML', method: 'POST', path: '/t1/twiin/90000022/fhir/Task', headers: { 'content-type': 'application/fhir+xml' }, body: '<Task xmlns="http://hl7.org/fhir"/>' },
  { name: 'a token request with nonsense', method: 'POST', path: '/t1/twiin/90000022/oauth/token', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'grant_type=nonsense' },
  { name: 'a pull without token', path: '/t1/twiin/90000044/fhir/Condition' },
];
const overTls = (path: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> => new Promise((resolve, reject) => {
  const { certificate, key } = pki.identity('sut');
  const request = httpsRequest({ host: '127.0.0.1', port: served.port, path, method, headers, cert: certificate, key, ca: pki.anchors }, (response) => {
    const pieces: Buffer[] = [];
    response.on('data', (piece: Buffer) => pieces.push(piece));
    response.on('end', () => resolve({ status: response.statusCode!, type: response.headers['content-type'] ?? null, body: Buffer.concat(pieces).toString() }));
  });
  request.on('error', reject);
  request.end(body);
});

test.each(requests)('$name is answered alike by all hosts', async ({ method = 'GET', path, headers = {}, body }) => {
  const direct = await callDirect(simulators.kernel, { method, url: `${simulators.origin}${path}`, headers, body });
  const expected: Answer = { status: direct.status, type: direct.headers['content-type'] ?? null, body: new TextDecoder().decode(direct.body) };
  expect(expected.status).toBeGreaterThanOrEqual(200);
  expect(await overTls(path, method, headers, body)).toEqual(expected);
  const fetched = await fetch(`${simulators.origin}${path}`, { method, headers, body });
  expect({ status: fetched.status, type: fetched.headers.get('content-type'), body: await fetched.text() }).toEqual(expected);
});
