import { taskRule } from '../../factories/task-rule.ts';
import { child, stringOf } from '../../message/body.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';

/** groupIdentifier is present, with system and value (twiin.md 3.1). */
export const notificationHasGroupIdentifier = taskRule(
  { id: 'notification-has-group-identifier', requirements: ['TWIIN-NTF-09'], title: { nl: 'De aanmelding heeft een groupIdentifier', en: 'The notification has a groupIdentifier' } },
  (task, exchange) => {
    const group = child(task, 'groupIdentifier');
    if (stringOf(group?.system) !== null && stringOf(group?.value) !== null) return [pass('groupIdentifier present', exchange)];
    return [violation(
      { exchange, part: 'request', path: 'Task.groupIdentifier' }, text('groupIdentifier met system en value.', 'groupIdentifier with system and value.'), show(task.groupIdentifier),
      text('Geef alle aanmeldingen van één verwijzing dezelfde groupIdentifier.', 'Give all notifications of one referral the same groupIdentifier.'),
    )];
  },
);
