import { tokenResponseIsComplete } from '../../factories/token-response.ts';
import { both, weCall } from '../../message/select.ts';

/** AUT-20 at the SUT's authorization server. */
export const tokenResponseIsCompleteAtSut = tokenResponseIsComplete(
  { id: 'token-response-is-complete', title: { nl: 'Het token-antwoord is volledig en wordt niet bewaard', en: 'The token response is complete and not cacheable' } },
  (exchange) => weCall(exchange, both, 'token') && exchange.stimulus.valid,
);
