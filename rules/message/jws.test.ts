import { constants, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import type { JsonWebKeyLike } from '../../model/rule.ts';
import { jwt } from '../testing.ts';
import { isAsymmetric, isRefused, verifiesWith } from './jws.ts';
import { decodeJwt } from './jwt.ts';

const pairs = {
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }), p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }), p521: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }), ed: generateKeyPairSync('ed25519'), k256: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
};
type Name = keyof typeof pairs;
const jwk = (name: Name, kid?: string) => ({ ...pairs[name].publicKey.export({ format: 'jwk' }), ...(kid !== undefined && { kid }) }) as unknown as JsonWebKeyLike;
const options = (alg: string, key: KeyObject): Parameters<typeof sign>[2] => (alg.startsWith('ES') ? { key, dsaEncoding: 'ieee-p1363' }
  : alg.startsWith('PS') ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : { key });
function signed(alg: string, name: Name, header: object = {}) {
  const unsigned = jwt({ alg, ...header }, { sub: 'c' }, '').slice(0, -1);
  const digest = alg.startsWith('Ed') ? null : `sha${alg.slice(2, 5)}`;
  return decodeJwt(`${unsigned}.${sign(digest, Buffer.from(unsigned), options(alg, pairs[name].privateKey)).toString('base64url')}`)!;
}
const known: readonly (readonly [string, Name])[] = [
  ['ES256', 'p256'], ['ES384', 'p384'], ['ES512', 'p521'], ['PS256', 'rsa'], ['PS384', 'rsa'], ['PS512', 'rsa'], ['RS256', 'rsa'], ['RS384', 'rsa'], ['RS512', 'rsa'], ['EdDSA', 'ed'], ['Ed25519', 'ed'], ['ES256K', 'k256'],
];
test.each(known)('%s verifies with its own key and with no other kind', (alg, name) => {
  expect(isAsymmetric(alg)).toBe(true);
  expect(verifiesWith(signed(alg, name), [jwk(name)])).toBe(true);
  const others = (['p256', 'rsa', 'ed'] as const).filter((one) => jwk(one).kty !== jwk(name).kty);
  expect(verifiesWith(signed(alg, name), others.map((one) => jwk(one)))).toBe(false);
  const cut = signed(alg, name);
  expect(verifiesWith({ ...cut, compact: cut.compact.replace('.', 'A.') }, [jwk(name)])).toBe(false);
});
test('none and shared secrets are refused by rule, what is not known is not', () => {
  for (const alg of ['none', 'HS256', 'hs512', undefined, 7]) expect(isRefused(alg), String(alg)).toBe(true);
  for (const alg of ['ES256', 'ML-DSA-65', 'HSM', 'XHS256']) expect(isRefused(alg), alg).toBe(false);
});
test('a signature by another algorithm of the same key does not verify', () => {
  for (const [alg, other] of [['PS256', 'RS256'], ['RS256', 'PS256'], ['PS256', 'PS384'], ['RS256', 'RS512']] as const) {
    const real = signed(alg, 'rsa');
    expect(verifiesWith({ ...real, header: { alg: other } }, [jwk('rsa')]), `${alg} as ${other}`).toBe(false);
  }
});
test('the key that the kid names is the one; without such a key any may do', () => {
  const one = signed('ES512', 'p521', { kid: 'k1' });
  expect(verifiesWith(one, [jwk('p256', 'k1'), jwk('p521', 'k2')])).toBe(false);
  expect(verifiesWith(one, [jwk('p256', 'k3'), jwk('p521', 'k2')])).toBe(true);
  expect(verifiesWith(one, [jwk('p256', 'k1'), jwk('p521', 'k1')])).toBe(true);
  expect(verifiesWith(signed('ES512', 'p521'), [jwk('p256'), jwk('p521', 'k2')])).toBe(true);
  expect(verifiesWith(one, [])).toBe(false);
});
test('no algorithm, a shared secret, and a broken key verify nothing and throw nothing', () => {
  for (const alg of [undefined, 7, 'none', 'HS256', 'toString', 'XES256', '']) {
    expect(isAsymmetric(String(alg))).toBe(false);
    const unsigned = jwt({ ...(alg !== undefined && { alg }) }, {}, '').slice(0, -1);
    expect(verifiesWith(decodeJwt(`${unsigned}.${createHmac('sha256', 'x').update(unsigned).digest('base64url')}`)!, [jwk('rsa')])).toBe(false);
  }
  expect(verifiesWith(signed('ES256', 'p256'), [{ kty: 'EC', crv: 'P-256', x: '!', y: '' }])).toBe(false);
});
