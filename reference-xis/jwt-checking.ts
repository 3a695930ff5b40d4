import { createHmac, createPublicKey, timingSafeEqual } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import type { JWK, JWTPayload, ProtectedHeaderParameters } from 'jose';
import type { Behaviour } from './behaviour.ts';
import { signingAlgorithms } from './config.ts';
import type { Partner } from './config.ts';

/** An assertion that was accepted: its claims, and the registered clients whose key verifies it. */
export interface Checked { readonly ok: true; readonly claims: JWTPayload; readonly partners: readonly Partner[] }
export interface Refused { readonly ok: false; readonly why: string }

export interface CheckOptions {
  readonly partners: readonly Partner[];
  readonly audiences: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly behaviour: Behaviour;
  readonly kind: 'client' | 'grant';
}

/** Checks an assertion by RFC 7523 section 3: signature by a registered key, algorithm, audience, expiry, required claims. */
export async function checkAssertion(jwt: string, options: CheckOptions): Promise<Checked | Refused> {
  const parts = decode(jwt);
  if (!parts) return no('it is not a JWT in compact form');
  const { header, claims } = parts;
  if (header.typ !== undefined && header.typ.toUpperCase() !== 'JWT') return no('header typ is not JWT');
  const signers = await signersOf(jwt, header, options);
  if (!signers.ok) return signers;
  const partners = signers.partners.filter((partner) => partner.issuer === undefined || partner.issuer === claims.iss);
  if (partners.length === 0) return no('iss is not the issuer registered for this key');
  for (const name of ['iss', 'sub'] as const) if (typeof claims[name] !== 'string' || claims[name] === '') return no(`claim ${name} is missing`);
  if (!hasAudience(claims, options)) return no(`aud is neither ${options.audiences.join(' nor ')}`);
  if (!isFresh(claims, options)) return no('exp is missing or past');
  return { ok: true, claims, partners };
}
const no = (why: string): Refused => ({ ok: false, why });

function decode(jwt: string): { readonly header: ProtectedHeaderParameters; readonly claims: JWTPayload } | undefined {
  try { return { header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) }; } catch { return undefined; }
}
function hasAudience(claims: JWTPayload, { audiences, behaviour }: CheckOptions): boolean {
  if (behaviour.defect('as-audience-unchecked')) return true;
  const given = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  return given.some((audience) => typeof audience === 'string' && audiences.includes(audience.replace(/\/$/, '')));
}
function isFresh(claims: JWTPayload, { now, behaviour }: CheckOptions): boolean {
  if (behaviour.defect('as-exp-unchecked')) return true;
  if (typeof claims.exp !== 'number' || claims.exp * 1000 <= now) return false;
  return typeof claims.nbf !== 'number' || claims.nbf * 1000 <= now + 60_000;
}

async function signersOf(jwt: string, header: ProtectedHeaderParameters, options: CheckOptions): Promise<{ readonly ok: true; readonly partners: readonly Partner[] } | Refused> {
  const { partners, behaviour } = options;
  const named = partners.filter((partner) => keysFor(partner, header).length > 0);
  if (behaviour.defect('as-signature-unchecked')) return { ok: true, partners: claimedBy(jwt, named.length > 0 ? named : partners) };
  if (behaviour.defect('as-grant-signature-unchecked') && options.kind === 'grant') return { ok: true, partners };
  if (behaviour.defect('as-accepts-none') && header.alg === 'none') return { ok: true, partners: claimedBy(jwt, partners) };
  if (behaviour.defect('as-accepts-hmac') && header.alg === 'HS256') {
    return { ok: true, partners: partners.filter((partner) => partner.keys.some((key) => hmacFits(jwt, key))) };
  }
  const alg = signingAlgorithms.find((allowed) => allowed === header.alg);
  if (!alg) return no(`alg ${header.alg ?? '(none)'} is not one of ${signingAlgorithms.join(', ')}`);
  if (behaviour.defect('as-accepts-embedded-key') && (header.jwk || named.length > 0)) return { ok: true, partners: claimedBy(jwt, named.length > 0 ? named : partners) };
  const signers: Partner[] = [];
  for (const partner of partners) {
    for (const key of keysFor(partner, header)) {
      if (await verifies(jwt, key, alg)) { signers.push(partner); break; }
    }
  }
  return signers.length > 0 ? { ok: true, partners: signers } : no('no registered key verifies the signature');
}

/** Registered keys that a header may mean: those with its kid, or all of them when it names none. */
function keysFor(partner: Partner, header: ProtectedHeaderParameters): readonly JWK[] {
  return partner.keys.filter((key) => (header.kid === undefined || key.kid === undefined || key.kid === header.kid) && (key.alg === undefined || key.alg === header.alg));
}
/** For defects: whoever the assertion itself says it comes from. */
function claimedBy(jwt: string, partners: readonly Partner[]): readonly Partner[] {
  const claims = decode(jwt)?.claims;
  const meant = partners.filter((partner) => partner.ura === claims?.sub || (partner.issuer !== undefined && partner.issuer === claims?.iss));
  return meant.length > 0 ? meant : partners;
}
async function verifies(jwt: string, jwk: JWK, alg: string): Promise<boolean> {
  try {
    await compactVerify(jwt, await importJWK(jwk, alg), { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}
/** The classic confusion: any published spelling of the public key serves as the secret. */
function hmacFits(jwt: string, jwk: JWK): boolean {
  const [header, payload, signature] = jwt.split('.') as [string, string, string];
  return publicSpellings(jwk).some((secret) => {
    const made = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
    const given = Buffer.from(signature, 'base64url');
    return given.length === made.length && timingSafeEqual(given, made);
  });
}
function publicSpellings(jwk: JWK): readonly (string | Buffer)[] {
  const spellings: (string | Buffer)[] = [JSON.stringify(jwk)];
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    const pem = key.export({ type: 'spki', format: 'pem' }).toString();
    spellings.push(pem, pem.trim(), key.export({ type: 'spki', format: 'der' }));
    if (jwk.x) spellings.push(jwk.x, Buffer.from(jwk.x, 'base64url'));
    if (jwk.n) spellings.push(jwk.n, Buffer.from(jwk.n, 'base64url'));
    const { kid: _kid, alg: _alg, use: _use, ...bare } = jwk;
    spellings.push(JSON.stringify(bare));
  } catch { /* a key that cannot be read has no other spelling */ }
  return spellings;
}
