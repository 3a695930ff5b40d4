import type { ExchangeRule } from '../../../model/rule.ts';
import { tokenGiven } from '../../message/answers.ts';
import { assertionOf } from '../../message/jwt.ts';
import { ending, notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { both, sutCalls } from '../../message/select.ts';

/** Milliseconds that clocks may differ. */
const skew = 60_000;
/** Our own authorization server gives no token on an expired assertion (AUT-21, RFC 7523 3 (4)). */
export const simulatorExpiredAssertionGivesNoToken: ExchangeRule = {
  id: 'simulator-expired-assertion-gives-no-token', scope: 'exchange', requirements: ['TWIIN-AUT-21'],
  title: { nl: 'Toetssteen geeft geen token op een verlopen assertion', en: 'Toetssteen gives no token on an expired assertion' },
  selects: (exchange) => sutCalls(exchange, [...both, 'simulator'], 'token') && exchange.response !== null,
  judge: (exchange) => {
    const expired = (['client_assertion', 'assertion'] as const).filter((name) => {
      const jwt = assertionOf(exchange, name);
      return jwt !== null && jwt !== 'malformed' && typeof jwt.claims.exp === 'number' && jwt.claims.exp * 1000 + skew < exchange.startedAt;
    });
    if (expired.length === 0) return [notApplicable('no assertion was expired')];
    if (tokenGiven(exchange) === null) return [pass(ending(exchange), exchange)];
    return [violation(
      { exchange, part: 'response', path: 'access_token' }, text('Geen token.', 'No token.'), `a token on an expired ${expired.join(' and ')}`,
      text('Herstel de simulator van Toetssteen.', 'Mend the simulator of Toetssteen.'),
    )];
  },
};
