import type { NotificationGrant } from '../../../model/grant.ts';
import type { TraceRule } from '../../../model/rule.ts';
import { grantClaims } from '../../message/jwt.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, sutCalls } from '../../message/select.ts';

/** The authorization base comes back byte for byte in the token request for the pull (twiin.md 4.4, S24). */
export const authorizationBaseIsPlayedBackUnchanged: TraceRule = {
  id: 'authorization-base-is-played-back-unchanged', scope: 'trace', span: 'case', requirements: ['TWIIN-AUT-17'],
  title: { nl: 'De authorization base komt ongewijzigd terug', en: 'The authorization base comes back unchanged' },
  judge: (trace, context) => {
    const offers = context.grants.filter((one): one is NotificationGrant => one.kind === 'notification' && one.by === 'harness');
    const requests = exchangesOf(trace).filter((one) => sutCalls(one, 'twiin-receiver', 'token') && grantClaims(one) !== null);
    if (requests.length === 0) return [notApplicable('the system asked no token for a pull')];
    return requests.map((request) => {
      const mine = offers.filter((one) => one.senderUra === request.organisation);
      if (mine.length === 0 || mine.some((one) => one.authorizationBase === null)) return notApplicable('a notification without authorization base was given out');
      const claim = grantClaims(request)?.authorization_base;
      if (mine.some((one) => one.authorizationBase === claim)) return pass('equal byte for byte', request);
      return violation(
        { exchange: request, part: 'request', path: 'assertion claims.authorization_base' },
        text('De authorization base uit de aanmelding, byte voor byte gelijk.', 'The authorization base of the notification, byte for byte the same.'),
        claim === undefined ? 'absent' : typeof claim !== 'string' ? `a ${typeof claim}` : `another value of ${claim.length} characters`,
        text('Bewaar de waarde uit Task.input ongewijzigd en stuur haar zo terug; decodeer of knip niet.', 'Keep the value of Task.input as it is and send it back so; do not decode or trim it.'),
      );
    });
  },
};
