import { constants, createPublicKey, verify, type JsonWebKeyInput } from 'node:crypto';
import type { JsonWebKeyLike } from '../../model/rule.ts';
import type { Jwt } from './jwt.ts';

/** JWS algorithm: digest, key type and padding (RFC 7518, RFC 8037, RFC 8812, RFC 9864). Asymmetric ones only. */
interface Algorithm { readonly digest: string | null; readonly kty: 'EC' | 'RSA' | 'OKP'; readonly pss?: boolean }
const algorithms: Readonly<Record<string, Algorithm>> = {
  ES256: { digest: 'sha256', kty: 'EC' }, ES256K: { digest: 'sha256', kty: 'EC' }, ES384: { digest: 'sha384', kty: 'EC' }, ES512: { digest: 'sha512', kty: 'EC' },
  PS256: { digest: 'sha256', kty: 'RSA', pss: true }, PS384: { digest: 'sha384', kty: 'RSA', pss: true }, PS512: { digest: 'sha512', kty: 'RSA', pss: true },
  RS256: { digest: 'sha256', kty: 'RSA' }, RS384: { digest: 'sha384', kty: 'RSA' }, RS512: { digest: 'sha512', kty: 'RSA' },
  EdDSA: { digest: null, kty: 'OKP' }, Ed25519: { digest: null, kty: 'OKP' }, Ed448: { digest: null, kty: 'OKP' },
};
/** An algorithm that is refused by rule: none, or a shared secret. What is neither known nor refused cannot be verified here. */
export function isRefused(alg: unknown): boolean { return typeof alg !== 'string' || /^(none|HS\d*)$/i.test(alg); }
export function isAsymmetric(alg: string): boolean { return Object.hasOwn(algorithms, alg); }

/** True when one of the keys verifies the signature: the key named by `kid` when it is registered, else any of them. */
export function verifiesWith(jwt: Jwt, keys: readonly JsonWebKeyLike[]): boolean {
  const alg = jwt.header.alg;
  if (typeof alg !== 'string' || !isAsymmetric(alg)) return false;
  const named = keys.filter((key) => key.kid !== undefined && key.kid === jwt.header.kid);
  return (named.length > 0 ? named : keys).some((key) => verifies(jwt, algorithms[alg]!, key));
}
function verifies(jwt: Jwt, algorithm: Algorithm, jwk: JsonWebKeyLike): boolean {
  if (jwk.kty !== algorithm.kty) return false;
  const end = jwt.compact.lastIndexOf('.');
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' } as JsonWebKeyInput);
    const options = algorithm.kty === 'EC' ? { key, dsaEncoding: 'ieee-p1363' as const }
      : algorithm.pss === true ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : { key };
    return verify(algorithm.digest, Buffer.from(jwt.compact.slice(0, end)), options, Buffer.from(jwt.compact.slice(end + 1), 'base64url'));
  } catch { return false; }
}
