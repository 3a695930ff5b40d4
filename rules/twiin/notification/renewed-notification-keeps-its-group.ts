import type { TraceRule } from '../../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { isRetry, sequenceOf } from '../../message/sequence.ts';
import { groupOf, identifierOf, taskOf } from '../../message/task.ts';

/** A renewed notification has another identifier and the same groupIdentifier (twiin.md 3.1; SHOULD here, MUST in the draft BGZ-N-07). */
export const renewedNotificationKeepsItsGroup: TraceRule = {
  id: 'renewed-notification-keeps-its-group', scope: 'trace', span: 'case', requirements: ['TWIIN-NTF-28'],
  title: { nl: 'Een vernieuwde aanmelding heeft een nieuwe identifier in dezelfde groep', en: 'A renewed notification has a new identifier in the same group' },
  judge: (trace, context) => {
    const sequence = context.facts.caseKind === 'renew' ? sequenceOf(trace, 'renew', context.addressee) : null;
    const renewed = sequence?.after.find((one) => one.request.method === 'POST' && !isRetry(sequence.first, one));
    if (sequence === null || renewed === undefined) return [notApplicable('no renewed notification came')];
    const [first, second] = [taskOf(sequence.first), taskOf(renewed)];
    if (first === null || second === null) return [notApplicable('one of both is no JSON Task')];
    const at = (path: string) => ({ exchange: renewed, part: 'request', path }) as const;
    const next = text('Nieuwe identifier, zelfde groupIdentifier.', 'New identifier, same groupIdentifier.');
    if (identifierOf(first) === identifierOf(second)) return [violation(at('Task.identifier'), text('Een andere identifier dan de eerste.', 'Another identifier than the first.'), 'the same', next)];
    if (groupOf(first) !== groupOf(second)) return [violation(at('Task.groupIdentifier'), text('Dezelfde groupIdentifier als de eerste.', 'The same groupIdentifier as the first.'), 'another one', next)];
    return [pass('new identifier, same group', renewed)];
  },
};
