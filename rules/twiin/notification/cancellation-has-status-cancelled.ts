import type { TraceRule } from '../../../model/rule.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { sequenceOf } from '../../message/sequence.ts';
import { identifierOf, taskOf } from '../../message/task.ts';

/** The cancelling Task has status cancelled and the identifier of the original (twiin.md 3.4). */
export const cancellationHasStatusCancelled: TraceRule = {
  id: 'cancellation-has-status-cancelled', scope: 'trace', span: 'case', requirements: ['TWIIN-NTF-30'],
  title: { nl: 'De intrekking heeft status cancelled en dezelfde identifier', en: 'The cancellation has status cancelled and the same identifier' },
  judge: (trace, context) => {
    const sequence = context.facts.caseKind === 'cancel' ? sequenceOf(trace, 'cancel', context.addressee) : null;
    const update = sequence?.after.find((one) => one.request.method === 'PUT') ?? sequence?.after.find((one) => taskOf(one)?.status === 'cancelled');
    if (sequence === null || update === undefined) return [notApplicable('no cancellation came')];
    const [first, second] = [taskOf(sequence.first), taskOf(update)];
    if (first === null || second === null) return [notApplicable('one of both is no JSON Task')];
    const at = (path: string) => ({ exchange: update, part: 'request', path }) as const;
    const next = text('Stuur de hele oorspronkelijke Task met alleen status cancelled.', 'Send the whole original Task with only status cancelled.');
    if (second.status !== 'cancelled') return [violation(at('Task.status'), text('cancelled', 'cancelled'), show(second.status), next)];
    if (identifierOf(first) !== identifierOf(second)) return [violation(at('Task.identifier'), text('De identifier van de oorspronkelijke aanmelding.', 'The identifier of the original notification.'), 'another one', next)];
    return [pass('cancelled, same identifier', update)];
  },
};
