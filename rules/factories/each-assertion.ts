import type { Exchange } from '../../model/exchange.ts';
import type { MessageRule, RuleContext, RuleOutcome } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';
import { assertionOf, type AssertionName, type Jwt } from '../message/jwt.ts';
import { notApplicable } from '../message/outcome.ts';
import { both, sutCalls } from '../message/select.ts';

/** A rule about the assertions of a token request of the SUT; what is no JWT is left to AUT-05. */
export function eachAssertion(
  about: { readonly id: string; readonly title: Text; readonly requirements: readonly string[]; readonly needs?: MessageRule['needs'] },
  names: readonly AssertionName[], judge: (jwt: Jwt, name: AssertionName, exchange: Exchange, context: RuleContext) => RuleOutcome,
): MessageRule {
  return {
    ...about, scope: 'message', part: 'request',
    selects: (exchange) => sutCalls(exchange, both, 'token'),
    judge: (exchange, context) => {
      const found = names.flatMap((name) => {
        const jwt = assertionOf(exchange, name);
        return jwt === null || jwt === 'malformed' ? [] : [judge(jwt, name, exchange, context)];
      });
      return found.length > 0 ? found : [notApplicable('the request holds no readable assertion')];
    },
  };
}
