import { taskRule } from '../../factories/task-rule.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';

/** status of a new notification is requested (twiin.md 3.1). Cancellations go by PUT and are NTF-30's. */
export const notificationStatusIsRequested = taskRule(
  { id: 'notification-status-is-requested', requirements: ['TWIIN-NTF-10'], title: { nl: 'Een nieuwe aanmelding heeft status requested', en: 'A new notification has status requested' } },
  (task, exchange) => (task.status === 'requested' ? [pass('requested', exchange)] : [violation(
    { exchange, part: 'request', path: 'Task.status' }, text('requested', 'requested'), show(task.status),
    text('Zet status op requested bij het aanmelden.', 'Set status to requested when notifying.'),
  )]),
  ['POST'],
);
