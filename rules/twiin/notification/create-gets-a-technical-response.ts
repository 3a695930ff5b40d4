import type { ExchangeRule } from '../../../model/rule.ts';
import { ending, notApplicable, notTested, noAnswer, pass, text, violation } from '../../message/outcome.ts';
import { refused, success, weCall } from '../../message/select.ts';

/**
 * The receiver processes the notification and answers the create (twiin.md 2, steps 2-3). 202 left the text in 1.3: a warning at
 * most, as the check says. A refusal is a technical response too and is not judged: why it came is not known here. No source gives a time
 * to answer in (twiin.md 11), so no answer within ours warns, and so does 502, 503 or 504: whoever answers in front. What began to answer is
 * judged by its status.
 */
export const createGetsATechnicalResponse: ExchangeRule = {
  id: 'create-gets-a-technical-response', scope: 'exchange', requirements: ['TWIIN-NTF-32'],
  title: { nl: 'De ontvanger antwoordt op de aanmelding', en: 'The receiver answers the notification' },
  selects: (exchange) => weCall(exchange, 'twiin-receiver', 'notification') && exchange.stimulus.valid && exchange.request.method === 'POST',
  judge: (exchange) => {
    const where = { exchange, part: 'response', path: 'status' } as const;
    const expected = text('201 Created.', '201 Created.');
    const next = text('Verwerk de aanmelding en antwoord met 201 en een Location.', 'Process the notification and answer 201 with a Location.');
    const { outcome, detail } = exchange.transport;
    if (exchange.response === null && outcome === 'timeout') return [violation(where, expected, detail === undefined ? 'no answer: timeout' : `no answer: ${detail}`, next, { atMost: 'warning' })];
    if (exchange.response === null && outcome === 'reset') return [violation(where, expected, 'no answer: reset', next)];
    if (exchange.response === null) return [notTested(noAnswer)];
    if ([502, 503, 504].includes(exchange.response.status)) return [violation(where, expected, ending(exchange), next, { atMost: 'warning' })];
    if (exchange.response.status === 202) return [violation(where, expected, 'HTTP 202', next, { atMost: 'warning' })];
    if (success(exchange)) return [pass(ending(exchange), exchange)];
    if (refused(exchange)) return [notApplicable(`the notification was refused: ${ending(exchange)}`)];
    return [violation(where, expected, ending(exchange), next)];
  },
};
