import { randomUUID } from 'node:crypto';
import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose';
import { beforeEach, expect, test } from 'vitest';
import type { JsonWebKeyLike } from '../../model/rule.ts';
import { createSimulators, type Simulators } from '../index.ts';
import { askToken, call, offered, type Answer } from '../testing/call.ts';
import { manualClock, type ManualClock } from '../testing/manual-clock.ts';

const vendor = await generateKeyPair('ES256', { extractable: true });
const stranger = await generateKeyPair('ES256', { extractable: true });
const publicKey = { ...await exportJWK(vendor.publicKey), kid: 'vendor', alg: 'ES256' } as JsonWebKeyLike;
let clock: ManualClock;
let simulators: Simulators;
beforeEach(async () => {
  clock = manualClock();
  simulators = await createSimulators({ clock, clientKeys: [publicKey] });
});

type Claims = Record<string, unknown>;
interface Spoilt { readonly key?: typeof vendor.privateKey | Uint8Array; readonly alg?: string; readonly kid?: string; readonly claims?: Claims }
const seconds = (): number => clock.now() / 1000;
const sign = (claims: Claims, { key = vendor.privateKey, alg = 'ES256', kid = 'vendor', claims: changes }: Spoilt = {}): Promise<string> =>
  new SignJWT({ iss: 'https://vendor.test', sub: 'vendor', jti: randomUUID(), iat: seconds(), exp: seconds() + 30, ...claims, ...changes }).setProtectedHeader({ alg, typ: 'JWT', kid }).sign(key);
async function ask(node: 'zuid' | 'west', spoil: { readonly client?: Spoilt | string; readonly grant?: Spoilt | string; readonly form?: Record<string, string>; readonly headers?: Record<string, string>; readonly method?: string } = {}): Promise<Answer> {
  const { tokenEndpoint, authorizationServer } = simulators.node(node);
  const client = typeof spoil.client === 'string' ? spoil.client : await sign({ aud: tokenEndpoint }, spoil.client);
  const assertion = typeof spoil.grant === 'string' ? spoil.grant : await sign({ sub: '90000011', aud: authorizationServer }, spoil.grant);
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: client, assertion, ...spoil.form,
  }).toString();
  return call(simulators, tokenEndpoint, { method: spoil.method ?? 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...spoil.headers } });
}

test('a right request gives a bearer token that is not cacheable', async () => {
  const answer = await ask('zuid');
  expect(answer).toMatchObject({ status: 200, json: { token_type: 'Bearer', expires_in: 300 }, headers: { 'cache-control': 'no-store' } });
  expect(answer.json.refresh_token).toBeUndefined();
});
test('either audience is right for either assertion', async () => {
  const { tokenEndpoint, authorizationServer } = simulators.node('zuid');
  expect((await ask('zuid', { client: { claims: { aud: authorizationServer } }, grant: { claims: { aud: [tokenEndpoint, 'https://other.test'] } } })).status).toBe(200);
});
const hmac = new TextEncoder().encode('0123456789abcdef0123456789abcdef');
test.each<[string, Spoilt]>([
  ['expired', { claims: { exp: 1 } }], ['expiring this very second', { claims: { exp: manualClock().now() / 1000 } }], ['without exp', { claims: { exp: undefined } }], ['with exp as text', { claims: { exp: '9999999999' } }],
  ['not yet valid', { claims: { nbf: 9999999999 } }], ['for another audience', { claims: { aud: 'https://elsewhere.test/token' } }], ['without audience', { claims: { aud: undefined } }],
  ['signed by a stranger', { key: stranger.privateKey }], ['signed by a stranger under an unknown kid', { key: stranger.privateKey, kid: 'nobody' }], ['signed with a shared secret', { key: hmac, alg: 'HS256' }],
])('an assertion that is %s gives no token', async (_name, spoil) => {
  expect(await ask('zuid', { client: spoil })).toMatchObject({ status: 401, json: { error: 'invalid_client', error_description: expect.stringMatching(/^client_assertion: [\x20-\x7e]+$/), error_description_nl: expect.any(String) } });
  const refused = await ask('zuid', { grant: spoil });
  expect(refused).toMatchObject({ status: 400, json: { error: 'invalid_grant', error_description: expect.stringMatching(/^assertion: /) } });
  expect(refused.json.access_token).toBeUndefined();
});
test('alg none and something that is no JWT give no token', async () => {
  const unsigned = new UnsecuredJWT({ aud: simulators.node('zuid').tokenEndpoint, exp: seconds() + 30 }).encode();
  for (const client of [unsigned, 'x', 'a.b.c', '']) expect(await ask('zuid', { client }), client).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
});
test('a payload altered after signing gives no token', async () => {
  const [header, , signature] = (await sign({ aud: simulators.node('zuid').tokenEndpoint })).split('.');
  const payload = Buffer.from(JSON.stringify({ aud: simulators.node('zuid').tokenEndpoint, exp: seconds() + 30 })).toString('base64url');
  expect((await ask('zuid', { client: `${header}.${payload}.${signature}` })).json.error).toBe('invalid_client');
});
test('a jti is used once', async () => {
  const claims = { jti: 'once' };
  expect((await ask('zuid', { client: { claims } })).status).toBe(200);
  expect(await ask('zuid', { client: { claims } })).toMatchObject({ status: 401, json: { error_description: expect.stringContaining('used before') } });
  expect((await ask('zuid', { grant: { claims } })).status).toBe(200);
  expect((await ask('zuid', { grant: { claims } })).json.error).toBe('invalid_grant');
});
test('the form decides: method, content type, grant type, assertion type', async () => {
  expect((await ask('zuid', { method: 'GET' })).json.error).toBe('invalid_request');
  expect((await ask('zuid', { headers: { 'content-type': 'application/json' } })).json.error).toBe('invalid_request');
  expect((await ask('zuid', { form: { grant_type: 'client_credentials' } })).json.error).toBe('unsupported_grant_type');
  expect((await ask('zuid', { form: { client_assertion_type: 'x' } })).json.error).toBe('invalid_client');
});

test('an authorization base opens the data of its notification', async () => {
  const { token, base } = await offered(simulators);
  expect((await call(simulators, `${base}/Condition`, { token })).status).toBe(200);
});
test.each<[string, Record<string, string>]>([
  ['altered', { authorizationBase: 'bm90LWEtYmFzZQ==' }], ['of another organisation', { sub: '90000055' }], ['of another patient', { patient: '999990007' }],
])('an authorization base that is %s gives no token', async (_name, claims) => {
  const { grant } = simulators.notification({ receiverUra: '90000011' });
  expect(await askToken(simulators, 'west', { authorizationBase: grant.authorizationBase!, patient: grant.patientBsn, ...claims })).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
});
test('a cancelled notification, and one whose period has ended, give no token', async () => {
  const { grant } = simulators.notification({ receiverUra: '90000011' });
  const claims = { authorizationBase: grant.authorizationBase! };
  await clock.advance(31 * 86_400_000);
  expect((await askToken(simulators, 'west', claims)).json.error_description).toContain('period');
  simulators.kernel.settings.store.put('grants', grant.identifier, { ...grant, cancelledAt: clock.now() });
  expect((await askToken(simulators, 'west', claims)).json.error_description).toContain('cancelled');
});
test('without a base the patient and the receiver lead to the notification', async () => {
  const { grant } = simulators.notification({ receiverUra: '90000011', authorizationBase: false });
  expect((await askToken(simulators, 'west', { patient: grant.patientBsn })).status).toBe(200);
  expect((await askToken(simulators, 'west', { patient: grant.patientBsn, sub: '90000055' })).json.error).toBe('invalid_grant');
});
test('a token stands in the store as a grant, with the base behind it', async () => {
  const { composed, token } = await offered(simulators);
  expect(simulators.kernel.settings.store.get('grants', token)).toMatchObject({ kind: 'token', by: 'harness', purpose: 'pull', authorizationBase: composed.grant.authorizationBase, organisation: '90000011' });
});
test('a token of another node, an expired one and none at all open nothing', async () => {
  const { token, base } = await offered(simulators);
  const other = (await askToken(simulators, 'zuid')).json.access_token;
  for (const wrong of [undefined, other, 'forged']) {
    expect(await call(simulators, `${base}/Condition`, { token: wrong })).toMatchObject({ status: 401, json: { resourceType: 'OperationOutcome' }, headers: { 'www-authenticate': expect.stringContaining('invalid_token') } });
  }
  await clock.advance(300_000);
  expect((await call(simulators, `${base}/Condition`, { token })).status).toBe(401);
});
