import type { TraceRule } from '../../../model/rule.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { sequenceOf } from '../../message/sequence.ts';
import { targetOf } from '../../message/target.ts';
import { taskOf } from '../../message/task.ts';

/**
 * A notification is revoked with a conditional update (twiin.md 3.4). Cancellation is an option, so only a system that
 * claims it is judged. The URL form is inferred: any PUT on Task with search criteria passes; NTF-30 looks at the body. What only shapes
 * the answer (_format) is no criterion.
 */
export const cancellationIsAConditionalUpdate: TraceRule = {
  id: 'cancellation-is-a-conditional-update', scope: 'trace', span: 'case', requirements: ['TWIIN-NTF-29'],
  title: { nl: 'Intrekken gaat met een conditional update', en: 'Revoking goes by conditional update' },
  judge: (trace, context) => {
    if (context.facts.caseKind !== 'cancel') return [notApplicable('nothing was cancelled')];
    if (!context.claim.ics.options.cancellation) return [notApplicable('cancellation is not claimed')];
    const sequence = sequenceOf(trace, 'cancel', context.addressee);
    if (sequence === null) return [notApplicable('there was no notification to cancel')];
    const next = text('Stuur PUT [base]/Task?identifier=<system>|<value> met de hele Task en status cancelled.', 'Send PUT [base]/Task?identifier=<system>|<value> with the whole Task and status cancelled.');
    const expected = text('PUT [base]/Task?identifier=…', 'PUT [base]/Task?identifier=…');
    const update = sequence.after.find((one) => one.request.method === 'PUT') ?? sequence.after.find((one) => taskOf(one)?.status === 'cancelled');
    // Silence says something only when the system said that it had cancelled.
    if (update === undefined && context.facts.cancelled !== true) return [notApplicable('the system did not cancel')];
    if (update === undefined && sequence.refused.length > 0) return [notApplicable('a message came, and was refused for its token')];
    if (update === undefined) return [violation({ exchange: sequence.first, part: 'request', path: 'request line' }, expected, 'no update within the window', next)];
    const target = targetOf(update);
    if (update.request.method === 'PUT' && target.type === 'Task' && target.id === null && target.parameters.some(([name]) => !/^_(format|pretty|summary|elements)$/.test(name))) return [pass('conditional update', update)];
    return [violation({ exchange: update, part: 'request', path: 'request line' }, expected, show(`${update.request.method} …/Task${target.id === null ? '' : '/<id>'}`), next)];
  },
};
