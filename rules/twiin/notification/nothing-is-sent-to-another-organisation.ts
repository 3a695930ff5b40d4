import type { Exchange } from '../../../model/exchange.ts';
import type { TraceRule } from '../../../model/rule.ts';
import { stringOf } from '../../message/body.ts';
import { grantClaims } from '../../message/jwt.ts';
import { isOfAnotherCase, isSentByHand, wentToItsOwner } from '../../message/of-the-case.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { exchangesOf, sutCalls } from '../../message/select.ts';

/**
 * Nothing of a case goes to another organisation than its addressee (the other half of NTF-15; twiin.md 3). A notification
 * elsewhere, or a token request that names the patient, is harm; a token request without patient is a warning at most. A message
 * about another patient is not of this case, and what a person sends may go where that person chose: a warning at most.
 */
export const nothingIsSentToAnotherOrganisation: TraceRule = {
  id: 'nothing-is-sent-to-another-organisation', scope: 'trace', span: 'case', requirements: ['TWIIN-NTF-15'],
  title: { nl: 'Er gaat niets naar een andere organisatie dan de geadresseerde', en: 'Nothing goes to another organisation than the addressee' },
  judge: (trace, context) => {
    const { addressee } = context;
    const sent = exchangesOf(trace).filter((one) => sutCalls(one, 'twiin-sender', 'notification', 'token'));
    if (addressee === null) return [notApplicable('the case has no addressee')];
    const astray = sent.filter((one) => one.organisation !== addressee && !isOfAnotherCase(one, context));
    if (astray.length > 0) return astray.map((one) => judgeOne(one, addressee, isSentByHand(context) && (one.endpoint === 'token' || wentToItsOwner(one))));
    const arrived = sent.find((one) => one.endpoint === 'notification' && one.organisation === addressee);
    return [arrived === undefined ? notApplicable('nothing was sent') : pass(`all ${sent.filter((one) => one.organisation === addressee).length} messages went to the addressee`, arrived)];
  },
};
function judgeOne(exchange: Exchange, addressee: string, chosen: boolean) {
  const withPatient = exchange.endpoint === 'notification' || stringOf(grantClaims(exchange)?.patient) !== null || exchange.withheld !== undefined;
  const harm = text('Patiëntgegevens gingen naar een andere organisatie dan de geadresseerde.', 'Patient data went to another organisation than the addressee.');
  return violation(
    { exchange, part: 'request', path: 'request line' }, text(`Alleen berichten naar URA ${addressee}.`, `Messages to URA ${addressee} only.`),
    `a ${exchange.endpoint} request at URA ${exchange.organisation === '' ? 'unknown' : exchange.organisation}`,
    text('Kies het adres op de URA van de geadresseerde, niet op naam of op de beheerder van het endpoint.', 'Choose the address by the URA of the addressee, not by name or by the manager of the endpoint.'),
    withPatient && !chosen ? { harm } : { atMost: 'warning' },
  );
}
