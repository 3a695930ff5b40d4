import { taskRule } from '../../factories/task-rule.ts';
import { child } from '../../message/body.ts';
import { isSentByHand } from '../../message/of-the-case.ts';
import { pass, text, violation } from '../../message/outcome.ts';
import { organisationOf } from '../../message/task.ts';

/**
 * requester.onBehalfOf.identifier is there once and is the sending organisation (twiin.md 3.1). The URA form itself may only
 * warn (NTF-17, inferred/low), although the check would fail on it; another organisation than the claimed one does fail.
 * The comparison with the token is left out: clients fill `sub` in different ways (twiin.md 4.3). Where a person sends, several
 * organisations may live in one system and the person chose one: a warning at most.
 */
export const onBehalfOfIsSendingOrganisation = taskRule(
  {
    id: 'on-behalf-of-is-sending-organisation', requirements: ['TWIIN-NTF-14'],
    title: { nl: 'requester.onBehalfOf is de verzendende organisatie', en: 'requester.onBehalfOf is the sending organisation' },
  },
  (task, exchange, context) => {
    const where = { exchange, part: 'request', path: 'Task.requester.onBehalfOf.identifier' } as const;
    const own = context.claim.ixit.organisation.ura;
    const expected = text(`Eén keer, met URA ${own}.`, `Once, with URA ${own}.`);
    const next = text('Zet de URA van de eigen organisatie in requester.onBehalfOf.identifier.', 'Put the URA of the own organisation in requester.onBehalfOf.identifier.');
    const found = organisationOf(child(task, 'requester')?.onBehalfOf);
    if (found.kind === 'absent' || found.kind === 'several') return [violation(where, expected, found.kind, next)];
    if (found.kind === 'other') return [violation(where, expected, `system ${found.system}`, next, { atMost: 'warning' })];
    if (found.kind === 'malformed-ura') return [violation(where, expected, 'a URA without 8 digits', next, { atMost: 'warning' })];
    return [found.ura === own ? pass(`URA ${own}`, exchange) : violation(where, expected, `URA ${found.ura}`, next, isSentByHand(context) ? { atMost: 'warning' } : {})];
  },
);
