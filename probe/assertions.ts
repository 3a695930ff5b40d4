import { randomUUID } from 'node:crypto';
import type { CryptoKey, JWK } from 'jose';

export type AssertionAlgorithm = 'ES256' | 'ES512' | 'PS256';
/** A party's signing key; `privateJwk` as in `pki.signingKey`. */
export interface AssertionKey { readonly kid: string; readonly privateJwk: JWK | { readonly kty: string; readonly [member: string]: unknown } }

export interface AssertionOptions {
  readonly issuer: string;
  /** Client assertion: the client id. Grant assertion: URA of the initiating care provider, 8 digits. */
  readonly subject: string;
  readonly audience: string;
  readonly key: AssertionKey;
  readonly alg: AssertionAlgorithm;
  /** Milliseconds since the epoch; `iat` counts from here. */
  readonly now: number;
  /** Default 60. */
  readonly lifetimeSeconds?: number;
  /** Default: a fresh UUID. */
  readonly jti?: string;
}
export interface GrantOptions extends AssertionOptions {
  /** BSN of the patient. */
  readonly patient?: string;
  readonly userId?: string;
  readonly userRole?: string;
  /** As received in the Task, unchanged. */
  readonly authorizationBase?: string | null;
}
export interface AssertionHeader { readonly typ: 'JWT'; readonly alg: string; readonly kid: string }
export type AssertionClaims = Readonly<Record<string, string | number>>;

/** Says who the client is: RFC 7523 section 2.2; Twiin TTA A&A (twiin.md 4.3). Compact JWS. */
export function clientAssertion(options: AssertionOptions): Promise<string> {
  return sign(options, clientClaims(options));
}
/** Says for whom, for which patient and on what ground access is asked: RFC 7523 section 2.1; twiin.md 4.3. Compact JWS. */
export function grantAssertion(options: GrantOptions): Promise<string> {
  return sign(options, grantClaims(options));
}

export function headerOf(options: AssertionOptions): AssertionHeader {
  return { typ: 'JWT', alg: options.alg, kid: options.key.kid };
}
export function clientClaims(options: AssertionOptions): AssertionClaims {
  const iat = Math.floor(options.now / 1000);
  return {
    iss: options.issuer, sub: options.subject, aud: options.audience, jti: options.jti ?? randomUUID(),
    iat, exp: iat + (options.lifetimeSeconds ?? 60),
  };
}
export function grantClaims(options: GrantOptions): AssertionClaims {
  return {
    ...clientClaims(options),
    ...(options.patient === undefined ? {} : { patient: options.patient }),
    ...(options.userId === undefined ? {} : { user_id: options.userId }),
    ...(options.userRole === undefined ? {} : { user_role: options.userRole }),
    ...(options.authorizationBase === undefined || options.authorizationBase === null ? {} : { authorization_base: options.authorizationBase }),
  };
}

async function sign(options: AssertionOptions, claims: AssertionClaims): Promise<string> {
  const { SignJWT } = await import('jose');
  return new SignJWT({ ...claims }).setProtectedHeader({ ...headerOf(options) }).sign(await imported(options));
}

/** RSA keys cost milliseconds to import; a key object is imported once. */
const imports = new WeakMap<object, Promise<CryptoKey | Uint8Array>>();
function imported(options: AssertionOptions): Promise<CryptoKey | Uint8Array> {
  const { privateJwk } = options.key;
  const known = imports.get(privateJwk);
  if (known) return known;
  // Loaded at the first signature: simulators start without it.
  const key = import('jose').then(({ importJWK }) => importJWK(privateJwk as JWK, options.alg));
  imports.set(privateJwk, key);
  return key;
}
