import type { MessageRule } from '../../../model/rule.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { sutCalls } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';
import { taskOf } from '../../message/task.ts';

/** The notification is a FHIR create on Task (Twiin-01; twiin.md 3). A cancelled Task, or a conditional update with any other status than requested, is a cancellation: NTF-29 and NTF-30 judge it. */
export const notificationIsACreate: MessageRule = {
  id: 'notification-is-a-create', scope: 'message', part: 'request', requirements: ['TWIIN-NTF-01'],
  title: { nl: 'De aanmelding is een FHIR create op Task', en: 'The notification is a FHIR create on Task' },
  selects: (exchange) => sutCalls(exchange, 'twiin-sender', 'notification') && exchange.request.method !== 'GET',
  judge: (exchange) => {
    const { method } = exchange.request;
    const target = targetOf(exchange);
    const status = taskOf(exchange)?.status;
    const conditional = method === 'PUT' && target.id === null && target.parameters.length > 0;
    if (status === 'cancelled' || (conditional && status !== 'requested')) return [notApplicable('a cancellation')];
    if (method === 'POST' && target.type === 'Task' && target.id === null && target.operation === null) return [pass('POST [base]/Task', exchange)];
    return [violation(
      { exchange, part: 'request', path: 'request line' }, text('POST [base]/Task', 'POST [base]/Task'), show(`${method} …/${target.type ?? ''}${target.id === null ? '' : '/<id>'}`),
      text('Maak elke aanmelding aan met een create; de server kiest het id.', 'Make each notification with a create; the server chooses the id.'),
    )];
  },
};
