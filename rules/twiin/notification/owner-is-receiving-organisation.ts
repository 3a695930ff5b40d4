import { taskRule } from '../../factories/task-rule.ts';
import { pass, text, violation } from '../../message/outcome.ts';
import { organisationOf } from '../../message/task.ts';

/**
 * owner.identifier is there once and is the receiving organisation (twiin.md 3.1). The URA form may only warn, as in NTF-14.
 * The receiving organisation is the addressee of the case, or else the one at whose endpoint the message came in.
 * Harm is that the message arrived at another organisation than the addressee.
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
    const harm = text('De aanmelding kwam bij een andere organisatie terecht dan de geadresseerde.', 'The notification ended up at another organisation than the addressee.');
    return [violation(where, expected, `URA ${found.ura}`, next, exchange.organisation === meant ? {} : { harm })];
  },
);
