import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ControlError } from '../../mocks/control/control-api.ts';
import { composeNotification, storeNotification, type Composed } from '../../mocks/twiin/compose.ts';
import { isAcceptedBsn } from '../../fixtures/bsn.ts';
import { organisationByKey } from '../../fixtures/organisations.ts';
import { queryLists } from '../../fixtures/query-lists.ts';
import type { Exchange } from '../../model/exchange.ts';
import { jsonOf, textOf } from '../engine/body.ts';
import { byIdentifier } from '../cases/by-identifier.ts';
import { tokenAnswer } from '../cases/token-answer.ts';
import type { Session } from '../session/session.ts';

const https = z.url({ protocol: /^https$/ });
const request = z.strictObject({
  action: z.enum(['send', 'renew', 'cancel']),
  persona: z.string().optional(),
  bsn: z.string().regex(/^\d{9}$/).optional(),
  queries: z.enum(['bgz-1', 'bgz-2-alpha']).optional(),
  content: z.enum(['inline-inputs', 'workflow-task', 'both']).optional(),
  authorizationBase: z.boolean().optional(),
  /** Business identifier of the notification to renew or to cancel; default the last one that was sent. */
  identifier: z.string().optional(),
  /** Addresses of the SUT where the claim has none, or others. */
  to: z.strictObject({ notificationBase: https, tokenEndpoint: https, authorizationServer: https, ura: z.string().regex(/^\d{8}$/) }).partial().optional(),
});
type Asked = z.infer<typeof request>;

/** What became of a notification of ours. `status` null: no HTTP answer came, see `transport`. */
export interface Notified {
  readonly ok: boolean;
  readonly step: 'token' | 'notification';
  readonly identifier: string;
  readonly groupIdentifier: string;
  readonly authorizationBase: boolean;
  readonly queries: number;
  readonly status: number | null;
  readonly transport: string;
  readonly location: string | null;
  /** What the SUT said of an error, at most 300 characters; hostile input as far as we know. */
  readonly said: string;
  readonly exchanges: readonly string[];
}
interface Sent { readonly composed: Composed; readonly at: number; readonly to: Addresses }
interface Addresses { readonly notificationBase: string; readonly tokenEndpoint: string; readonly authorizationServer: string | undefined; readonly ura: string }
const collection = 'sent-on-demand';
const sender = { key: 'west', identity: 'harness-sender' } as const;

/** Lets our sending node (Testziekenhuis West) notify the SUT on demand, outside every test case, and revoke or renew what it sent. */
export function createNotifier(session: Session): (body: unknown) => Promise<Notified> {
  return async (body) => {
    const read = request.safeParse(body);
    if (!read.success) throw bad(`Geen opdracht om aan te melden: ${z.prettifyError(read.error).slice(0, 400)}`, `Not a request to notify: ${z.prettifyError(read.error).slice(0, 400)}`);
    const asked = read.data;
    const earlier = asked.action === 'send' ? null : earlierOf(session, asked.identifier);
    const to = addressesOf(session, asked, earlier);
    const composed = taskFor(session, asked, to, earlier);
    const memory: Record<string, any> = {};
    const token = await askToken(session, to, composed, memory);
    if (token.value === null) return told(composed, 'token', [token.exchange]);

    // Open before it leaves: a receiver may fetch as soon as it has the notification. A revocation ends access first as well.
    storeNotification(session.store, composed);
    session.store.put(collection, composed.grant.identifier, { composed, at: session.clock.now(), to } satisfies Sent);
    const answer = await post(session, to, composed, token.value, asked.action);
    return told(composed, 'notification', [token.exchange, answer]);
  };
}
function bad(nl: string, en: string): ControlError { return new ControlError(422, { nl, en }); }

function earlierOf(session: Session, identifier: string | undefined): Sent {
  const sent = session.store.list<Sent>(collection).map((row) => row.value).filter((one) => one.composed.grant.cancelledAt === null).sort((a, b) => b.at - a.at);
  const found = identifier === undefined ? sent[0] : sent.find((one) => one.composed.grant.identifier === identifier);
  if (found !== undefined) return found;
  throw identifier === undefined
    ? bad('Er is nog niets aangemeld dat openstaat; doe eerst toetssteen notify.', 'Nothing that is open was notified yet; do toetssteen notify first.')
    : bad(`Een openstaande aanmelding met kenmerk ${identifier.slice(0, 80)} is hier niet verstuurd.`, `No open notification with identifier ${identifier.slice(0, 80)} was sent from here.`);
}
function addressesOf(session: Session, asked: Asked, earlier: Sent | null): Addresses {
  const { endpoints, organisation } = session.claim.ixit;
  const notificationBase = asked.to?.notificationBase ?? earlier?.to.notificationBase ?? endpoints.notificationBase;
  const tokenEndpoint = asked.to?.tokenEndpoint ?? earlier?.to.tokenEndpoint ?? endpoints.notifyTokenEndpoint;
  if (notificationBase === undefined || notificationBase === '' || tokenEndpoint === undefined || tokenEndpoint === '') {
    throw bad('Het adres van het XIS is niet bekend. Start met: toetssteen up --config toetssteen.yaml, of geef --base en --token-endpoint mee.',
      'The address of the XIS is not known. Start with: toetssteen up --config toetssteen.yaml, or give --base and --token-endpoint.');
  }
  return { notificationBase: notificationBase.replace(/\/$/, ''), tokenEndpoint, authorizationServer: asked.to?.authorizationServer ?? earlier?.to.authorizationServer, ura: asked.to?.ura ?? earlier?.to.ura ?? organisation.ura };
}
function taskFor(session: Session, asked: Asked, to: Addresses, earlier: Sent | null): Composed {
  if (asked.action === 'cancel') return composeNotification({ ...common(session, to, earlier!.composed.grant.patientBsn), cancels: earlier!.composed });
  const bsn = earlier === null ? bsnOf(session, asked) : earlier.composed.grant.patientBsn;
  return composeNotification({
    ...common(session, to, bsn), queries: queryLists[asked.queries ?? 'bgz-2-alpha'], mode: asked.content ?? 'inline-inputs', authorizationBase: asked.authorizationBase ?? true,
    ...(earlier === null ? {} : { renews: earlier.composed }),
  });
}
function common(session: Session, to: Addresses, patientBsn: string) {
  const from = organisationByKey(sender.key);
  return {
    uuid: randomUUID, now: session.clock.now(), sender: from, receiver: { ura: to.ura, name: session.claim.ixit.organisation.name }, patientBsn, queries: [], resources: [],
    mode: 'inline-inputs' as const, authorizationBase: true, patientOnTask: true, caseId: '', baseUrl: session.nodeUrl(from.ura),
  };
}
function bsnOf(session: Session, asked: Asked): string {
  if (asked.bsn !== undefined) {
    if (isAcceptedBsn(asked.bsn, session.claim.ics.extraBsns)) return asked.bsn;
    throw bad('Dit BSN staat niet in de tabel met test-BSN\'s en niet onder ics.extraBsns.', 'This BSN is neither in the table of test BSNs nor under ics.extraBsns.');
  }
  const key = asked.persona ?? 'volledig';
  const patient = session.patient(key);
  if (patient === null) throw bad(`De testpatiënt ${key.slice(0, 40)} bestaat niet.`, `There is no test patient ${key.slice(0, 40)}.`);
  return patient.bsn;
}

async function askToken(session: Session, to: Addresses, composed: Composed, memory: Record<string, any>): Promise<{ readonly exchange: Exchange; readonly value: string | null }> {
  const ura = composed.grant.senderUra;
  const exchange = await session.call({
    method: 'POST', url: to.tokenEndpoint, headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }, identity: sender.identity,
    body: await session.signing(memory).tokenRequest({ party: 'harness-sender', ura, tokenEndpoint: to.tokenEndpoint, authorizationServer: to.authorizationServer, patientBsn: composed.grant.patientBsn }),
    endpoint: 'token', role: 'twiin-receiver', organisation: ura,
  }, null);
  return { exchange, value: tokenAnswer(exchange).token };
}
function post(session: Session, to: Addresses, composed: Composed, token: string, action: Asked['action']): Promise<Exchange> {
  const query = action === 'cancel' ? byIdentifier(composed.task) : '';
  return session.call({
    method: action === 'cancel' ? 'PUT' : 'POST', url: `${to.notificationBase}/Task${query}`, identity: sender.identity, body: JSON.stringify(composed.task),
    headers: { 'content-type': 'application/fhir+json', accept: 'application/fhir+json', authorization: `Bearer ${token}` },
    endpoint: 'notification', role: 'twiin-receiver', organisation: composed.grant.senderUra,
  }, null);
}
function told(composed: Composed, step: Notified['step'], exchanges: readonly Exchange[]): Notified {
  const last = exchanges.at(-1)!;
  const status = last.response?.status ?? null;
  const { identifier, groupIdentifier, authorizationBase, queries } = composed.grant;
  return {
    ok: step === 'notification' && status !== null && status >= 200 && status < 300, step, identifier, groupIdentifier, authorizationBase: authorizationBase !== null, queries: queries.length,
    status, transport: last.transport.outcome + (last.transport.detail === undefined ? '' : `: ${last.transport.detail}`), location: last.response?.headers.location ?? null,
    said: saidIn(last), exchanges: exchanges.map((one) => one.id),
  };
}
/** The reason in an OAuth error or an OperationOutcome. */
function saidIn(exchange: Exchange): string {
  if (exchange.response === null || exchange.response.status < 300) return '';
  const body = jsonOf(textOf(exchange.response.body)) ?? {};
  const issue = Array.isArray(body.issue) ? body.issue[0] : undefined;
  const words = [body.error, body.error_description, issue?.code, issue?.diagnostics, issue?.details?.text].filter((one) => typeof one === 'string');
  return words.join(': ').slice(0, 300);
}
