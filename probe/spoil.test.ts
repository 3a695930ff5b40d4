import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader, exportSPKI, importJWK, jwtVerify } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSigningKey } from '../fixtures/pki/signing-keys.ts';
import { assertionStimuli, rightParts, spoil } from './spoil.ts';
import type { AssertionStimulus, TokenParts } from './spoil.ts';
import type { AssertionAlgorithm } from './assertions.ts';

const now = Date.UTC(2026, 10, 24, 9);
const endpoint = 'https://xis.example/token';
const server = 'https://xis.example';

/** What a careful authorization server finds wrong: the names of all failing checks. */
async function faults(token: string, publicJwk: JWK, alg: AssertionAlgorithm, audience: string): Promise<string[]> {
  const found: string[] = [];
  const header = decodeProtectedHeader(token);
  const claims = decodeJwt(token);
  if (header.alg !== alg) found.push(`alg ${header.alg}`);
  if (header.typ !== 'JWT' || header.kid !== publicJwk.kid) found.push('header');
  const signature = await compactVerify(token, createLocalJWKSet({ keys: [publicJwk] }), { algorithms: [alg] }).then(() => true, () => false);
  if (!signature) found.push('signature');
  if (claims.aud !== audience) found.push('aud');
  if (claims.exp! * 1000 <= now) found.push('exp');
  if (claims.iat! * 1000 > now || claims.exp! - claims.iat! !== 60) found.push('lifetime');
  if (claims.iss !== 'https://as.example' || !claims.sub || !claims.jti) found.push('claims');
  return found;
}
const expected: Record<AssertionStimulus, string[]> = {
  'client-assertion-expired': ['exp'], 'client-assertion-wrong-audience': ['aud'], 'client-assertion-forged': ['signature'],
  'client-assertion-alg-none': ['alg none', 'signature'], 'client-assertion-hmac': ['alg HS256', 'signature'],
  'grant-assertion-expired': ['exp'], 'grant-assertion-wrong-audience': ['aud'], 'grant-assertion-forged': ['signature'],
  'grant-assertion-alg-none': ['alg none', 'signature'], 'grant-assertion-hmac': ['alg HS256', 'signature'],
};

describe.each(['ES256', 'ES512', 'PS256'] as const)('spoil with %s', (alg) => {
  const key = makeSigningKey('harness-receiver', alg);
  const publicJwk = key.publicJwk as JWK;
  let right: TokenParts;
  beforeAll(async () => {
    const common = { issuer: 'https://as.example', key, alg, now };
    right = await rightParts({ ...common, subject: 'client-1', audience: endpoint }, { ...common, subject: '90000022', audience: server, patient: '999990019', authorizationBase: 'abc' });
  });
  const judged = async (parts: TokenParts) => ({
    client: await faults(parts.clientAssertion, publicJwk, alg, endpoint), grant: await faults(parts.grantAssertion, publicJwk, alg, server),
  });

  it('starts from assertions without fault', async () => { expect(await judged(right)).toEqual({ client: [], grant: [] }); });
  it.each(assertionStimuli)('%s: that alone is wrong', async (stimulus) => {
    const parts = await spoil(stimulus, right);
    const side = stimulus.startsWith('client') ? 'client' : 'grant';
    expect(await judged(parts)).toEqual({ client: [], grant: [], [side]: expected[stimulus] });
    expect(decodeJwt(parts.grantAssertion)).toMatchObject({ sub: '90000022', patient: '999990019', authorization_base: 'abc' });
  });
  it('makes an HMAC that a server that takes the public key for a secret would accept', async () => {
    const parts = await spoil('client-assertion-hmac', right);
    const pem = await exportSPKI((await importJWK(publicJwk, alg, { extractable: true })) as CryptoKey);
    const { payload } = await jwtVerify(parts.clientAssertion, new TextEncoder().encode(pem), { algorithms: ['HS256'], currentDate: new Date(now) });
    expect(payload.sub).toBe('client-1');
  });
});

describe('spoil', () => {
  it('says what it does not do', async () => {
    const key = makeSigningKey('x', 'ES256');
    const common = { issuer: 'i', subject: 's', audience: 'a', key, alg: 'ES256', now } as const;
    const parts = await rightParts(common, common);
    for (const name of ['no-token', 'client-assertion-replayed'] as const) await expect(spoil(name, parts)).rejects.toThrow('not about assertions');
  });
});
