import type { NotificationGrant, TokenGrant } from '../../model/grant.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { JsonWebKeyLike } from '../../model/rule.ts';
import type { Reply, SimContext, SimRequest } from '../../model/simulator.ts';
import { bodyObject, bodyText, jsonReply } from '../kernel/replies.ts';
import { workflowHasEnded } from './workflow-task.ts';
import type { IssuedToken, TwiinSettings } from './settings.ts';

const algorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'EdDSA'];
const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const clientBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

class Refused extends Error {
  readonly code: string;
  readonly dutch: string;
  constructor(code: string, english: string, dutch: string) { super(english); this.code = code; this.dutch = dutch; }
}

/** The token endpoint of a node (Twiin-07, twiin.md 4.2 to 4.5): T1 at a receiving node, T2 at a sending one. */
export async function answerTokenRequest(request: SimRequest, context: SimContext, node: Organisation, issuer: string, settings: TwiinSettings): Promise<Reply> {
  try {
    return await grantToken(request, context, node, issuer, settings);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const status = error.code === 'invalid_client' ? 401 : 400;
    return jsonReply(status, { error: error.code, error_description: printable(error.message), error_description_nl: error.dutch }, { 'cache-control': 'no-store' });
  }
}

/** RFC 6749 section 5.2 allows neither quotes nor backslashes nor anything outside ASCII. */
const printable = (text: string): string => text.replaceAll('"', "'").replace(/[^\x20-\x7e]|\\/g, '?').slice(0, 400);

async function grantToken(request: SimRequest, context: SimContext, node: Organisation, issuer: string, settings: TwiinSettings): Promise<Reply> {
  if (request.method !== 'POST') throw new Refused('invalid_request', `A token is asked with POST, not ${request.method}`, `Een token wordt gevraagd met POST, niet met ${request.method}`);
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Refused('invalid_request', 'Content-Type must be application/x-www-form-urlencoded', 'Content-Type moet application/x-www-form-urlencoded zijn');
  }
  const form = new URLSearchParams(bodyText(request.body));
  if (form.get('grant_type') !== jwtBearer) throw new Refused('unsupported_grant_type', `grant_type must be ${jwtBearer}`, `grant_type moet ${jwtBearer} zijn`);
  if (form.get('client_assertion_type') !== clientBearer) throw new Refused('invalid_client', `client_assertion_type must be ${clientBearer}`, `client_assertion_type moet ${clientBearer} zijn`);

  const audiences = [issuer, `${issuer}/oauth/token`];
  const client = await verified(form.get('client_assertion'), 'client_assertion', 'invalid_client', audiences, context, settings);
  const grant = await verified(form.get('assertion'), 'assertion', 'invalid_grant', audiences, context, settings);
  for (const [claims, code] of [[client, 'invalid_client'], [grant, 'invalid_grant']] as const) useOnce(claims, code, context);

  const organisation = typeof grant.sub === 'string' ? grant.sub : '';
  const patient = typeof grant.patient === 'string' ? grant.patient : null;
  const notification = node.side === 'sender' ? notificationFor(grant, organisation, patient, node, context) : null;
  const token: IssuedToken = {
    value: context.uuid(), node: node.ura, organisation, patientBsn: notification?.patientBsn ?? patient, notification: notification?.identifier ?? null,
    user: typeof grant.user_id === 'string' && grant.user_id !== '',
    expiresAt: context.clock.now() + settings.tokenLifetimeSeconds * 1000,
  };
  context.store.put('tokens', token.value, token);
  context.store.put('grants', token.value, {
    kind: 'token', by: 'harness', value: token.value, organisation, purpose: notification === null ? 'notify' : 'pull', patientBsn: token.patientBsn,
    authorizationBase: notification?.authorizationBase ?? null, issuedAt: context.clock.now(), expiresAt: token.expiresAt, caseId: '',
  } satisfies TokenGrant);
  return jsonReply(200, { access_token: token.value, token_type: 'Bearer', expires_in: settings.tokenLifetimeSeconds }, { 'cache-control': 'no-store', pragma: 'no-cache' });
}

/** Claims of an assertion whose signature, algorithm, audience and dates are right. */
async function verified(jwt: string | null, name: string, code: string, audiences: readonly string[], context: SimContext, settings: TwiinSettings): Promise<Record<string, unknown>> {
  if (jwt === null || jwt === '') throw new Refused(code, `${name} is missing`, `${name} ontbreekt`);
  // Loaded at the first assertion: simulators start without it.
  const { headerOf, payloadUnderOneOf } = await import('./assertion-signature.ts');
  const header = headerOf(jwt);
  if (header === null) throw new Refused(code, `${name} is not a JWS in compact form`, `${name} is geen JWS in compacte vorm`);
  if (!(settings.acceptedAlgorithms ?? algorithms).includes(header.alg ?? '')) throw new Refused(code, `${name}: algorithm ${header.alg} is not accepted; use ES512, ES256 or PS256`, `${name}: algoritme ${header.alg} wordt niet geaccepteerd; gebruik ES512, ES256 of PS256`);
  const keys = settings.clientKeys();
  const named = keys.filter((key) => key.kid !== undefined && key.kid === header.kid);
  const payload = await payloadUnderOneOf(jwt, named.length > 0 ? named : keys, header.alg!);
  if (payload === null) throw new Refused(code, `${name}: no registered key verifies the signature (kid ${header.kid ?? 'absent'}); register the public keys under ixit.clients`, `${name}: geen geregistreerde sleutel past bij de handtekening (kid ${header.kid ?? 'ontbreekt'}); registreer de publieke sleutels onder ixit.clients`);
  const claims = bodyObject(payload);
  if (claims === null) throw new Refused(code, `${name}: the payload is not a JSON object`, `${name}: de inhoud is geen JSON-object`);
  const said = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  if (!said.some((one) => audiences.includes(one))) throw new Refused(code, `${name}: aud is ${JSON.stringify(claims.aud)}, expected ${audiences.join(' or ')}`, `${name}: aud is ${JSON.stringify(claims.aud)}, verwacht ${audiences.join(' of ')}`);
  const now = context.clock.now() / 1000;
  const lenient = settings.defects?.includes('as-accepts-expired-assertion') === true;
  if (typeof claims.exp !== 'number') throw new Refused(code, `${name}: exp is missing`, `${name}: exp ontbreekt`);
  if (claims.exp + (settings.clockSkewSeconds ?? 0) <= now && !lenient) throw new Refused(code, `${name}: expired ${Math.round(now - claims.exp)} s ago`, `${name}: ${Math.round(now - claims.exp)} s geleden verlopen`);
  if (typeof claims.nbf === 'number' && claims.nbf > now + (settings.clockSkewSeconds ?? 0)) throw new Refused(code, `${name}: not valid before ${claims.nbf}`, `${name}: pas geldig vanaf ${claims.nbf}`);
  return claims;
}
function useOnce(claims: Record<string, unknown>, code: string, context: SimContext): void {
  if (typeof claims.jti !== 'string') return;
  const key = `${claims.iss ?? ''} ${code} ${claims.jti}`;
  if (context.store.get('jti', key) !== undefined) throw new Refused(code, `jti ${claims.jti} was used before`, `jti ${claims.jti} is al eerder gebruikt`);
  context.store.put('jti', key, claims.exp);
}

/** The notification of ours that this pull may use: bound to base, receiver, patient, period and cancellation. */
function notificationFor(claims: Record<string, unknown>, organisation: string, patient: string | null, node: Organisation, context: SimContext): NotificationGrant {
  const base = typeof claims.authorization_base === 'string' ? claims.authorization_base : null;
  const ours = context.store.list<NotificationGrant>('grants').map((row) => row.value).filter((grant) => grant.kind === 'notification' && grant.by === 'harness' && grant.senderUra === node.ura);
  const found = base === null
    ? ours.findLast((grant) => grant.authorizationBase === null && grant.patientBsn === patient && grant.receiverUra === organisation)
    : ours.find((grant) => grant.authorizationBase === base);
  if (found === undefined) throw new Refused('invalid_grant', 'The authorization base is unknown here; send it back exactly as received', 'De authorization base is hier onbekend; stuur hem precies zo terug als ontvangen');
  if (found.cancelledAt !== null) throw new Refused('invalid_grant', 'The notification was cancelled', 'De aanmelding is ingetrokken');
  if (workflowHasEnded(found, context)) throw new Refused('invalid_grant', 'The Workflow Task was rejected, cancelled or completed', 'De Workflow Task is geweigerd, ingetrokken of afgerond');
  if (found.periodEnd !== null && found.periodEnd <= context.clock.now()) throw new Refused('invalid_grant', 'The period of availability has ended', 'De periode van beschikbaarheid is voorbij');
  if (patient !== null && patient !== found.patientBsn) throw new Refused('invalid_grant', 'The patient claim is not the patient of the notification', 'De claim patient is niet de patiënt van de aanmelding');
  // Conventions for sub differ (twiin.md 4.3): only a URA of somebody else is a refusal.
  if (/^\d{8}$/.test(organisation) && organisation !== found.receiverUra) throw new Refused('invalid_grant', 'The authorization base was issued for another organisation', 'De authorization base is voor een andere organisatie afgegeven');
  return found;
}

/** The token of a request at this node, or the refusal to send. */
export function tokenOf(request: SimRequest, context: SimContext, node: Organisation): IssuedToken | { readonly error: string; readonly dutch: string } {
  const match = /^bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '');
  if (match === null) return { error: 'Authorization: Bearer <access token> is missing', dutch: 'Authorization: Bearer <access token> ontbreekt' };
  const token = context.store.get<IssuedToken>('tokens', match[1]!);
  if (token === undefined || token.node !== node.ura) return { error: 'This access token was not issued by this node', dutch: 'Dit access token is niet door dit knooppunt uitgegeven' };
  if (token.expiresAt <= context.clock.now()) return { error: 'The access token has expired', dutch: 'Het access token is verlopen' };
  return token;
}
