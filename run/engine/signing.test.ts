import { decodeJwt, decodeProtectedHeader, jwtVerify, importJWK } from 'jose';
import type { JWK } from 'jose';
import { beforeAll, expect, test } from 'vitest';
import { makeSigningKey } from '../../fixtures/pki/signing-keys.ts';
import { signingTools, type SigningSettings } from './signing.ts';

const key = makeSigningKey('harness-receiver', 'ES256');
const now = Date.UTC(2026, 10, 24, 9);
const settings: SigningSettings = {
  clock: { now: () => now } as SigningSettings['clock'], algorithm: 'ES256', key: () => key, issuer: (ura) => `https://ons.example/${ura}`, clientId: undefined,
  clientAudience: 'token-endpoint', authorizationServer: (endpoint) => new URL(endpoint).origin, scope: 'bgz',
};
const request = { party: 'harness-receiver', ura: '90000022', tokenEndpoint: 'https://xis.example/oauth/token' } as const;
const read = (body: string) => {
  const form = new URLSearchParams(body);
  return { client: form.get('client_assertion')!, grant: form.get('assertion')!, scope: form.get('scope') };
};
let verify: (token: string) => Promise<unknown>;
beforeAll(async () => {
  const open = await importJWK(key.publicJwk as JWK, 'ES256');
  verify = (token) => jwtVerify(token, open, { currentDate: new Date(now) });
});

test('a right request: both assertions verify, each has its own audience, and the base goes in as it was', async () => {
  const { client, grant, scope } = read(await signingTools(settings, {}).tokenRequest({ ...request, patientBsn: '999990019', authorizationBase: 'Ab==' }));
  await verify(client);
  await verify(grant);
  expect(decodeJwt(client)).toMatchObject({ iss: 'https://ons.example/90000022', sub: 'https://ons.example/90000022', aud: 'https://xis.example/oauth/token' });
  expect(decodeJwt(grant)).toMatchObject({ sub: '90000022', aud: 'https://xis.example', patient: '999990019', user_role: '01.015', authorization_base: 'Ab==' });
  expect(scope).toBe('bgz');
});
test('the claim decides client id and audience', async () => {
  const { client } = read(await signingTools({ ...settings, clientId: 'toetssteen', clientAudience: 'authorization-server' }, {}).tokenRequest(request));
  expect(decodeJwt(client)).toMatchObject({ sub: 'toetssteen', aud: 'https://xis.example' });
});
test('an empty base is no base, and no patient means no user either', async () => {
  const { grant } = read(await signingTools(settings, {}).tokenRequest({ ...request, authorizationBase: '' }));
  expect(Object.keys(decodeJwt(grant)).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sub']);
});
test('a spoiled assertion is wrong and the other stays right; it is not what a replay repeats', async () => {
  const memory: Record<string, any> = {};
  const tools = signingTools(settings, memory);
  const right = await tools.tokenRequest(request);
  const { client, grant } = read(await tools.tokenRequest({ ...request, spoil: 'grant-assertion-alg-none' }));
  await verify(client);
  expect(decodeProtectedHeader(grant).alg).toBe('none');
  expect(memory.lastTokenRequest).toBe(right);
});
test('a replay repeats both assertions, or one of them beside a fresh other one', async () => {
  const tools = signingTools(settings, {});
  const first = await tools.tokenRequest(request);
  const again = (replayOf: 'both' | 'client' | 'grant') => tools.tokenRequest({ ...request, spoil: 'client-assertion-replayed', replayOf });
  expect(await again('both')).toBe(first);
  const client = read(await again('client'));
  expect([client.client === read(first).client, client.grant === read(first).grant]).toEqual([true, false]);
  const grant = read(await again('grant'));
  expect([grant.client === read(first).client, grant.grant === read(first).grant]).toEqual([false, true]);
});
test('what cannot be replayed, or no longer, is not sent: neither a refusal nor a token would show anything', async () => {
  let at = now;
  const tools = signingTools({ ...settings, clock: { now: () => at } as SigningSettings['clock'] }, {});
  const again = (replayOf: 'both' | 'client' | 'grant') => tools.tokenRequest({ ...request, spoil: 'client-assertion-replayed', replayOf });
  await expect(again('both')).rejects.toThrow('needs an earlier right token request');
  const first = await tools.tokenRequest(request);
  at = now + 59_000;
  expect(await again('both')).toBe(first);
  at = now + 60_000;
  for (const [which, name] of [['both', 'client_assertion'], ['client', 'client_assertion'], ['grant', 'assertion']] as const) await expect(again(which)).rejects.toThrow(`The ${name} to replay has expired`);
  await tools.tokenRequest(request);
  expect(await tools.tokenRequest({ ...request, spoil: 'client-assertion-replayed' })).toBe(await again('both'));
});
test('a stimulus that is not about assertions leaves both right', async () => {
  const { client, grant } = read(await signingTools(settings, {}).tokenRequest({ ...request, spoil: 'authorization-base-altered' }));
  await verify(client);
  await verify(grant);
});
