import { createHmac, randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import type { Clock } from '../../model/clock.ts';
import type { StimulusName } from '../../model/stimulus.ts';
import type { SigningTools } from './test-case.ts';

export interface SigningKeyOf { (party: string): { readonly kid: string; readonly privateJwk: Record<string, unknown>; readonly publicJwk: Record<string, unknown> } }
export interface SigningSettings {
  readonly clock: Clock;
  readonly algorithm: 'ES256' | 'ES512' | 'PS256';
  readonly key: SigningKeyOf;
  /** A key that nobody registered. */
  readonly strangerKey: Record<string, unknown>;
  readonly issuer: (ura: string) => string;
  readonly clientId: string | undefined;
  readonly clientAudience: 'token-endpoint' | 'authorization-server';
  readonly authorizationServer: (tokenEndpoint: string) => string;
  readonly scope: string | undefined;
}
const lifetimeSeconds = 60;

/**
 * Token requests of our own clients (twiin.md 4.2, 4.3), right ones and, for a named stimulus, ones in which exactly
 * that is wrong. `memory` keeps the last right assertions of a case, for the replay.
 */
export function signingTools(settings: SigningSettings, memory: Record<string, any>): SigningTools {
  return {
    tokenRequest: async (options) => {
      const key = settings.key(options.party);
      const authorizationServer = options.authorizationServer ?? settings.authorizationServer(options.tokenEndpoint);
      const issuer = settings.issuer(options.ura);
      const now = Math.floor(settings.clock.now() / 1000);
      const common = { iss: issuer, iat: now, exp: now + lifetimeSeconds };
      const client = {
        ...common, sub: settings.clientId ?? issuer, jti: randomUUID(),
        aud: settings.clientAudience === 'token-endpoint' ? options.tokenEndpoint : authorizationServer,
      };
      const grant = {
        ...common, sub: options.ura, aud: authorizationServer, jti: randomUUID(),
        ...(options.patientBsn === undefined ? {} : { patient: options.patientBsn, user_id: '900000009', user_role: '01.015' }),
        ...(options.authorizationBase ? { authorization_base: options.authorizationBase } : {}),
      };
      const body = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: await sign(grant, 'grant-assertion', options.spoil, key, settings),
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await sign(client, 'client-assertion', options.spoil, key, settings),
        ...(settings.scope === undefined ? {} : { scope: settings.scope }),
      }).toString();
      if (options.replayOf !== undefined && memory.lastTokenRequest !== undefined) return replay(body, memory.lastTokenRequest as string, options.replayOf);
      if (options.spoil === undefined) memory.lastTokenRequest = body;
      return body;
    },
  };
}
/** A new request in which one assertion, or both, are those of an earlier one. */
function replay(fresh: string, earlier: string, which: 'both' | 'client' | 'grant'): string {
  if (which === 'both') return earlier;
  const mixed = new URLSearchParams(fresh);
  const name = which === 'client' ? 'client_assertion' : 'assertion';
  mixed.set(name, new URLSearchParams(earlier).get(name) ?? '');
  return mixed.toString();
}
type Claims = Record<string, unknown>;
async function sign(claims: Claims, which: 'client-assertion' | 'grant-assertion', spoil: StimulusName | undefined, key: ReturnType<SigningKeyOf>, settings: SigningSettings): Promise<string> {
  const header = { alg: settings.algorithm, typ: 'JWT', kid: key.kid };
  const wrong = spoil?.startsWith(`${which}-`) ? spoil.slice(which.length + 1) : null;
  const now = claims.iat as number;
  if (wrong === 'expired') return signed({ ...claims, iat: now - 3700, exp: now - 3600 }, header, key.privateJwk);
  if (wrong === 'wrong-audience') return signed({ ...claims, aud: 'https://as.elders.example/oauth/token' }, header, key.privateJwk);
  if (wrong === 'forged') return signed(claims, header, settings.strangerKey);
  if (wrong === 'alg-none') return `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`;
  if (wrong === 'hmac') {
    const input = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
    // The classic confusion: the public key, which everybody has, taken as the shared secret.
    return `${input}.${createHmac('sha256', JSON.stringify(key.publicJwk)).update(input).digest('base64url')}`;
  }
  return signed(claims, header, key.privateJwk);
}
async function signed(claims: Claims, header: { alg: string; typ: string; kid: string }, jwk: Record<string, unknown>): Promise<string> {
  return new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(jwk as JWK, header.alg));
}
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
