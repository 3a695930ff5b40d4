import { tokenResponseIsComplete } from '../../factories/token-response.ts';
import { both, success, sutCalls } from '../../message/select.ts';

/** AUT-20 at our own authorization server. */
export const simulatorTokenResponseIsComplete = tokenResponseIsComplete(
  { id: 'simulator-token-response-is-complete', title: { nl: 'Het token-antwoord van Toetssteen is volledig', en: 'The token response of Toetssteen is complete' } },
  (exchange) => sutCalls(exchange, both, 'token') && success(exchange),
);
