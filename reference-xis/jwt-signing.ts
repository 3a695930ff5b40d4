import { createHmac, randomUUID } from 'node:crypto';
import { SignJWT, UnsecuredJWT, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import type { Behaviour } from './behaviour.ts';
import type { SigningIdentity } from './config.ts';

export interface Signer {
  readonly publicJwk: JWK;
  /** A JWT with these claims, `jti` added. */
  sign(claims: JWTPayload, kind: 'client' | 'grant'): Promise<string>;
}

/** The identity that a variant asks: the configured one when its algorithm fits, else a new one. */
export async function identityFor(configured: SigningIdentity, behaviour: Behaviour): Promise<SigningIdentity> {
  const wanted = behaviour.active.find((variant) => variant.signing)?.signing;
  if (!wanted || wanted === configured.alg) return configured;
  const pair = await generateKeyPair(wanted, { extractable: true });
  return { privateJwk: await exportJWK(pair.privateKey), alg: wanted };
}

/** Signs assertions with the key of this side (twiin.md 4.3: typ JWT, kid, asymmetric alg). */
export async function openSigner(identity: SigningIdentity, behaviour: Behaviour): Promise<Signer> {
  const kid = identity.privateJwk.kid ?? await calculateJwkThumbprint(identity.privateJwk);
  const key = await importJWK(identity.privateJwk, identity.alg);
  const stranger = behaviour.defect('signs-unregistered-key') ? (await generateKeyPair(identity.alg)).privateKey : undefined;
  const firstJti = randomUUID();

  return {
    publicJwk: { ...publicPart(identity.privateJwk), kid, alg: identity.alg, use: 'sig' },
    async sign(claims, kind) {
      const payload = { ...claims, ...jti() };
      const typ = behaviour.defect('typ-missing') ? {} : { typ: behaviour.defect('typ-other') ? 'at+jwt' : 'JWT' };
      if (behaviour.defect('signs-none')) return new UnsecuredJWT(payload).encode();
      if (behaviour.defect('signs-hs256')) return hmacJwt({ ...typ, alg: 'HS256', kid }, payload);
      const jwt = await new SignJWT(payload).setProtectedHeader({ ...typ, alg: identity.alg, kid }).sign(stranger ?? key);
      return behaviour.defect('signs-damaged') && kind === 'client' ? damaged(jwt) : jwt;
    },
  };

  function jti(): { jti?: string } {
    if (behaviour.defect('jti-missing')) return {};
    return { jti: behaviour.defect('jti-reused') ? firstJti : randomUUID() };
  }
}

function publicPart(jwk: JWK): JWK {
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, key_ops: _ops, ext: _ext, ...rest } = jwk;
  return rest;
}
function hmacJwt(header: object, payload: object): string {
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createHmac('sha256', 'shared secret').update(text).digest('base64url')}`;
}
function damaged(jwt: string): string {
  const [header, payload, signature] = jwt.split('.') as [string, string, string];
  const bytes = Buffer.from(signature, 'base64url');
  bytes[0] = bytes[0]! ^ 0xff;
  return `${header}.${payload}.${bytes.toString('base64url')}`;
}
