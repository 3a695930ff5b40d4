import type { MessageRule } from '../../../model/rule.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { sutCalls } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';

/** The workflow task is fetched with GET [base]/Task/[id] (Twiin-03; twiin.md 5.1). Writing its status back is not this transaction. */
export const workflowTaskIsReadById: MessageRule = {
  id: 'workflow-task-is-read-by-id', scope: 'message', part: 'request', requirements: ['TWIIN-PUL-01'],
  title: { nl: 'De workflow task wordt gelezen met GET Task/[id]', en: 'The workflow task is read with GET Task/[id]' },
  selects: (exchange) => sutCalls(exchange, 'twiin-receiver', 'workflow-task'),
  judge: (exchange) => {
    const { method } = exchange.request;
    const target = targetOf(exchange);
    if (method === 'PUT' || method === 'PATCH') return [notApplicable('an update of the workflow task')];
    if (method === 'GET' && target.type === 'Task' && target.id !== null) return [pass('GET [base]/Task/[id]', exchange)];
    return [violation(
      { exchange, part: 'request', path: 'request line' }, text('GET [base]/Task/[id]', 'GET [base]/Task/[id]'), show(`${method} …/${target.type ?? ''}${target.operation === null ? '' : `/${target.operation}`}`),
      text('Lees de taak uit basedOn met een FHIR read.', 'Read the task of basedOn with a FHIR read.'),
    )];
  },
};
