import type { JWTPayload } from 'jose';
import type { Clock } from '../model/clock.ts';
import type { Addresses } from './addressing.ts';
import type { Behaviour } from './behaviour.ts';
import type { Call, Received } from './caller.ts';
import type { Errand } from './errand.ts';
import type { Signer } from './jwt-signing.ts';
import { objectOf, parseJson, textOf } from './messages.ts';

export interface TokenClientDeps {
  readonly clock: Clock;
  readonly behaviour: Behaviour;
  readonly signer: Signer;
  readonly clientName: string;
  /** URA of our organisation. */
  readonly ura: string;
  issuer(): string;
}
/** What the grant assertion says beside the organisation (twiin.md 4.3). */
export interface GrantFacts {
  readonly scope: 'ta-np-notification' | 'bgz-sender';
  readonly patient?: string;
  readonly user?: { readonly id: string; readonly role: string };
  readonly authorizationBase?: string;
}
/** Calls protected endpoints of one party, with a token that is asked when it is needed. */
export interface Session { call(call: Call): Promise<Received> }

/** The other side refused a token. */
export class TokenRefused extends Error { override readonly name = 'TokenRefused'; }

const assertionLifetimeSeconds = 60;
interface Token { readonly value: string; readonly usableUntil: number }
/** Tokens of one system that outlive the errand for which they were asked. */
const tokensOf = new WeakMap<Signer, Map<string, Token>>();
function kept({ signer }: TokenClientDeps): Map<string, Token> {
  const known = tokensOf.get(signer) ?? new Map<string, Token>();
  tokensOf.set(signer, known);
  return known;
}

export function openSession(deps: TokenClientDeps, errand: Errand, to: Pick<Addresses, 'tokenEndpoint' | 'authorizationServer'>, grant: GrantFacts): Session {
  const { behaviour, clock } = deps;
  const keptAs = `${to.tokenEndpoint} ${JSON.stringify(grant)}`;
  let token: Token | null = (behaviour.variant('tokens-kept') ? kept(deps).get(keptAs) : undefined) ?? null;
  let called = false;

  return {
    async call(call) {
      const first = !called;
      called = true;
      if (behaviour.defect('calls-without-token')) return errand.call(call);
      if (behaviour.defect('token-after-first-call') && first) await errand.call(call);
      if (!token || token.usableUntil <= clock.now()) token = await askToken();
      if (behaviour.variant('tokens-kept')) kept(deps).set(keptAs, token);
      return errand.call(withToken(call, token.value));
    },
  };

  function withToken(call: Call, value: string): Call {
    if (behaviour.defect('token-in-query')) return { ...call, url: `${call.url}${call.url.includes('?') ? '&' : '?'}access_token=${value}` };
    const scheme = behaviour.defect('token-scheme-missing') ? '' : 'Bearer ';
    return { ...call, headers: { ...call.headers, authorization: `${scheme}${value}` } };
  }

  async function askToken(): Promise<Token> {
    const asked = clock.now();
    const form = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: await deps.signer.sign(grantClaims(), 'grant'),
      ...await clientAuthentication(),
      ...(behaviour.variant('scope-sent') ? { scope: grant.scope } : {}),
    });
    const answer = await errand.call({
      method: 'POST', url: to.tokenEndpoint, body: form.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    });
    const body = objectOf(parseJson(answer.body)?.value);
    const value = textOf(body?.['access_token']);
    if (answer.status !== 200 || !value) throw new TokenRefused(`The authorization server of the other side gave no token: HTTP ${answer.status} ${textOf(body?.['error']) ?? ''}`.trim());
    if (!/^bearer$/i.test(textOf(body?.['token_type']) ?? '')) throw new TokenRefused('The authorization server of the other side gave a token that is not of type Bearer.');
    const seconds = typeof body?.['expires_in'] === 'number' ? body['expires_in'] : 60;
    return { value, usableUntil: asked + Math.max(1, seconds - Math.min(5, seconds / 10)) * 1000 };
  }

  async function clientAuthentication(): Promise<Record<string, string>> {
    if (behaviour.defect('client-secret')) return { client_id: deps.clientName, client_secret: 'geheim' };
    const type: Record<string, string> = behaviour.defect('client-assertion-type-missing') ? {} : { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer' };
    const issuer = issuerClaim();
    const claims = { iss: issuer, sub: behaviour.variant('sub-is-iss') ? issuer : deps.clientName, aud: behaviour.variant('aud-swapped') ? to.authorizationServer : to.tokenEndpoint, ...times() };
    return { ...type, client_assertion: await deps.signer.sign(claims, 'client') };
  }

  function grantClaims(): JWTPayload {
    return {
      iss: issuerClaim(), sub: deps.ura, aud: to.authorizationServer, ...times(),
      ...(grant.patient ? { patient: grant.patient } : {}),
      ...(grant.user ? { user_id: grant.user.id, user_role: grant.user.role } : {}),
      ...(grant.authorizationBase === undefined ? {} : { authorization_base: grant.authorizationBase }),
    };
  }
  function issuerClaim(): string {
    return behaviour.variant('iss-client-name') ? deps.clientName : deps.issuer();
  }
  function times(): { iat: number; exp: number } {
    const iat = Math.floor(clock.now() / 1000);
    return { iat, exp: iat + assertionLifetimeSeconds };
  }
}
