import type { Exchange } from '../../../model/exchange.ts';
import type { MessageRule, RuleContext, RuleOutcome } from '../../../model/rule.ts';
import type { Text } from '../../../model/text.ts';
import { noValidator, validityOutcomes } from '../../fhir/outcomes.ts';
import { validityOf } from '../../fhir/validity.ts';
import { jsonOf } from '../../message/body.ts';
import { formatAsked, formatGiven, statedType } from '../../message/content-type.ts';
import { judgementOf } from '../../message/fhir.ts';
import { ending, notApplicable, notTested, show, text, violation } from '../../message/outcome.ts';
import { r4HabitsOf } from '../../message/r4-task.ts';
import { success, weCall } from '../../message/select.ts';
import { isReadable, unread } from '../../message/unread.ts';

/**
 * The workflow task comes as an STU3 Task in one of the two formats of FHIR, by Accept or the server's default (Twiin-03; twiin.md 5.1).
 * What the task holds is judged by base FHIR only: nothing more specific was agreed. Twiin asks no second format, so a system that
 * claims JSON only is not held to a question in XML.
 */
export const workflowTaskIsAnStu3Task: MessageRule = {
  id: 'workflow-task-is-an-stu3-task', scope: 'message', part: 'response', requirements: ['TWIIN-PUL-02'],
  title: { nl: 'De workflow task is een STU3-Task in JSON of XML', en: 'The workflow task is an STU3 Task in JSON or XML' },
  selects: (exchange) => weCall(exchange, 'twiin-sender', 'workflow-task') && exchange.stimulus.valid && exchange.request.method === 'GET',
  judge: (exchange, context): readonly RuleOutcome[] => {
    if (!isReadable(exchange)) return [notTested(unread(exchange))];
    const asked = formatAsked(exchange);
    if (asked !== null && !context.claim.ics.options.formats.includes(asked)) return [notApplicable(`${asked.toUpperCase()} is not claimed`)];
    if (exchange.response.status === 406 && asked !== null) {
      return [broken(exchange, 'status', `HTTP 406 for ${asked.toUpperCase()}`, text('Geef de taak in het gevraagde en geclaimde formaat.', 'Give the task in the format that was asked and claimed.'))];
    }
    if (!success(exchange)) return [notApplicable(`no task was given: ${ending(exchange)}`)];
    const format = wrongFormat(exchange);
    return format === null ? judgeTask(exchange, context) : [format];
  },
};
function broken(exchange: Exchange, path: string, actual: string, next: Text, atMost?: 'warning'): RuleOutcome {
  const expected = text('Een Task volgens FHIR STU3, als application/fhir+json of application/fhir+xml.', 'A Task as in FHIR STU3, as application/fhir+json or application/fhir+xml.');
  return violation({ exchange, part: 'response', path }, expected, actual, next, atMost === undefined ? {} : { atMost });
}
function wrongFormat(exchange: Exchange): RuleOutcome | null {
  const stated = statedType(exchange);
  const [asked, given] = [formatAsked(exchange), formatGiven(exchange)];
  const next = text('Kies de representatie naar Accept en zet haar type in Content-Type.', 'Choose the representation by Accept and put its type in Content-Type.');
  if (stated.kind === 'absent' || stated.kind === 'other') return broken(exchange, 'header content-type', stated.kind === 'absent' ? 'no Content-Type' : show(stated.type), next);
  if (given !== null && given !== stated.format) return broken(exchange, 'body', `${given.toUpperCase()} as ${stated.type}`, next);
  if (given !== null && asked !== null && given !== asked) return broken(exchange, 'body', `${given.toUpperCase()} where ${asked.toUpperCase()} was asked`, next);
  return stated.kind === 'loose' ? broken(exchange, 'header content-type', stated.type, next, 'warning') : null;
}
function judgeTask(exchange: Exchange, context: RuleContext): readonly RuleOutcome[] {
  const task = jsonOf(exchange, 'response');
  if (task?.resourceType !== 'Task') return [broken(exchange, 'resourceType', task === null ? 'no resource' : show(task.resourceType), text('Antwoord met de Task zelf.', 'Answer with the Task itself.'))];
  const habits = r4HabitsOf(task);
  if (habits.length > 0) return habits.map((one) => broken(exchange, one.path, one.actual, one.next));
  const judgement = judgementOf(exchange, 'response', context);
  if (judgement === null || judgement.validation === null) return [notTested(noValidator)];
  return validityOutcomes(exchange, 'response', validityOf(judgement, 'base'), 'STU3 Task');
}
