import { taskRule } from '../../factories/task-rule.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';

/** intent is proposal (twiin.md 3.1). */
export const notificationIntentIsProposal = taskRule(
  { id: 'notification-intent-is-proposal', requirements: ['TWIIN-NTF-11'], title: { nl: 'De aanmelding heeft intent proposal', en: 'The notification has intent proposal' } },
  (task, exchange) => (task.intent === 'proposal' ? [pass('proposal', exchange)] : [violation(
    { exchange, part: 'request', path: 'Task.intent' }, text('proposal', 'proposal'), show(task.intent),
    text('Zet intent op proposal; order hoort bij de workflow task.', 'Set intent to proposal; order belongs to the workflow task.'),
  )]),
);
