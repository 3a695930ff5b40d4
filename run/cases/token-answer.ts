import type { Exchange } from '../../model/exchange.ts';
import { jsonOf, textOf } from '../engine/body.ts';
import type { CaseContext, Phase } from '../engine/test-case.ts';

/** What a token request of ours gave; null where the answer does not say. */
export interface TokenAnswer { readonly exchange: Exchange; readonly token: string | null; readonly expiresIn: number | null }

/** Reads the answer of the SUT's authorization server as a tolerant client would. `expiresIn` in seconds. */
export function tokenAnswer(exchange: Exchange): TokenAnswer {
  const answer = exchange.response?.status === 200 ? jsonOf(textOf(exchange.response.body)) : null;
  return {
    exchange, token: typeof answer?.access_token === 'string' ? answer.access_token : null,
    expiresIn: typeof answer?.expires_in === 'number' ? answer.expires_in : null,
  };
}
/** How a call of ours ended, for people: `HTTP 400` or `timeout`. */
export function endOf(exchange: Exchange): string {
  return exchange.response === null ? exchange.transport.outcome : `HTTP ${exchange.response.status}`;
}
/** Ends the case when a right request gave no token: there is nothing to go on with. */
export function needsToken(c: CaseContext, { exchange, token }: TokenAnswer): string {
  if (token !== null) return token;
  const why = endOf(exchange);
  return c.inconclusive({ nl: `Het systeem gaf geen access token op een juiste aanvraag (${why}).`, en: `The system gave no access token on a right request (${why}).` });
}
/** Waits until the token that the case remembers has expired by its own word, and the leeway of the claim is over (`windows.leeway`). */
export const awaitExpiry: Phase = {
  name: 'wachten tot het token verlopen is',
  run: async (c) => {
    const seconds = c.memory.expiresIn as number | null;
    if (seconds === null) c.inconclusive({ nl: 'Het antwoord noemt geen expires_in, dus is niet bekend wanneer het token verloopt.', en: 'The answer states no expires_in, so it is unknown when the token expires.' });
    const { leeway } = c.claim.ixit.windows;
    const more = leeway === 0 ? { nl: '', en: '' } : { nl: `; een marge van ${Math.round(leeway / 1000)} seconden daarna mag`, en: `; a leeway of ${Math.round(leeway / 1000)} seconds after it is allowed` };
    await c.pause('verlopen', seconds! * 1000 + leeway + 1500, { nl: `het access token verloopt na ${seconds} seconden${more.nl}`, en: `the access token expires after ${seconds} seconds${more.en}` });
  },
};
