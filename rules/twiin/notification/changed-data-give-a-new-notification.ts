import type { TraceRule } from '../../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { isRetry, sequenceOf } from '../../message/sequence.ts';

/** When the data set changed, the sender informs the receiver with a new notification: a create, never a PUT of the old one (twiin.md 2, steps 4-5). */
export const changedDataGiveANewNotification: TraceRule = {
  id: 'changed-data-give-a-new-notification', scope: 'trace', span: 'case', requirements: ['TWIIN-NTF-27'],
  title: { nl: 'Gewijzigde gegevens geven een nieuwe aanmelding', en: 'Changed data give a new notification' },
  judge: (trace, context) => {
    if (context.facts.caseKind !== 'renew' || context.facts.dataChanged !== true) return [notApplicable('no data were changed')];
    const sequence = sequenceOf(trace, 'renew', context.addressee);
    if (sequence === null) return [notApplicable('there was no first notification, or no change')];
    const created = sequence.after.find((one) => one.request.method === 'POST' && !isRetry(sequence.first, one));
    if (created !== undefined) return [pass('a second create', created)];
    if (sequence.refused.some((one) => one.request.method === 'POST')) return [notApplicable('a second message came, and was refused for its token')];
    const instead = sequence.after.find((one) => one.request.method === 'PUT');
    return [violation(
      { exchange: instead ?? sequence.first, part: 'request', path: 'request line' },
      text('Een nieuwe aanmelding met POST [base]/Task.', 'A new notification with POST [base]/Task.'),
      instead === undefined ? 'no second message within the window' : 'a PUT of the earlier notification',
      text('Stuur bij gewijzigde gegevens een nieuwe Notification Task.', 'Send a new Notification Task when the data changed.'),
    )];
  },
};
