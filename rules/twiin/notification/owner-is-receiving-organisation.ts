import { taskRule } from '../../factories/task-rule.ts';
import { isOfAnotherCase, isSentByHand, wentToItsOwner } from '../../message/of-the-case.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { organisationOf } from '../../message/task.ts';

/**
 * owner.identifier is there once and is the receiving organisation (twiin.md 3.1). The URA form may only warn, as in NTF-14.
 * The receiving organisation is the addressee of the case, or else the one at whose endpoint the message came in.
 * Harm is that the message arrived at another organisation than the addressee. A message about another patient that went elsewhere is
 * not of this case; one that a person sent to whom it names may be that person's choice: a warning at most.
 */
export const ownerIsReceivingOrganisation = taskRule(
  {
    id: 'owner-is-receiving-organisation', requirements: ['TWIIN-NTF-15'],
    title: { nl: 'owner is de ontvangende organisatie', en: 'owner is the receiving organisation' },
  },
  (task, exchange, context) => {
    const where = { exchange, part: 'request', path: 'Task.owner.identifier' } as const;
    const meant = context.addressee ?? exchange.organisation;
    const expected = text(`Eén keer, met URA ${meant}.`, `Once, with URA ${meant}.`);
    const next = text('Zet de URA van de geadresseerde in owner.identifier.', 'Put the URA of the addressee in owner.identifier.');
    const found = organisationOf(task.owner);
    if (found.kind === 'absent' || found.kind === 'several') return [violation(where, expected, found.kind, next)];
    if (found.kind === 'other') return [violation(where, expected, `system ${found.system}`, next, { atMost: 'warning' })];
    if (found.kind === 'malformed-ura') return [violation(where, expected, 'a URA without 8 digits', next, { atMost: 'warning' })];
    if (found.ura === meant) return [pass(`URA ${meant}`, exchange)];
    if (wentToItsOwner(exchange) && isOfAnotherCase(exchange, context)) return [notApplicable('about another patient, at its own addressee: not of this case')];
    if (wentToItsOwner(exchange) && isSentByHand(context)) return [violation(where, expected, `URA ${found.ura}`, chosen(meant), { atMost: 'warning' })];
    const harm = text('De aanmelding kwam bij een andere organisatie terecht dan de geadresseerde.', 'The notification ended up at another organisation than the addressee.');
    return [violation(where, expected, `URA ${found.ura}`, next, exchange.organisation === meant ? {} : { harm })];
  },
);
function chosen(ura: string) {
  return text(`Ga na of bij het versturen de ontvanger met URA ${ura} is gekozen; zo ja, dan koos het systeem een ander.`, `Check whether the receiver with URA ${ura} was chosen when sending; if so, the system chose another.`);
}
