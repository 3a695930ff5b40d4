import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import type { JsonWebKeyLike } from '../../model/rule.ts';
import { headerOf, payloadUnderOneOf } from './assertion-signature.ts';

async function signer(alg: string): Promise<{ jwk: JsonWebKeyLike; jwt: string }> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { jwk: await exportJWK(publicKey) as JsonWebKeyLike, jwt: await new SignJWT({ sub: alg }).setProtectedHeader({ alg, kid: 'k' }).sign(privateKey) };
}

test('the header of a compact JWS, and null for anything else', async () => {
  expect(headerOf((await signer('ES256')).jwt)).toEqual({ alg: 'ES256', kid: 'k' });
  for (const text of ['', 'a', 'a.b.c', '{}']) expect(headerOf(text)).toBeNull();
});
test('the key that fits is found among others; a key for another algorithm or an altered token gives nothing', async () => {
  const [mine, other] = [await signer('ES256'), await signer('ES256')];
  expect(JSON.parse(new TextDecoder().decode((await payloadUnderOneOf(mine.jwt, [other.jwk, mine.jwk], 'ES256'))!))).toEqual({ sub: 'ES256' });
  expect(await payloadUnderOneOf(mine.jwt, [other.jwk], 'ES256')).toBeNull();
  expect(await payloadUnderOneOf(mine.jwt, [{ ...mine.jwk, alg: 'ES512' }], 'ES256')).toBeNull();
  const [head, , signature] = mine.jwt.split('.') as [string, string, string];
  expect(await payloadUnderOneOf([head, Buffer.from('{"sub":"x"}').toString('base64url'), signature].join('.'), [mine.jwk], 'ES256')).toBeNull();
});
