import { randomBytes, randomUUID } from 'node:crypto';
import { findAddresses } from '../addressing.ts';
import type { Addresses } from '../addressing.ts';
import type { Received } from '../caller.ts';
import type { XisConfig } from '../config.ts';
import type { Clock } from '../../model/clock.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Errand } from '../errand.ts';
import { mediaType, written } from '../formats.ts';
import type { Format } from '../formats.ts';
import type { JsonObject } from '../messages.ts';
import type { Offer, OfferBook } from '../offers.ts';
import type { DossierStore } from '../dossier/store.ts';
import { openSession } from '../token-client.ts';
import type { TokenClientDeps } from '../token-client.ts';
import { encoded, offeredQueries } from './query-lists.ts';
import { notificationTask, workflowTask } from './task.ts';
import type { TaskFacts } from './task.ts';

export interface SenderDeps {
  readonly config: XisConfig;
  readonly clock: Clock;
  readonly behaviour: Behaviour;
  readonly store: DossierStore;
  readonly offers: OfferBook;
  readonly tokenClient: TokenClientDeps;
  fhirBase(): string;
}
export interface Sender {
  /** Notifies a receiver of the BgZ of a patient. */
  send(errand: Errand, bsn: string, receiverUra: string, availableForSeconds?: number): Promise<Offer>;
  /** Tells the receiver that the data set changed: a new notification in the same group (twiin.md 2, steps 4 and 5). */
  renew(errand: Errand, bsn: string, receiverUra: string): Promise<Offer>;
  /** Revokes the last notification; from this moment it gives no access. */
  cancel(errand: Errand, bsn: string, receiverUra: string): Promise<Offer>;
}

/** The action cannot be done, for example because there is no such patient; the message is for people. */
export class CannotDo extends Error { override readonly name = 'CannotDo'; }
/** The other side did not accept a message. */
export class NotAccepted extends Error { override readonly name = 'NotAccepted'; }

const fourteenDays = 14 * 86_400_000;

export function openSender(deps: SenderDeps): Sender {
  const { config, clock, behaviour, offers } = deps;
  const firstIdentifier = urn();
  const format: Format = behaviour.variant('sends-xml') || behaviour.variant('xml-prefix') ? 'xml' : 'json';

  return {
    async send(errand, bsn, receiverUra, availableForSeconds) {
      const period = availableForSeconds === undefined ? fourteenDays : availableForSeconds * 1000;
      return notify(errand, bsn, receiverUra, { groupIdentifier: urn(), identifier: behaviour.defect('notify-identifier-reused') ? firstIdentifier : urn(), period });
    },
    async renew(errand, bsn, receiverUra) {
      const earlier = latest(bsn, receiverUra);
      if (behaviour.defect('renew-silent')) return earlier;
      if (behaviour.defect('renew-by-put')) {
        await deliver(errand, earlier, 'PUT', conditional(earlier), earlier.task);
        return earlier;
      }
      const keepsIdentifier = behaviour.defect('renew-same-identifier') || behaviour.defect('notify-identifier-reused');
      return notify(errand, bsn, receiverUra, {
        groupIdentifier: behaviour.defect('renew-new-group') ? urn() : earlier.groupIdentifier, identifier: keepsIdentifier ? earlier.identifier : urn(), period: fourteenDays,
      });
    },
    async cancel(errand, bsn, receiverUra) {
      const offer = latest(bsn, receiverUra);
      // Access ends before the receiver is told: whatever comes of the message, nobody gets in any more.
      offer.cancelledAt = clock.now();
      const identifier = behaviour.defect('cancel-other-identifier') ? [{ system: 'urn:ietf:rfc:3986', value: urn() }] : offer.task['identifier'];
      const task: JsonObject = { ...offer.task, identifier, status: behaviour.defect('cancel-status-rejected') ? 'rejected' : 'cancelled' };
      if (behaviour.defect('cancel-by-post')) await deliver(errand, offer, 'POST', 'Task', task);
      else if (behaviour.defect('cancel-by-id')) await deliver(errand, offer, 'PUT', `Task/${offer.identifier.slice('urn:uuid:'.length)}`, task);
      else await deliver(errand, offer, 'PUT', conditional(offer), task);
      return offer;
    },
  };

  function latest(bsn: string, receiverUra: string): Offer {
    const offer = offers.latest(bsn, receiverUra);
    if (!offer) throw new CannotDo(`No notification about this patient to URA ${receiverUra} is open; send one first.`);
    return offer;
  }

  async function notify(errand: Errand, bsn: string, receiverUra: string, about: { readonly groupIdentifier: string; readonly identifier: string; readonly period: number }): Promise<Offer> {
    const persona = config.personas.find((entry) => entry.patient.bsn === bsn);
    if (!persona) throw new CannotDo('This system has no patient with that BSN; load the persona first.');
    const to = await findAddresses(receiverUra, 'notify', config.addressing, { directory: errand.directory, clock, behaviour });
    const patient = deps.store.ofType('Patient').find((entry) => entry.bsn === bsn)!;
    const queries = offeredQueries(config.queryList);
    const resources = config.queryList === 'bgz-1' ? deps.store.ofType('DocumentReference').filter((entry) => entry.bsn === bsn).map((entry) => `DocumentReference/${entry.id}`) : [];
    const facts: TaskFacts = {
      organisation: config.organisation, ...about, base: randomBytes(24).toString('base64url'), bsn, patientName: String(patientName(patient.resource)),
      receiverUra: to.ura, authoredOn: clock.now(), periodEnd: endOfPeriod(clock.now() + about.period), content: config.notificationContent, queries, resources,
      workflowTaskId: config.notificationContent === 'inline-inputs' ? null : randomUUID(), fhirBase: deps.fhirBase(),
    };
    const grouped = behaviour.variant('group-is-workflow-task') && facts.workflowTaskId && !offers.latest(bsn, receiverUra) ? { ...facts, groupIdentifier: `urn:uuid:${facts.workflowTaskId}` } : facts;
    const task = notificationTask(grouped, behaviour);
    const offer: Offer = {
      identifier: about.identifier, groupIdentifier: grouped.groupIdentifier, base: facts.base, receiverUra, bsn, queries: queries.map((offered) => encoded(offered.query)), resources,
      workflowTask: facts.workflowTaskId ? { id: facts.workflowTaskId, resource: workflowTask(grouped, `Patient/${patient.id}`, behaviour) } : null,
      periodEnd: facts.periodEnd, task, sentTo: sentTo(to), cancelledAt: null, endedAt: null, workflowStatus: 'requested',
    };
    // Open before it is sent: a receiver may pull as soon as it has the notification.
    offers.add(offer);
    try {
      if (behaviour.defect('notify-by-put')) await deliver(errand, offer, 'PUT', `Task/${randomUUID()}`, task);
      else await deliver(errand, offer, 'POST', 'Task', task);
    } catch (error) {
      offer.cancelledAt = clock.now();
      throw error;
    }
    return offer;
  }

  async function deliver(errand: Errand, offer: Offer, method: 'POST' | 'PUT', path: string, task: JsonObject): Promise<Received> {
    const session = openSession(deps.tokenClient, errand, offer.sentTo, { scope: 'ta-np-notification', ...patientClaim(offer.bsn), ...baseClaim(offer) });
    const headers = { 'content-type': mediaType(format, behaviour), accept: `application/fhir+${format}` };
    const answer = await session.call({ method, url: `${offer.sentTo.notificationBase}/${path}`, headers, body: written(task, format, behaviour) });
    if (answer.status < 200 || answer.status > 299) throw new NotAccepted(`The receiver answered ${answer.status} to the notification.`);
    return answer;
  }
  function patientClaim(bsn: string): { patient?: string } {
    if (behaviour.variant('patient-in-token-only')) return { patient: bsn };
    if (!behaviour.defect('patient-claim-differs')) return {};
    return { patient: config.personas.find((entry) => entry.patient.bsn !== bsn)?.patient.bsn ?? '999990019' };
  }
  /** A date lasts until the end of its day. */
  function endOfPeriod(at: number): number {
    return behaviour.variant('period-as-date') ? Date.parse(`${new Date(at).toISOString().slice(0, 10)}T23:59:59.999Z`) : at;
  }
  function baseClaim(offer: Offer): { authorizationBase?: string } {
    return behaviour.variant('base-in-first-token') ? { authorizationBase: offer.base } : {};
  }
  function conditional(offer: Offer): string {
    const identifier = Array.isArray(offer.task['identifier']) ? offer.task['identifier'][0] as JsonObject : {};
    return `Task?identifier=${encodeURIComponent(`${String(identifier['system'] ?? '')}|${offer.identifier}`)}`;
  }
}

function sentTo(to: Addresses): Offer['sentTo'] {
  return { notificationBase: to.notificationBase!, tokenEndpoint: to.tokenEndpoint, authorizationServer: to.authorizationServer };
}
function patientName(patient: JsonObject): unknown {
  return Array.isArray(patient['name']) ? (patient['name'][0] as JsonObject)['text'] : '';
}
const urn = () => `urn:uuid:${randomUUID()}`;
