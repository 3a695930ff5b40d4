import { taskRule } from '../../factories/task-rule.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';
import { codeSystemVariant, codingsOf, taskCode } from '../../message/task.ts';

/** code.coding contains TaskCode|pull-notification (twiin.md 3.1). The CodeSystem variant of VZVZ's transformation is a warning. */
export const notificationCodeIsPullNotification = taskRule(
  { id: 'notification-code-is-pull-notification', requirements: ['TWIIN-NTF-12'], title: { nl: 'De code is pull-notification', en: 'The code is pull-notification' } },
  (task, exchange) => {
    const codings = codingsOf(task.code).filter((coding) => coding.code === 'pull-notification');
    if (codings.some((coding) => coding.system === taskCode)) return [pass('TaskCode|pull-notification', exchange)];
    const variant = codings.some((coding) => coding.system === codeSystemVariant(taskCode));
    return [violation(
      { exchange, part: 'request', path: 'Task.code.coding' }, text(`${taskCode}|pull-notification`, `${taskCode}|pull-notification`),
      show(codings[0] === undefined ? task.code : codings[0].system),
      text('Gebruik precies dit system en deze code.', 'Use exactly this system and code.'), variant ? { atMost: 'warning' } : {},
    )];
  },
);
