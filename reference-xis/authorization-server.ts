import type { JWTPayload } from 'jose';
import type { Clock } from '../model/clock.ts';
import type { AccessToken, AccessTokens } from './access-tokens.ts';
import type { Behaviour } from './behaviour.ts';
import type { Partner } from './config.ts';
import { checkAssertion } from './jwt-checking.ts';
import type { Checked } from './jwt-checking.ts';
import type { Answer, Incoming } from './messages.ts';
import { json } from './messages.ts';
import { closedBecause } from './offers.ts';
import type { Offer, OfferBook } from './offers.ts';

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const jwtClient = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export interface AuthorizationServerDeps {
  readonly clock: Clock;
  readonly behaviour: Behaviour;
  readonly partners: readonly Partner[];
  readonly tokens: AccessTokens;
  readonly offers: OfferBook;
  /** Issuer URL. */
  issuer(): string;
  log(line: string): void;
}
type OAuthError = 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';
class Refusal extends Error {
  readonly code: OAuthError;
  constructor(code: OAuthError, why: string) { super(why); this.code = code; }
}

/** The token endpoint (twiin.md 4.2 to 4.5): gives tokens for notifying and for pulling. */
export function openTokenEndpoint(deps: AuthorizationServerDeps): (request: Incoming) => Promise<Answer> {
  const { behaviour, clock } = deps;
  /** jti per issuer and kind of assertion, with the second until which it must not come again. */
  const seen = new Map<string, { readonly until: number; token: AccessToken | null }>();

  return async (request) => {
    try {
      const { token, notify } = await tokenFor(readForm(request));
      return answer(token, notify);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      deps.log(`token refused: ${error.code}: ${error.message}`);
      const status = error.code === 'invalid_client' || behaviour.variant('token-error-401') ? 401 : 400;
      return json(status, { error: error.code, error_description: error.message }, { 'cache-control': 'no-store', pragma: 'no-cache' });
    }
  };

  async function tokenFor(form: URLSearchParams): Promise<{ token: AccessToken; notify: boolean }> {
    const grantType = form.get('grant_type');
    if (!grantType) throw new Refusal('invalid_request', 'grant_type is missing');
    if (grantType !== jwtBearer) throw new Refusal('unsupported_grant_type', `grant_type must be ${jwtBearer}`);
    const client = await checked(form, 'client_assertion');
    const grant = await checked(form, 'assertion');
    const organisation = String(grant.claims.sub);
    const partners = client.partners.filter((partner) => grant.partners.includes(partner));
    if (!partners.some((partner) => partner.ura === organisation)) throw new Refusal('invalid_grant', 'the client is not registered for the organisation in sub of the assertion');
    const replayed = replay(client.claims, 'client') ?? replay(grant.claims, 'grant');
    if (replayed) return { token: replayed, notify: replayed.offers.length === 0 };
    const offers = offersFor(grant.claims, organisation, form.get('scope') ?? '');
    const token = await deps.tokens.give({ organisation, patient: claim(grant.claims, 'patient'), user: claim(grant.claims, 'user_id'), offers });
    for (const assertion of [client.claims, grant.claims]) {
      const entry = seen.get(`client ${assertion.iss} ${assertion.jti}`);
      if (entry) entry.token = token;
    }
    return { token, notify: offers.length === 0 };
  }

  async function checked(form: URLSearchParams, parameter: 'client_assertion' | 'assertion'): Promise<Checked> {
    const kind = parameter === 'assertion' ? 'grant' : 'client';
    const code = kind === 'client' ? 'invalid_client' : 'invalid_grant';
    if (kind === 'client' && form.get('client_assertion_type') !== jwtClient) throw new Refusal(code, `client_assertion_type must be ${jwtClient}`);
    const jwt = form.get(parameter);
    if (!jwt) throw new Refusal(kind === 'client' ? 'invalid_client' : 'invalid_request', `${parameter} is missing`);
    const result = await checkAssertion(jwt, {
      partners: deps.partners, audiences: [deps.issuer(), `${deps.issuer()}/oauth/token`], now: clock.now(), behaviour, kind,
    });
    if (!result.ok) throw new Refusal(code, `${parameter}: ${result.why}`);
    if (typeof result.claims.jti !== 'string') throw new Refusal(code, `${parameter}: claim jti is missing`);
    return result;
  }

  /** Remembers a jti until its assertion has expired. Throws on a replay; gives the earlier token with a seeded defect. */
  function replay(claims: JWTPayload, kind: 'client' | 'grant'): AccessToken | null {
    if (behaviour.defect('as-jti-unchecked')) return null;
    if (behaviour.defect('as-jti-grant-only') && kind === 'client') return null;
    const now = clock.now();
    for (const [key, entry] of seen) if (entry.until <= now) seen.delete(key);
    const key = `${kind} ${claims.iss} ${claims.jti}`;
    const earlier = seen.get(key);
    if (earlier?.token && kind === 'client' && behaviour.defect('as-replay-gets-token')) return earlier.token;
    if (earlier) throw new Refusal(kind === 'client' ? 'invalid_client' : 'invalid_grant', 'this assertion was used before (jti)');
    seen.set(key, { until: (claims.exp ?? 0) * 1000, token: null });
    return null;
  }

  /** The offers that a token opens. A request without authorization base, and without right to one, can only notify. */
  function offersFor(claims: JWTPayload, organisation: string, scope: string): readonly Offer[] {
    const base = claim(claims, 'authorization_base');
    const patient = claim(claims, 'patient');
    if (base === null) {
      if (!behaviour.variant('no-authorization-base') || patient === null || claim(claims, 'user_id') === null) return [];
      return deps.offers.all().filter((offer) => offer.receiverUra === organisation && offer.bsn === patient && closedBecause(offer, clock.now(), behaviour) === null);
    }
    const offer = deps.offers.byBase(base);
    if (!offer) {
      // A sender may put its own base in the request for a notification token (twiin.md 4.3): that opens nothing here.
      if (claim(claims, 'user_id') === null && !/bgz-sender|pull/i.test(scope)) return [];
      throw new Refusal('invalid_grant', 'the authorization base is not known here');
    }
    requireRight(offer, organisation, patient, claims);
    return [offer];
  }

  function requireRight(offer: Offer, organisation: string, patient: string | null, claims: JWTPayload): void {
    if (!isFor(offer, organisation, claims)) throw new Refusal('invalid_grant', 'the authorization base was given to another organisation');
    if (patient !== null && patient !== offer.bsn) throw new Refusal('invalid_grant', 'the authorization base is for another patient');
    if (offer.cancelledAt !== null && behaviour.defect('cancel-keeps-base')) return;
    const closed = closedBecause(offer, clock.now(), behaviour);
    if (closed) throw new Refusal('invalid_grant', closed);
  }

  function isFor(offer: Offer, organisation: string, claims: JWTPayload): boolean {
    if (offer.receiverUra === organisation || behaviour.defect('base-for-everybody')) return true;
    if (behaviour.defect('base-for-ura-prefix')) return offer.receiverUra.slice(0, 5) === organisation.slice(0, 5);
    return behaviour.defect('base-for-any-professional') && claim(claims, 'user_role') !== null;
  }

  function answer(token: AccessToken, notify: boolean): Answer {
    const body = {
      access_token: token.value,
      ...(behaviour.defect('token-type-missing') ? {} : { token_type: behaviour.variant('token-type-lower-case') ? 'bearer' : 'Bearer' }),
      ...(behaviour.variant('expires-in-absent') ? {} : { expires_in: Math.max(1, Math.floor((token.expiresAt - token.issuedAt) / 1000)) }),
      scope: notify ? 'ta-np-notification' : 'bgz-sender',
    };
    const cache: Record<string, string> = behaviour.defect('token-answer-cacheable') ? {} : { 'cache-control': 'no-store', pragma: 'no-cache' };
    return json(behaviour.defect('token-answer-201') ? 201 : 200, body, cache);
  }
}

function readForm(request: Incoming): URLSearchParams {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal('invalid_request', 'the body must be application/x-www-form-urlencoded');
  }
  const form = new URLSearchParams(request.body.toString('utf8'));
  const names = [...form.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Refusal('invalid_request', `${twice.slice(0, 40)} is there more than once`);
  return form;
}
function claim(claims: JWTPayload, name: string): string | null {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
