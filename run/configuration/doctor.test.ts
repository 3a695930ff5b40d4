import { createServer } from 'node:https';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Pki } from '../../fixtures/pki/index.ts';
import { doctor, doctorTools } from './doctor.ts';
import type { DoctorCheck, DoctorTools } from './doctor.ts';
import { claimWith, codeError, exchangeOf, fakeTools, now, openTestPki } from './doctor/test-support.ts';
import type { Seen } from './doctor/test-support.ts';

let pki: Pki;
beforeAll(async () => { pki = await openTestPki(now, ['toetssteen.example']); });
const open: (() => Promise<unknown> | void)[] = [];
afterEach(async () => { for (const close of open.splice(0)) await close(); });

type Claim = ReturnType<typeof claimWith>;
async function look(changes: Partial<DoctorTools> = {}, claim: Claim = claimWith()): Promise<Map<string, DoctorCheck>> {
  return new Map((await doctor(claim, fakeTools(pki, changes))).map((check) => [check.id, check]));
}
const answering = (seen: Seen): Partial<DoctorTools> => ({ call: async (request) => exchangeOf(request, seen) });
/** Every check that is not good, with what it says. */
const complaints = (checks: Map<string, DoctorCheck>) => [...checks.values()].filter((check) => check.ok !== true);
const place = 'xis.example:443:harness-receiver';

describe('doctor', () => {
  it('has nothing to say when all is well', async () => {
    const checks = await look();
    expect(complaints(checks)).toEqual([]);
    expect([...checks.keys()]).toEqual([
      'node', 'pki', 'port', 'reachable', 'advertised', 'proxy', 'dns:xis.example',
      `tcp:${place}`, `tls:${place}`, `certificate:${place}`, `clock:${place}`, 'http:resourceBase', 'http:pullTokenEndpoint',
      'tcp:xis.example:443:harness-sender', 'tls:xis.example:443:harness-sender', 'certificate:xis.example:443:harness-sender', 'clock:xis.example:443:harness-sender',
      'http:notificationBase', 'http:notifyTokenEndpoint', 'jwks:0', 'trigger:twiin-sender', 'trigger:twiin-receiver', 'access-log', 'persona:minimaal', 'packages',
    ]);
  });
  it('asks as we shall ask later, and makes nobody act', async () => {
    const plain: string[] = [];
    const tools = fakeTools(pki, { callPlain: async (call) => { plain.push(`${call.method} ${call.url} ${call.secret}`); return { status: 200, text: '[]' }; } });
    await doctor(claimWith(), tools);
    expect(tools.calls.map((call) => `${call.method} ${call.url} ${call.identity?.name}`)).toEqual([
      'GET https://xis.example/fhir/metadata harness-receiver', 'GET https://xis.example/token harness-receiver',
      'GET https://xis.example/fhir/metadata harness-sender', 'GET https://xis.example/token harness-sender',
    ]);
    expect(plain).toEqual(['OPTIONS https://xis.example/trigger hush', 'GET https://xis.example/log?since=2026-11-24T09%3A00%3A00.000Z hush']);
  });

  it.each<[string, string, false | 'warning', string, Partial<DoctorTools>, Parameters<typeof claimWith>[0]?]>([
    ['an old Node', 'node', false, '24 or newer', { nodeVersion: '20.20.2' }],
    ['a taken port', 'port', false, 'taken', { portState: async () => 'EADDRINUSE' }],
    ['a low port', 'port', false, 'administrator', { portState: async () => 'EACCES' }],
    ['an address of another machine', 'port', false, 'no address of this machine', { portState: async () => 'EADDRNOTAVAIL' }],
    ['an odd port', 'port', false, 'EODD', { portState: async () => 'EODD' }],
    ['an address that nobody can call', 'reachable', false, 'another can call', {}, { listen: { advertised: undefined } }],
    ['a system elsewhere while we listen here', 'reachable', 'warning', 'on this machine only', {}, { listen: { host: '127.0.0.1', advertised: undefined } }],
    ['a name of ours that is in no certificate', 'advertised', false, 'does not name other.example', {}, { listen: { advertised: 'https://other.example:8443' } }],
    ['a proxy without address', 'proxy', false, 'is missing', {}, { tls: { endsAtProxy: true }, listen: { host: '192.0.2.7', advertised: undefined } }],
    ['TLS that ends at a proxy', 'proxy', 'warning', 'not tested', {}, { tls: { endsAtProxy: true } }],
    ['another port outside', 'proxy', 'warning', '(443) than the one we listen on (8443)', {}, { listen: { advertised: 'https://toetssteen.example' } }],
    ['no TCP', `tcp:${place}`, false, 'ECONNREFUSED', answering({ transport: { outcome: 'unreachable', detail: 'ECONNREFUSED' }, tls: 'not-observed' })],
    ['a refused identity', `tls:${place}`, false, 'unknown ca', answering({ transport: { outcome: 'refused', detail: 'alert unknown ca' } })],
    ['a failing handshake', `tls:${place}`, false, 'protocol version', answering({ transport: { outcome: 'refused', detail: 'alert protocol version' }, tls: 'not-observed' })],
    ['a bare close', `tls:${place}`, false, 'no whole HTTP answer', answering({ transport: { outcome: 'reset', detail: 'closed before any answer' } })],
    ['a slow answer', `tls:${place}`, false, 'no whole HTTP answer', answering({ transport: { outcome: 'timeout', detail: 'no answer within 5000 ms' } })],
    ['TLS 1.2', `tls:${place}`, 'warning', 'TLSv1.2', answering({ protocol: 'TLSv1.2' })],
    ['an unknown CA', `certificate:${place}`, false, 'CA that we do not know', answering({ peer: { status: 'unknown-issuer' } })],
    ['an expired certificate', `certificate:${place}`, false, 'has expired', answering({ peer: { status: 'expired' } })],
    ['a certificate of tomorrow', `certificate:${place}`, false, 'not valid yet', answering({ peer: { status: 'not-yet-valid' } })],
    ['a revoked certificate', `certificate:${place}`, false, 'was revoked', answering({ peer: { status: 'revoked' } })],
    ['a broken certificate', `certificate:${place}`, false, 'not right', answering({ peer: { status: 'invalid' } })],
    ['a certificate for another name', `certificate:${place}`, false, 'for another name', answering({ transport: { outcome: 'answered', detail: 'the server certificate is not for xis.example' } })],
    ['a certificate that soon ends', `certificate:${place}`, 'warning', '3 more days', answering({ peer: { validTo: '2026-11-27T10:00:00.000Z' } })],
    ['a clock behind', `clock:${place}`, 'warning', '20 s behind', answering({ headers: { date: new Date(now - 20_000).toUTCString() } })],
    ['a clock ahead', `clock:${place}`, 'warning', '20 s ahead', answering({ headers: { date: new Date(now + 20_000).toUTCString() } })],
    ['no clock', `clock:${place}`, 'warning', 'unknown', answering({ headers: {} })],
    ['an error of the server', 'http:resourceBase', false, 'HTTP 500', answering({ status: 500 })],
    ['a redirect', 'http:pullTokenEndpoint', false, 'HTTP 302', answering({ status: 302 })],
    ['a wrong path', 'http:notifyTokenEndpoint', 'warning', 'HTTP 404', answering({ status: 404 })],
    ['a key file that is gone', 'jwks:0', false, 'ENOENT', { readFile: () => { throw codeError('ENOENT'); } }, { clients: [{ role: 'twiin-sender', jwksFile: '/x/jwks.json' }] }],
    ['a key address without keys', 'jwks:0', false, 'list "keys"', {}, { clients: [{ role: 'twiin-sender', jwksUrl: 'https://xis.example/jwks' }] }],
    ['a key address that fails', 'jwks:0', false, 'HTTP 404', { callPlain: async () => ({ status: 404, text: '' }) }, { clients: [{ role: 'twiin-sender', jwksUrl: 'https://xis.example/jwks' }] }],
    ['a webhook that is away', 'trigger:twiin-sender', false, 'ECONNREFUSED', { callPlain: async () => ({ problem: 'ECONNREFUSED' }) }],
    ['a webhook that refuses', 'trigger:twiin-sender', 'warning', 'HTTP 401', { callPlain: async () => ({ status: 401, text: '' }) }],
    ['a webhook on another path', 'trigger:twiin-sender', 'warning', 'HTTP 404', { callPlain: async () => ({ status: 404, text: '' }) }],
    ['a webhook in trouble', 'trigger:twiin-sender', 'warning', 'HTTP 500', { callPlain: async () => ({ status: 500, text: '' }) }],
    ['a secret that is gone', 'trigger:twiin-sender', false, 'ENOENT', { readFile: () => { throw codeError('ENOENT'); } }, { triggers: { 'twiin-sender': { kind: 'webhook', url: 'https://xis.example/t', secretFile: '/x/s' } } }],
    ['a secret for all to read', 'secret:twiin-sender', 'warning', 'others', { readableByOthers: () => true }, { triggers: { 'twiin-sender': { kind: 'webhook', url: 'https://xis.example/t', secretFile: '/x/s' } } }],
    ['a command that is not there', 'trigger:twiin-sender', false, '"trigger.sh"', { executable: () => false }, { triggers: { 'twiin-sender': { kind: 'command', command: ['trigger.sh'] } } }],
    ['an access log that is no list', 'access-log', false, 'no JSON list', { callPlain: async () => ({ status: 200, text: '{}' }) }],
    ['an access log that refuses', 'access-log', false, 'HTTP 401', { callPlain: async () => ({ status: 401, text: '' }) }],
    ['a patient with a BSN outside the table', 'persona:minimaal', false, '11-test', {}, { personas: [{ key: 'minimaal', bsn: '123456782', contentConfirmed: true }] }],
    ['a dossier that nobody confirmed', 'persona:minimaal', 'warning', 'nobody confirmed', {}, { personas: [{ key: 'minimaal', contentConfirmed: false }] }],
  ])('names %s', async (_name, id, ok, words, changes, claimChanges) => {
    const check = (await look(changes, claimWith(claimChanges))).get(id);
    expect(check).toMatchObject({ ok, detail: { en: expect.stringContaining(words) } });
    expect(check!.next.nl).not.toBe('');
    expect(check!.next.en).not.toBe('');
  });
  it('tells in Dutch which names a certificate for another name holds', async () => {
    const named = (names: string) => look(answering({ transport: { outcome: 'answered', detail: `the server certificate is not for xis.example (it names ${names})` } }));
    expect((await named('DNS:other.example')).get(`certificate:${place}`)!.detail.nl).toBe('het certificaat is voor een andere naam dan xis.example:443 (het noemt DNS:other.example)');
    expect((await named('no host')).get(`certificate:${place}`)!.detail.nl).toContain('(het noemt geen naam)');
  });
  it('asks whether addresses were swapped only when they look so, and for another port where nobody speaks TLS', async () => {
    const turned = claimWith({ endpoints: { resourceBase: 'https://xis.example/oauth/token', pullTokenEndpoint: 'https://xis.example/fhir' } });
    const checks = await look(answering({ status: 404 }), turned);
    expect(checks.get('http:resourceBase')!.next.en).toBe('Were the addresses swapped? ixit.endpoints.resourceBase looks like a token endpoint.');
    expect(checks.get('http:pullTokenEndpoint')!.next.en).toContain('looks like a FHIR base');
    expect(checks.get('http:notificationBase')!.next.en).toContain('See whether the path');
    const clear = await look(answering({ transport: { outcome: 'refused', detail: 'EPROTO: wrong version number' }, tls: 'not-observed' }));
    expect(clear.get(`tls:${place}`)).toMatchObject({ ok: false, next: { en: expect.stringContaining('speaks no TLS'), nl: expect.stringContaining('https-poort') } });
    const refused = await look(answering({ transport: { outcome: 'refused', detail: 'unknown ca' }, tls: 'not-observed' }));
    expect(refused.get(`tls:${place}`)!.next.en).toContain('trust the CA of Toetssteen');
  });
  it('calls nobody whose name it does not know', async () => {
    const tools = fakeTools(pki, { resolve: async (host) => { if (host === 'xis.example') throw codeError('ENOTFOUND'); return ['192.0.2.1']; } });
    const checks = new Map((await doctor(claimWith(), tools)).map((check) => [check.id, check]));
    expect(complaints(checks).map((check) => [check.id, check.ok])).toEqual([['dns:xis.example', false]]);
    expect(tools.calls).toEqual([]);
    const ours = await look({ resolve: async () => { throw codeError('ENOTFOUND'); } });
    expect(ours.get('advertised')).toMatchObject({ ok: false, detail: { en: expect.stringContaining('ENOTFOUND') } });
  });
  it('sees our own certificates end', async () => {
    const at = (days: number) => ({ clock: { now: () => now + days * 86_400_000, sleep: () => Promise.resolve(), hold: () => () => {} } });
    expect((await look(at(85))).get('pki')).toMatchObject({ ok: 'warning' });
    expect((await look(at(400))).get('pki')).toMatchObject({ ok: false, detail: { en: 'have expired' } });
  });
  it.each([401, 403, 405, 400])('takes HTTP %i for an answer', async (status) => {
    expect(complaints(await look(answering({ status }))).filter((check) => check.id.startsWith('http:'))).toEqual([]);
  });
  it('never tells the secret or a foreign BSN', async () => {
    const checks = await doctor(claimWith({ personas: [{ key: 'minimaal', bsn: '123456782', contentConfirmed: true }] }), fakeTools(pki, { callPlain: async () => ({ problem: 'EPROTO' }) }));
    expect(JSON.stringify(checks)).not.toMatch(/hush|123456782/);
  });
});

describe('doctor in the real world', () => {
  const listen = async (server: Server): Promise<number> => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(() => new Promise((resolve) => { server.close(resolve); (server as unknown as { closeAllConnections(): void }).closeAllConnections(); }));
    return (server.address() as AddressInfo).port;
  };
  it('finds its way over loopback', async () => {
    const real = await openTestPki(Date.now());
    const { certificate, key } = real.identity('sut');
    const xis = await listen(createServer({ cert: certificate, key, ca: real.anchors, requestCert: true, rejectUnauthorized: true }, (request, response) => {
      response.statusCode = request.url === '/token' ? 405 : 200;
      response.end();
    }));
    const control = await listen(createHttpServer((request, response) => { response.statusCode = request.headers.authorization === 'Bearer hush' ? 200 : 401; response.end('[]'); }));
    const clock = { now: () => Date.now(), sleep: () => Promise.resolve(), hold: () => () => {} };
    const claimFor = (port: number) => claimWith({
      endpoints: {
        resourceBase: `https://127.0.0.1:${port}/fhir`, pullTokenEndpoint: `https://127.0.0.1:${port}/token`, notificationBase: `https://127.0.0.1:${port}/fhir`,
        notifyTokenEndpoint: `https://127.0.0.1:${port}/token`, accessLog: `http://127.0.0.1:${control}/log`,
      },
      triggers: { 'twiin-sender': { kind: 'webhook', url: `http://127.0.0.1:${control}/trigger`, secret: 'hush' }, 'twiin-receiver': { kind: 'command', command: [process.execPath] } },
      listen: { host: '127.0.0.1', port: 0, advertised: undefined },
    });
    // What this machine has installed is not this test's.
    const tools = { ...doctorTools({ pki: real, clock, trust: real.anchors }), packages: fakeTools(real).packages };
    open.push(() => tools.close());
    const checks = await doctor(claimFor(xis), tools);
    expect(checks.filter((check) => check.ok !== true)).toEqual([]);
    expect(checks.map((check) => check.id)).toContain(`certificate:127.0.0.1:${xis}:harness-receiver`);

    const stranger = doctorTools({ pki: await openTestPki(Date.now()), clock, trust: real.anchors });
    open.push(() => stranger.close());
    const refused = await doctor(claimFor(xis), stranger);
    expect(refused.filter((check) => check.id.startsWith('tls:')).map((check) => check.ok)).toEqual([false, false]);

    const taken = await doctor({ ...claimFor(xis), ixit: { ...claimFor(xis).ixit, listen: { host: '127.0.0.1', port: xis } } }, tools);
    expect(taken.find((check) => check.id === 'port')).toMatchObject({ ok: false, detail: { en: 'the port is taken' } });
  });
  it('knows a program that can be started, and a file that others can read', async () => {
    const tools = doctorTools({ pki, clock: { now: () => now, sleep: () => Promise.resolve(), hold: () => () => {} }, trust: pki.anchors });
    open.push(() => tools.close());
    expect([tools.executable('node'), tools.executable('/'), tools.executable('no-such-program-here')]).toEqual([true, false, false]);
    expect(tools.readableByOthers(`${pki.directory}/pki.json`)).toBe(process.platform === 'win32' ? null : false);
    expect(await tools.resolve('localhost')).not.toHaveLength(0);
    expect(await tools.portState('192.0.2.1', 8443)).toBe('EADDRNOTAVAIL');
  });
});
