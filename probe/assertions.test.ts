import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import type { JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { makeSigningKey } from '../fixtures/pki/signing-keys.ts';
import { clientAssertion, grantAssertion } from './assertions.ts';
import type { GrantOptions } from './assertions.ts';

const now = Date.UTC(2026, 10, 24, 9, 0, 0, 500);
const options = (alg: 'ES256' | 'ES512' | 'PS256'): GrantOptions & { readonly publicJwk: JWK } => {
  const key = makeSigningKey('harness-receiver', alg);
  return { issuer: 'https://as.example', subject: '90000022', audience: 'https://xis.example/token', key, publicJwk: key.publicJwk as JWK, alg, now };
};

describe('assertions', () => {
  it.each(['ES256', 'ES512', 'PS256'] as const)('%s: verify with the public key and hold the claims', async (alg) => {
    const given = options(alg);
    const key = await importJWK(given.publicJwk, alg);
    const check = { audience: given.audience, issuer: given.issuer, algorithms: [alg], typ: 'JWT', currentDate: new Date(now) };
    const client = await jwtVerify(await clientAssertion({ ...given, subject: 'client-1', jti: 'j-1' }), key, check);
    expect(client.payload).toEqual({ iss: given.issuer, sub: 'client-1', aud: given.audience, jti: 'j-1', iat: Math.floor(now / 1000), exp: Math.floor(now / 1000) + 60 });
    expect(client.protectedHeader).toEqual({ typ: 'JWT', alg, kid: given.key.kid });
    const grant = await jwtVerify(await grantAssertion({ ...given, lifetimeSeconds: 5, patient: '999990019', userId: 'u', userRole: '01.015', authorizationBase: 'abc' }), key, check);
    expect(grant.payload).toMatchObject({ sub: '90000022', patient: '999990019', user_id: 'u', user_role: '01.015', authorization_base: 'abc', exp: Math.floor(now / 1000) + 5 });
  });
  it('leaves out what is not given, and never repeats a jti', async () => {
    const given = options('ES256');
    const key = await importJWK(given.publicJwk, 'ES256');
    const claims = async (token: string) => (await jwtVerify(token, key, { currentDate: new Date(now) })).payload;
    const one = await claims(await grantAssertion({ ...given, authorizationBase: null }));
    const two = await claims(await grantAssertion(given));
    expect(Object.keys(one).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'sub']);
    expect(one.jti).not.toBe(two.jti);
  });
  it('does not leak the private key into the header', async () => {
    expect(Object.keys(decodeProtectedHeader(await clientAssertion(options('ES256'))))).toEqual(['typ', 'alg', 'kid']);
  });
});
