import type { ExchangeRule, RuleOutcome } from '../../model/rule.ts';
import type { StimulusName } from '../../model/stimulus.ts';
import type { Text } from '../../model/text.ts';
import { oauthError, tokenGiven } from '../message/answers.ts';
import { ending, noAnswer, notTested, pass, text, violation } from '../message/outcome.ts';
import { both, isSpoiled, refused, success, weCall } from '../message/select.ts';
import { brokenOff, isBrokenOff } from '../message/unread.ts';

/**
 * A bad assertion gives no token. A token is harm (unless `harmless`); a refusal that is no OAuth error is a warning at most
 * where the statement asks one (`oauth`), because nothing was given away.
 */
export function refusesToken(
  about: { readonly id: string; readonly title: Text; readonly requirements: readonly string[] }, names: readonly StimulusName[],
  options: { readonly oauth?: boolean; readonly harmless?: boolean } = {},
): ExchangeRule {
  return {
    ...about, scope: 'exchange',
    selects: (exchange) => weCall(exchange, both, 'token') && isSpoiled(exchange, names),
    judge: (exchange): readonly RuleOutcome[] => {
      if (exchange.response === null) return [notTested(noAnswer)];
      const name = String(exchange.stimulus.name);
      const where = { exchange, part: 'response', path: 'status' } as const;
      const next = text('Controleer handtekening, aud, exp en sleutel van elke assertion voordat u een token geeft.', 'Check signature, aud, exp and key of each assertion before you give a token.');
      const expected = text('Geen token; status 400 of 401 met een OAuth-fout.', 'No token; status 400 or 401 with an OAuth error.');
      if (tokenGiven(exchange) !== null) {
        const harm = text(`Er werd een token gegeven op een onjuiste assertion (${name}).`, `A token was given on a bad assertion (${name}).`);
        return [violation({ ...where, path: 'access_token' }, expected, `a token on ${name}`, next, options.harmless === true ? {} : { harm })];
      }
      // A success of which a part came may have held the token.
      if (success(exchange) && isBrokenOff(exchange)) return [notTested(brokenOff)];
      if (refused(exchange) && (options.oauth !== true || oauthError(exchange) !== null)) return [pass(`${name}: ${ending(exchange)} ${oauthError(exchange) ?? ''}`.trim(), exchange)];
      if (success(exchange) && options.oauth !== true) return [pass(`${name}: no token`, exchange)];
      const actual = refused(exchange) ? `${ending(exchange)} without an OAuth error` : `${ending(exchange)} on ${name}`;
      return [violation(where, expected, actual, next, { atMost: 'warning' })];
    },
  };
}
