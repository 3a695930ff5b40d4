import type { Behaviour } from './behaviour.ts';
import type { JsonObject } from './messages.ts';

/** One notification that we sent: what was offered to whom, and until when (twiin.md 4.4). */
export interface Offer {
  /** Value of Task.identifier, `urn:uuid:…`. */
  readonly identifier: string;
  readonly groupIdentifier: string;
  /** Opaque; what the receiver plays back. */
  readonly base: string;
  readonly receiverUra: string;
  readonly bsn: string;
  /** Search strings relative to our FHIR base. */
  readonly queries: readonly string[];
  /** References such as `DocumentReference/x`. */
  readonly resources: readonly string[];
  readonly workflowTask: { readonly id: string; readonly resource: JsonObject } | null;
  /** Milliseconds since the epoch. */
  readonly periodEnd: number;
  readonly task: JsonObject;
  /** Addresses that were used, so that a cancel follows the notification. */
  readonly sentTo: { readonly notificationBase: string; readonly tokenEndpoint: string; readonly authorizationServer: string };
  cancelledAt: number | null;
  /** Set when the workflow task came to an end (twiin.md 5.4). */
  endedAt: number | null;
  workflowStatus: string;
}

/** All notifications that we sent, oldest first. */
export interface OfferBook {
  add(offer: Offer): void;
  all(): readonly Offer[];
  byBase(base: string): Offer | undefined;
  /** The last one for this patient and receiver that was not cancelled. */
  latest(bsn: string, receiverUra: string): Offer | undefined;
  byWorkflowTask(id: string): Offer | undefined;
}

export function openOfferBook(behaviour: Behaviour): OfferBook {
  const offers: Offer[] = [];
  return {
    add: (offer) => { offers.push(offer); },
    all: () => offers,
    byBase: (base) => offers.find((offer) => offer.base === base) ?? forgiving(base),
    latest: (bsn, receiverUra) => offers.findLast((offer) => offer.bsn === bsn && offer.receiverUra === receiverUra && offer.cancelledAt === null),
    byWorkflowTask: (id) => offers.find((offer) => offer.workflowTask?.id === id),
  };

  /** Seeded defects only: a base that is not the one that was given. */
  function forgiving(base: string): Offer | undefined {
    const candidates = offers.filter((offer) => offer.cancelledAt === null);
    if (behaviour.defect('base-unchecked')) return candidates.at(-1);
    if (behaviour.defect('base-prefix-compared')) return candidates.findLast((offer) => offer.base.slice(0, 4) === base.slice(0, 4));
    if (behaviour.defect('base-case-ignored')) return candidates.findLast((offer) => offer.base.toLowerCase() === base.toLowerCase());
    if (behaviour.defect('base-typo-forgiven')) return candidates.findLast((offer) => differences(offer.base, base) <= 1);
    return undefined;
  }
}

function differences(one: string, other: string): number {
  let count = Math.abs(one.length - other.length);
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) if (one[index] !== other[index]) count += 1;
  return count;
}

/** Why an offer gives no access now, or null. `at` in ms. */
export function closedBecause(offer: Offer, at: number, behaviour: Behaviour): string | null {
  if (offer.cancelledAt !== null && !behaviour.defect('cancel-without-effect')) return 'the notification was cancelled';
  if (offer.endedAt !== null) return 'the workflow task has ended';
  if (at < offer.periodEnd || behaviour.defect('period-ignored')) return null;
  const sameDay = new Date(at).toISOString().slice(0, 10) === new Date(offer.periodEnd).toISOString().slice(0, 10);
  return behaviour.defect('period-by-day') && sameDay ? null : 'the period of the authorization has ended';
}
