/** `npm run bench`: notification POST with token check, durable journal and rules on, beside a bare Fastify handler and WireMock (where it is), in one run. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { request } from 'node:https';
import { join } from 'node:path';
import { SignJWT, importJWK } from 'jose';
import type { JWK } from 'jose';
import { openPki } from '../fixtures/pki/index.ts';
import { organisationByKey } from '../fixtures/organisations.ts';
import { queryLists } from '../fixtures/query-lists.ts';
import { composeNotification } from '../mocks/twiin/compose.ts';
import { findWiremock, startWiremock, wiremockVersion } from './wiremock.ts';
import { closedLoop, fixedRate, newConnections, type Measured, type Target } from './load.ts';

const pki = await openPki({ now: Date.now() });
const child = spawn(process.execPath, [join(import.meta.dirname, 'server-process.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
const ports = await new Promise<{ bare: number; normal: string; full: string }>((resolve) => {
  let said = '';
  child.stdout.on('data', (piece: Buffer) => { said += piece.toString(); if (said.includes('\n')) resolve(JSON.parse(said.split('\n')[0]!)); });
});
const { certificate, key } = pki.identity('sut');
const tls = { cert: certificate, key, ca: pki.anchors };
const sut = { ...organisationByKey('noord') };
const body = (): string => JSON.stringify(composeNotification({
  uuid: randomUUID, now: Date.now(), sender: sut, receiver: { ura: '90000022', name: 'Testziekenhuis Zuid' }, patientBsn: '999990019', queries: queryLists['bgz-2-alpha'].slice(0, 20),
  resources: [], mode: 'inline-inputs', authorizationBase: true, patientOnTask: true, baseUrl: '', caseId: '',
}).task);

async function token(origin: string): Promise<string> {
  const issuer = `${origin}/t1/twiin/90000022`;
  const now = Math.floor(Date.now() / 1000);
  const signing = pki.signingKey('sut-sender', 'ES256');
  const sign = async (claims: Record<string, unknown>): Promise<string> => new SignJWT({ iss: 'https://bench.test', jti: randomUUID(), iat: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: signing.kid }).sign(await importJWK(signing.privateJwk as unknown as JWK, 'ES256'));
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await sign({ sub: 'bench', aud: `${issuer}/oauth/token` }), assertion: await sign({ sub: sut.ura, aud: issuer, patient: '999990019' }),
  }).toString();
  const url = new URL(`${issuer}/oauth/token`);
  return new Promise((resolve, reject) => {
    const sent = request({ host: url.hostname, port: url.port, path: url.pathname, method: 'POST', ...tls, headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) } }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => { text += piece.toString(); });
      answer.on('end', () => { const { access_token } = JSON.parse(text); if (access_token) resolve(access_token); else reject(new Error(text)); });
    });
    sent.on('error', reject);
    sent.end(form);
  });
}
const target = async (origin: string): Promise<Target> => ({
  host: '127.0.0.1', port: Number(new URL(origin).port), path: '/t1/twiin/90000022/fhir/Task', tls, body,
  headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${await token(origin)}` },
});
const bare: Target = { host: '127.0.0.1', port: ports.bare, path: '/fhir/Task', tls, body, headers: { 'content-type': 'application/fhir+json' } };
const normal = await target(ports.normal);
const full = await target(ports.full);

const round = (value: number): number => Math.round(value * 100) / 100;
const show = (name: string, one: Measured): void => console.log(`${name.padEnd(34)} ${String(Math.round(one.perSecond)).padStart(6)} /s   p50 ${round(one.p50)} ms   p95 ${round(one.p95)} ms   ${JSON.stringify(one.statuses)}`);
console.log(`A notification of ${Buffer.byteLength(body())} bytes over TLS; client and servers on the same cores.`);
const found = findWiremock();
const wiremock = 'jar' in found ? await startWiremock(found, JSON.stringify({ ...JSON.parse(body()), id: '1' })) : null;
const names = { bare: 'bare Fastify', normal: 'Toetssteen, synchronous=NORMAL', full: 'Toetssteen, synchronous=FULL', wiremock: `WireMock ${wiremockVersion}, journal on` } as const;
const all: [string, Target][] = [[names.bare, bare], [names.normal, normal], [names.full, full]];
if (wiremock !== null) all.push([names.wiremock, { host: '127.0.0.1', port: wiremock.port, path: '/t1/twiin/90000022/fhir/Task', tls: { rejectUnauthorized: false }, body, headers: { 'content-type': 'application/fhir+json', authorization: 'Bearer not-looked-at' } }]);
// A JVM compiles what is hot only after some thousands of calls: it gets them before it is measured.
for (const [name, one] of all) await closedLoop(one, name === names.wiremock ? 6000 : 300, 8);
const measured: Record<string, Measured> = {};
console.log('\nClosed loop, 8 kept-alive connections');
for (const [name, one] of all) {
  measured[name] = await closedLoop(one, 2000, 8);
  show(name, measured[name]!);
}
const ratio = (name: string, to: string): number => round(measured[name]!.perSecond / measured[to]!.perSecond);
console.log(`ratio to bare Fastify: NORMAL ${ratio(names.normal, names.bare)}, FULL ${ratio(names.full, names.bare)}${wiremock === null ? '' : `, WireMock ${ratio(names.wiremock, names.bare)}`}`);
console.log(wiremock === null ? `comparison with WireMock: skipped: ${'skipped' in found ? found.skipped : ''}`
  : `ratio to WireMock: NORMAL ${ratio(names.normal, names.wiremock)}, FULL ${ratio(names.full, names.wiremock)} (WireMock keeps its journal in memory, looks at no token and judges nothing)`);
console.log('\n100 requests a second, kept-alive connections');
const paced: Record<string, Measured> = {};
for (const [name, one] of all) {
  paced[name] = await fixedRate(one, 100, 6);
  show(name, paced[name]!);
}
console.log(`p95 minus p95 of bare: NORMAL ${round(paced[names.normal]!.p95 - paced[names.bare]!.p95)} ms (at most 15), FULL ${round(paced[names.full]!.p95 - paced[names.bare]!.p95)} ms`);
await wiremock?.close();
console.log('\nA new connection for each request');
show('bare Fastify', await newConnections(bare, 150));
show('Toetssteen, synchronous=NORMAL', await newConnections(normal, 150));
child.stdin.end();
