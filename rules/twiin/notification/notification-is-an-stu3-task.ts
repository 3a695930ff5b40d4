import type { MessageRule, RuleOutcome } from '../../../model/rule.ts';
import type { Exchange } from '../../../model/exchange.ts';
import { bodyOf, child, isObject, type Json } from '../../message/body.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';
import { sutCalls } from '../../message/select.ts';
import { elementsOf } from '../../message/walk.ts';

/** Elements of Task that only R4 knows. */
const r4Elements: Readonly<Record<string, string>> = {
  instantiatesUri: 'definitionUri', instantiatesCanonical: 'definitionReference', encounter: 'context',
  reasonCode: 'reason', reasonReference: 'reason', location: '', insurance: '',
};
const lists = ['identifier', 'basedOn', 'input', 'partOf', 'note', 'relevantHistory'];

/** The notification is an STU3 Task (Twiin-01; twiin.md 3.2). What is looked at are the habits of R4 and the shape of the JSON. */
export const notificationIsAnStu3Task: MessageRule = {
  id: 'notification-is-an-stu3-task', scope: 'message', part: 'request', needs: ['json-body'], requirements: ['TWIIN-NTF-02'],
  title: { nl: 'De aanmelding is een STU3-Task', en: 'The notification is an STU3 Task' },
  selects: (exchange) => sutCalls(exchange, 'twiin-sender', 'notification') && ['POST', 'PUT'].includes(exchange.request.method),
  judge: (exchange) => {
    const body = bodyOf(exchange, 'request');
    const broken = (path: string, actual: string, nl: string, en: string): RuleOutcome =>
      violation({ exchange, part: 'request', path }, text('Een Task volgens FHIR STU3.', 'A Task as in FHIR STU3.'), actual, text(nl, en));
    if (body.kind !== 'json' || body.value.resourceType !== 'Task') {
      const actual = body.kind === 'json' ? show(body.value.resourceType) : body.kind;
      return [broken('Task', actual, 'Stuur een Task als body van het verzoek.', 'Send a Task as the body of the request.')];
    }
    const found = [...r4Habits(body.value, broken), ...shapes(body.value, exchange, broken)];
    return found.length > 0 ? found : [pass('STU3 Task', exchange)];
  },
};
type Broken = (path: string, actual: string, nl: string, en: string) => RuleOutcome;
function r4Habits(task: Json, broken: Broken): readonly RuleOutcome[] {
  const found = Object.entries(r4Elements).filter(([name]) => task[name] !== undefined).map(([name, instead]) => broken(
    `Task.${name}`, 'an element of R4',
    instead === '' ? 'Laat dit element weg.' : `Gebruik in STU3 ${instead}.`, instead === '' ? 'Leave this element out.' : `Use ${instead} in STU3.`,
  ));
  const requester = child(task, 'requester');
  if (requester !== null && ['reference', 'identifier', 'display'].some((name) => requester[name] !== undefined)) {
    found.push(broken('Task.requester', 'a Reference, as in R4', 'Gebruik requester.agent en requester.onBehalfOf.', 'Use requester.agent and requester.onBehalfOf.'));
  }
  for (const element of elementsOf(task, 'Task')) {
    const isReference = typeof element.value.reference === 'string' || isObject(element.value.identifier);
    if (isReference && typeof element.value.type === 'string') {
      found.push(broken(`${element.path}.type`, 'Reference.type, as in R4', 'Laat type weg: een STU3-Reference kent het niet.', 'Leave type out: an STU3 Reference does not know it.'));
    }
  }
  return found;
}
function shapes(task: Json, _exchange: Exchange, broken: Broken): readonly RuleOutcome[] {
  return lists.filter((name) => task[name] !== undefined && !Array.isArray(task[name]))
    .map((name) => broken(`Task.${name}`, 'no list', `${name} is in JSON een lijst.`, `${name} is a list in JSON.`));
}
