import type { Exchange, JournalEntry, TriggerEvent } from '../../model/exchange.ts';
import type { TriggerAction } from '../../model/trigger.ts';
import { exchangesOf, success, sutCalls } from './select.ts';
import { identifierOf, taskOf } from './task.ts';

/** Notifications before and after a trigger in the trace of one case. */
export interface Sequence {
  readonly trigger: TriggerEvent;
  readonly first: Exchange;
  readonly after: readonly Exchange[];
  /** Sent afterwards, and refused for its token: it came, and may come again. */
  readonly refused: readonly Exchange[];
}

/** The last trigger of this kind that the SUT took on, the notification before it, and what it sent afterwards; null when a part lacks. */
export function sequenceOf(trace: readonly JournalEntry[], action: TriggerAction, addressee: string | null): Sequence | null {
  const trigger = trace.findLast((entry): entry is TriggerEvent => entry.kind === 'trigger' && entry.action === action && entry.outcome !== 'cannot');
  const all = exchangesOf(trace).filter((one) => sutCalls(one, 'twiin-sender', 'notification') && one.request.method !== 'GET'
    && one.withheld === undefined && (addressee === null || one.organisation === addressee));
  // A message that was refused for its token and sent again is one message.
  const sent = all.filter((one) => one.response?.status !== 401);
  if (trigger === undefined) return null;
  // The event of a webhook is recorded when its answer came, so the message may stand before it: the first one is what counts.
  const first = sent.find((one) => one.request.method === 'POST');
  return first === undefined ? null : { trigger, first, after: sent.filter((one) => one.seq > first.seq), refused: all.filter((one) => one.response?.status === 401 && one.seq > first.seq) };
}
/** The first notification again, because it was not accepted. */
export function isRetry(first: Exchange, one: Exchange): boolean {
  const [before, after] = [taskOf(first), taskOf(one)];
  return !success(first) && before !== null && after !== null && identifierOf(before) === identifierOf(after);
}
