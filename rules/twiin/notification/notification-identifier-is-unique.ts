import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { objects, stringOf } from '../../message/body.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, success, sutCalls } from '../../message/select.ts';
import { taskOf } from '../../message/task.ts';

/**
 * Exactly one identifier, with system and value, that no other notification of the run has (twiin.md 3.1). A notification that
 * was not accepted, or whose answer broke off, may be sent again with the same identifier: that is a retry. The form of the value is not judged.
 */
export const notificationIdentifierIsUnique: TraceRule = {
  id: 'notification-identifier-is-unique', scope: 'trace', span: 'run', needs: ['json-body'], requirements: ['TWIIN-NTF-08'],
  title: { nl: 'Elke aanmelding heeft één eigen identifier', en: 'Each notification has one identifier of its own' },
  judge: (trace) => {
    const sent = exchangesOf(trace).filter((one) => sutCalls(one, 'twiin-sender', 'notification') && one.request.method === 'POST' && one.withheld === undefined);
    if (sent.length === 0) return [notApplicable('no notification was sent')];
    const seen = new Map<string, string>();
    return sent.map((one) => judgeOne(one, seen));
  },
};
function judgeOne(exchange: Exchange, seen: Map<string, string>): RuleOutcome {
  const task = taskOf(exchange);
  if (task === null) return notApplicable('the body is no Task');
  if (task.status === 'cancelled') return notApplicable('a cancellation keeps the identifier of its notification');
  const where = { exchange, part: 'request', path: 'Task.identifier' } as const;
  const next = text('Geef elke aanmelding één identifier met system en een nieuwe UUID (urn:uuid:…) als value.', 'Give each notification one identifier with system and a new UUID (urn:uuid:…) as value.');
  const expected = text('Eén identifier met system en value, nieuw in deze run.', 'One identifier with system and value, new in this run.');
  const identifiers = objects(task.identifier);
  const { system, value } = identifiers[0] ?? {};
  if (identifiers.length !== 1) return violation(where, expected, `${identifiers.length} identifiers`, next);
  if (stringOf(system) === null || stringOf(value) === null) return violation(where, expected, 'no system or no value', next);
  const key = `${String(system)}|${String(value)}`;
  const earlier = seen.get(key);
  // An answer that broke off on its way was not seen whole: whoever sends again after it does right.
  if (success(exchange) && exchange.transport.outcome === 'answered') seen.set(key, exchange.id);
  return earlier === undefined ? pass('one new identifier', exchange) : violation(where, expected, `the same as in ${earlier}`, next);
}
