import type { Exchange } from '../../model/exchange.ts';
import { isObject, type Json } from './body.ts';
import { formOf } from './form.ts';

export interface Jwt { readonly header: Json; readonly claims: Json; readonly compact: string }
export type AssertionName = 'client_assertion' | 'assertion';

/** Reads a compact JWS without verifying it; null when it is none. */
export function decodeJwt(compact: string): Jwt | null {
  const parts = compact.split('.');
  if (parts.length !== 3) return null;
  const header = jsonPart(parts[0]!);
  const claims = jsonPart(parts[1]!);
  return header === null || claims === null ? null : { header, claims, compact };
}
function jsonPart(part: string): Json | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isObject(value) ? value : null;
  } catch { return null; }
}

/** An assertion of a token request: the JWT, `malformed`, or null when the parameter is absent. */
export function assertionOf(exchange: Exchange, name: AssertionName): Jwt | 'malformed' | null {
  const compact = formOf(exchange).get(name);
  if (compact === undefined || compact === '') return null;
  return decodeJwt(compact) ?? 'malformed';
}
/** Claims of the authorization grant assertion, or null. */
export function grantClaims(exchange: Exchange): Json | null {
  const jwt = assertionOf(exchange, 'assertion');
  return jwt === null || jwt === 'malformed' ? null : jwt.claims;
}
