import type { ExchangeRule } from '../../../model/rule.ts';
import { dataIn, givesData } from '../../message/answers.ts';
import { ending, noAnswer, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { isSpoiled, refused, weCall } from '../../message/select.ts';
import { normalised, parseTarget, targetOf } from '../../message/target.ts';

/** Shapes the answer and selects nothing. */
const shaping = (name: string): boolean => name.startsWith('_');

/**
 * What was not offered is refused (twiin.md 5.4, Nuts norm, a warning for Twiin). An empty answer gives nothing away but is no refusal: the same finding, without harm.
 * Where the notification offers this very query after all, the stimulus proves nothing; nor does a token that is used up (401), or a busy server.
 */
export const queryOutsideTheGrantIsRefused: ExchangeRule = {
  id: 'query-outside-the-grant-is-refused', scope: 'exchange', requirements: ['TWIIN-PUL-16'],
  title: { nl: 'Een vraag buiten het aanbod wordt geweigerd', en: 'A query outside the offer is refused' },
  selects: (exchange) => weCall(exchange, 'twiin-sender', 'resource') && isSpoiled(exchange, ['query-outside-grant']),
  judge: (exchange, context) => {
    if (exchange.response === null) return [notTested(noAnswer)];
    const { type } = targetOf(exchange);
    const asked = normalised(targetOf(exchange), shaping);
    const offered = context.grants.flatMap((one) => (one.kind === 'notification' && one.by === 'sut' ? [...one.queries, ...one.resources] : [])).map((one) => normalised(parseTarget(one), shaping));
    if (offered.includes(asked)) return [notApplicable(`${asked} was offered`)];
    if ([401, 429, 503].includes(exchange.response.status)) return [notApplicable(`not answered for another reason: ${ending(exchange)}`)];
    if (refused(exchange)) return [pass(ending(exchange), exchange)];
    const expected = text('Weigering, bijvoorbeeld 403.', 'Refusal, for example 403.');
    const next = text('Sta alleen toe wat in de aanmelding of workflow task is aangeboden.', 'Allow only what was offered in the notification or workflow task.');
    const where = { exchange, part: 'response', path: 'status' } as const;
    if (!givesData(exchange)) return [violation(where, expected, `${ending(exchange)} without data`, next)];
    const harm = text('Er werden gegevens gegeven die niet waren aangeboden.', 'Data were given that were not offered.');
    return [violation(where, expected, `${dataIn(exchange).length} resources of type ${type ?? 'unknown'}`, next, { harm })];
  },
};
