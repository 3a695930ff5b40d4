import type { MessageRule, RuleOutcome } from '../../../model/rule.ts';
import type { Text } from '../../../model/text.ts';
import { noValidator, validityOutcomes } from '../../fhir/outcomes.ts';
import { validityOf } from '../../fhir/validity.ts';
import { bodyOf } from '../../message/body.ts';
import { judgementOf } from '../../message/fhir.ts';
import { notTested, show, text, violation } from '../../message/outcome.ts';
import { r4HabitsOf } from '../../message/r4-task.ts';
import { sutCalls } from '../../message/select.ts';

/**
 * The notification is a Task of FHIR STU3 (Twiin-01; twiin.md 3.2): the habits of R4 are told by name, then base FHIR is asked. Profiles
 * that a Task states are left out: Twiin publishes none.
 */
export const notificationIsAnStu3Task: MessageRule = {
  id: 'notification-is-an-stu3-task', scope: 'message', part: 'request', needs: ['json-body'], requirements: ['TWIIN-NTF-02'],
  title: { nl: 'De aanmelding is een STU3-Task', en: 'The notification is an STU3 Task' },
  selects: (exchange) => sutCalls(exchange, 'twiin-sender', 'notification') && ['POST', 'PUT'].includes(exchange.request.method),
  judge: (exchange, context): readonly RuleOutcome[] => {
    const body = bodyOf(exchange, 'request');
    const broken = (path: string, actual: string, next: Text): RuleOutcome => violation({ exchange, part: 'request', path }, text('Een Task volgens FHIR STU3.', 'A Task as in FHIR STU3.'), actual, next);
    if (body.kind !== 'json' || body.value.resourceType !== 'Task') {
      return [broken('Task', body.kind === 'json' ? show(body.value.resourceType) : body.kind, text('Stuur een Task als body van het verzoek.', 'Send a Task as the body of the request.'))];
    }
    const habits = r4HabitsOf(body.value);
    if (habits.length > 0) return habits.map((one) => broken(one.path, one.actual, one.next));
    const judgement = judgementOf(exchange, 'request', context);
    if (judgement === null) return [];
    const outcomes = validityOutcomes(exchange, 'request', validityOf(judgement, 'base'), 'STU3 Task');
    return judgement.validation === null ? [...outcomes.filter((one) => one.kind === 'violation'), notTested(noValidator)] : outcomes;
  },
};
