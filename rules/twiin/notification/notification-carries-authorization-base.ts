import { taskRule } from '../../factories/task-rule.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { hasCode, inputsOf } from '../../message/task.ts';

/**
 * A sender that uses an authorization base puts it in the notification (twiin.md 4.4, cardinality 0..1). The level is MAY and
 * other means exist, so absence is a remark, and no remark at all where the claim says that none is used.
 */
export const notificationCarriesAuthorizationBase = taskRule(
  {
    id: 'notification-carries-authorization-base', requirements: ['TWIIN-NTF-07'],
    title: { nl: 'De aanmelding bevat een authorization base', en: 'The notification holds an authorization base' },
  },
  (task, exchange, context) => {
    const bases = inputsOf(task).filter((input) => hasCode(input, 'authorization-base')).length;
    if (bases === 1) return [pass('authorization-base present', exchange)];
    if (bases > 1) {
      return [violation(
        { exchange, part: 'request', path: 'Task.input' }, text('Ten hoogste één input met code authorization-base.', 'At most one input with code authorization-base.'), `${bases} of them`,
        text('Stuur de authorization base één keer mee.', 'Send the authorization base once.'), { atMost: 'remark' },
      )];
    }
    if (!context.claim.ics.options.authorizationBase) return [notApplicable('the claim has no authorization base')];
    return [violation(
      { exchange, part: 'request', path: 'Task.input' }, text('Een input met code authorization-base.', 'An input with code authorization-base.'), 'absent',
      text('Ga na of dit zo bedoeld is: de claim zegt dat er een authorization base is.', 'Check whether this is meant: the claim says that there is an authorization base.'), { atMost: 'remark' },
    )];
  },
  ['POST'],
);
