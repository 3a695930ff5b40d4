import type { ExchangeRule } from '../../../model/rule.ts';
import { ending, noAnswer, notTested, pass, text, violation } from '../../message/outcome.ts';
import { isSpoiled, refused, weCall } from '../../message/select.ts';

/** A notification for an owner that is not served here is refused (twiin.md 3.3). Any refusal passes, milder than NTF-34. */
export const foreignOwnerIsRefused: ExchangeRule = {
  id: 'foreign-owner-is-refused', scope: 'exchange', requirements: ['TWIIN-NTF-38'],
  title: { nl: 'Een aanmelding voor een andere organisatie wordt geweigerd', en: 'A notification for another organisation is refused' },
  selects: (exchange) => weCall(exchange, 'twiin-receiver', 'notification') && isSpoiled(exchange, ['owner-not-served']),
  judge: (exchange) => {
    if (exchange.response === null) return [notTested(noAnswer)];
    if (refused(exchange)) return [pass(ending(exchange), exchange)];
    return [violation(
      { exchange, part: 'response', path: 'status' }, text('403, 404 of 422.', '403, 404 or 422.'), ending(exchange),
      text('Vergelijk owner met de organisaties die dit endpoint bedient.', 'Compare owner with the organisations that this endpoint serves.'),
    )];
  },
};
