import type { Exchange } from '../../../model/exchange.ts';
import type { RuleContext, RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { ending, noAnswer, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, success, weCall } from '../../message/select.ts';
import { identifierOf, taskOf } from '../../message/task.ts';

/**
 * A conditional update with one match updates, with several gives 412 (FHIR STU3). Several are judged only where the SUT
 * accepted two Tasks with one identifier (fact duplicatesForced). With no match STU3 creates, but for a cancellation that is a
 * business question: any answer of 200, 201 or 4xx is left as it is. A refused or used-up token (401, 403) and a busy server say nothing of
 * the update; 202 and a gateway warn at most, as with the create.
 */
export const cancellationUpdatesTheOneMatch: TraceRule = {
  id: 'cancellation-updates-the-one-match', scope: 'trace', span: 'case', requirements: ['TWIIN-NTF-36'],
  title: { nl: 'Intrekken werkt één aanmelding bij, en weigert bij meer dan één', en: 'Revoking updates one notification, and refuses when there are several' },
  judge: (trace, context) => {
    const mine = exchangesOf(trace).filter((one) => weCall(one, 'twiin-receiver', 'notification'));
    const updates = mine.filter((one) => one.request.method === 'PUT');
    if (updates.length === 0) return [notApplicable('no cancellation was sent')];
    return updates.map((one) => judgeOne(one, mine, context));
  },
};
function judgeOne(update: Exchange, all: readonly Exchange[], context: RuleContext): RuleOutcome {
  if (update.response === null) return notTested(noAnswer);
  if ([401, 403, 429, 503].includes(update.response.status)) return notApplicable(`not answered for another reason: ${ending(update)}`);
  const task = taskOf(update);
  const identifier = task === null ? null : identifierOf(task);
  const matches = all.filter((one) => one.request.method === 'POST' && one.seq < update.seq && success(one) && taskOf(one) !== null && identifierOf(taskOf(one)!) === identifier);
  const where = { exchange: update, part: 'response', path: 'status' } as const;
  if (matches.length === 0 || !update.stimulus.valid) {
    if (update.response.status < 500) return notApplicable(`no match: ${ending(update)}, any answer is allowed`);
    return violation(where, text('Een antwoord zonder serverfout.', 'An answer without a server error.'), ending(update), text('Behandel een onbekende aanmelding als gewoon geval.', 'Treat an unknown notification as a normal case.'), { atMost: 'remark' });
  }
  if (matches.length > 1) {
    if (context.facts.duplicatesForced !== true) return notApplicable('several notifications with one identifier were not forced');
    if (update.response.status === 412) return pass('several matches: 412', update);
    return violation(where, text('412 bij meer dan één treffer.', '412 with several matches.'), ending(update), text('Weiger een conditional update die niet eenduidig is.', 'Refuse a conditional update that is ambiguous.'));
  }
  if (update.response.status === 200 || update.response.status === 204) return pass(`one match: ${ending(update)}`, update);
  return violation(where, text('200: de aanmelding is bijgewerkt.', '200: the notification was updated.'), ending(update), text('Zoek op identifier en werk de gevonden Task bij.', 'Search by identifier and update the Task that was found.'), [202, 502, 504].includes(update.response.status) ? { atMost: 'warning' } : {});
}
