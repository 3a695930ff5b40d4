import type { ExchangeRule } from '../../../model/rule.ts';
import { isOperationOutcome } from '../../message/answers.ts';
import { bodyOf, jsonOf } from '../../message/body.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../../message/outcome.ts';
import { isSpoiled, weCall } from '../../message/select.ts';
import { isReadable, unread } from '../../message/unread.ts';

/** An error answer holds an OperationOutcome with severity and code (Twiin-03/04/05, by analogy). A refusal of the token is OAuth's and left out. */
export const errorHoldsAnOperationOutcome: ExchangeRule = {
  id: 'error-holds-an-operation-outcome', scope: 'exchange', needs: ['json-body'], requirements: ['TWIIN-NTF-35'],
  title: { nl: 'Een foutantwoord bevat een OperationOutcome', en: 'An error answer holds an OperationOutcome' },
  selects: (exchange) => weCall(exchange, 'twiin-receiver', 'notification')
    && isSpoiled(exchange, ['malformed-json', 'task-not-stu3', 'owner-not-served', 'requester-not-token-organisation', 'cancel-unknown-notification']),
  judge: (exchange) => {
    if (!isReadable(exchange)) return [notTested(unread(exchange))];
    const { status } = exchange.response;
    if (status < 400 || status === 401) return [notApplicable(`no error of the message: ${ending(exchange)}`)];
    if (isOperationOutcome(jsonOf(exchange, 'response'))) return [pass(`${ending(exchange)} with OperationOutcome`, exchange)];
    return [violation(
      { exchange, part: 'response', path: 'body' }, text('Een OperationOutcome met issue.severity en issue.code.', 'An OperationOutcome with issue.severity and issue.code.'),
      `${ending(exchange)} with ${bodyOf(exchange, 'response').kind === 'json' ? 'another JSON body' : `a body that is ${bodyOf(exchange, 'response').kind}`}`,
      text('Zet de reden in een OperationOutcome.', 'Put the reason in an OperationOutcome.'),
    )];
  },
};
