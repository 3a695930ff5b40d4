import { randomBytes } from 'node:crypto';
import { SignJWT, importJWK } from 'jose';
import type { Clock } from '../model/clock.ts';
import type { Behaviour } from './behaviour.ts';
import type { SigningIdentity } from './config.ts';
import type { Offer } from './offers.ts';
import { closedBecause } from './offers.ts';

/** What a token that we gave stands for. */
export interface AccessToken {
  readonly value: string;
  /** URA of the organisation that asked for it. */
  readonly organisation: string;
  /** Patient that the request named, when it did. */
  readonly patient: string | null;
  readonly user: string | null;
  /** Empty: a token for notifying. */
  readonly offers: readonly Offer[];
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}
export type Authorized = { readonly kind: 'missing' } | { readonly kind: 'invalid'; readonly why: string } | { readonly kind: 'valid'; readonly token: AccessToken };

export interface AccessTokens {
  give(facts: Pick<AccessToken, 'organisation' | 'patient' | 'user' | 'offers'>): Promise<AccessToken>;
  /** Reads the Authorization header of a request at the notification or the data endpoint. */
  authorize(authorization: string | undefined, endpoint: 'notify' | 'data'): Authorized;
  /** The offers that a token still opens. */
  open(token: AccessToken): readonly Offer[];
}

export function openAccessTokens(
  clock: Clock, behaviour: Behaviour, identity: SigningIdentity, lifetimeSeconds: number, issuer: () => string,
): AccessTokens {
  const given = new Map<string, AccessToken>();

  return {
    async give(facts) {
      const issuedAt = clock.now();
      const periodEnds = behaviour.defect('period-not-for-tokens') || behaviour.defect('period-ignored') || behaviour.defect('period-by-day') ? [] : facts.offers.map((offer) => offer.periodEnd);
      const expiresAt = Math.min(issuedAt + lifetimeSeconds * 1000, ...periodEnds);
      const value = behaviour.variant('jwt-access-token') ? await jwtToken(facts.organisation, issuedAt, expiresAt) : randomBytes(32).toString('base64url');
      const token: AccessToken = { ...facts, value, issuedAt, expiresAt };
      for (const [old, entry] of given) if (entry.expiresAt < issuedAt - 86_400_000) given.delete(old);
      given.set(value, token);
      return token;
    },
    authorize(authorization, endpoint) {
      if (authorization === undefined || authorization.trim() === '') return { kind: 'missing' };
      const value = /^bearer +(\S+)$/i.exec(authorization.trim())?.[1];
      if (value === undefined) return { kind: 'invalid', why: 'the Authorization header is not of the Bearer kind' };
      const token = given.get(value);
      if (!token) return { kind: 'invalid', why: 'this authorization server did not give the token' };
      const leeway = behaviour.variant('expired-token-leeway') ? 60_000 : 0;
      const lives = token.expiresAt + leeway > clock.now() || behaviour.defect(endpoint === 'data' ? 'data-expired-token' : 'notify-expired-token');
      return lives ? { kind: 'valid', token } : { kind: 'invalid', why: 'the token has expired' };
    },
    open(token) {
      return token.offers.filter((offer) => {
        if (offer.cancelledAt !== null && behaviour.defect('cancel-keeps-tokens') && token.issuedAt <= offer.cancelledAt) return true;
        if (offer.cancelledAt !== null && behaviour.defect('cancel-keeps-base') && token.issuedAt > offer.cancelledAt) return true;
        if (behaviour.defect('period-not-for-tokens') && offer.cancelledAt === null) return true;
        return closedBecause(offer, clock.now(), behaviour) === null;
      });
    },
  };

  async function jwtToken(organisation: string, issuedAt: number, expiresAt: number): Promise<string> {
    return new SignJWT({ iss: issuer(), sub: organisation, aud: `${issuer()}/fhir`, iat: Math.floor(issuedAt / 1000), exp: Math.ceil(expiresAt / 1000), jti: randomBytes(12).toString('hex') })
      .setProtectedHeader({ typ: 'at+jwt', alg: identity.alg }).sign(await importJWK(identity.privateJwk, identity.alg));
  }
}
