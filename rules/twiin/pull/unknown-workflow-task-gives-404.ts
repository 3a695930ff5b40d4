import type { ExchangeRule } from '../../../model/rule.ts';
import { isOperationOutcome } from '../../message/answers.ts';
import { jsonOf } from '../../message/body.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { isSpoiled, weCall } from '../../message/select.ts';
import { isReadable, unread } from '../../message/unread.ts';

/**
 * An unknown workflow task id gives 404 with an OperationOutcome (Twiin-03; twiin.md 5.1). Only where workflow tasks are claimed. The id was
 * not offered to us either, and what was not offered may be refused (PUL-16): 401 and 403 say that the right was looked at and not the id.
 */
export const unknownWorkflowTaskGives404: ExchangeRule = {
  id: 'unknown-workflow-task-gives-404', scope: 'exchange', needs: ['json-body'], requirements: ['TWIIN-PUL-03'],
  title: { nl: 'Een onbekende workflow task geeft 404 met OperationOutcome', en: 'An unknown workflow task gives 404 with OperationOutcome' },
  selects: (exchange) => weCall(exchange, 'twiin-sender', 'workflow-task') && isSpoiled(exchange, ['unknown-workflow-task']),
  judge: (exchange, context) => {
    if (!context.claim.ics.options.workflowTask) return [notApplicable('no workflow task is claimed')];
    if (!isReadable(exchange)) return [notTested(unread(exchange))];
    if ([401, 403].includes(exchange.response.status)) return [notApplicable(`the right was refused (${ending(exchange)}), so the id was not looked at`)];
    if ([429, 503].includes(exchange.response.status)) return [notTested(busy)];
    const next = text('Antwoord op een onbekend id met 404 en een OperationOutcome.', 'Answer an unknown id with 404 and an OperationOutcome.');
    const expected = text('404 met een OperationOutcome.', '404 with an OperationOutcome.');
    if (exchange.response.status !== 404) return [violation({ exchange, part: 'response', path: 'status' }, expected, ending(exchange), next)];
    if (!isOperationOutcome(jsonOf(exchange, 'response'))) return [violation({ exchange, part: 'response', path: 'body' }, expected, '404 without OperationOutcome', next)];
    return [pass('404 with OperationOutcome', exchange)];
  },
};
const busy = text('De server had het te druk om te antwoorden.', 'The server was too busy to answer.');
