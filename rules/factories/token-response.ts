import type { ExchangeRule, RuleOutcome } from '../../model/rule.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Text } from '../../model/text.ts';
import { bodyOf, jsonOf, stringOf } from '../message/body.ts';
import { ending, notApplicable, notTested, pass, show, text, violation } from '../message/outcome.ts';
import { success } from '../message/select.ts';
import { isReadable, unread } from '../message/unread.ts';

/**
 * 200 with JSON that holds access_token and token_type, and is not cacheable (RFC 6749 5.1; twiin.md 4.5).
 * no-store and expires_in give a warning at most: the one is not in the statement by name, the other RECOMMENDED there.
 * A refusal of our valid request is not judged: it may be the registration of our client.
 */
export function tokenResponseIsComplete(about: { readonly id: string; readonly title: Text }, selects: (exchange: Exchange) => boolean): ExchangeRule {
  return {
    ...about, scope: 'exchange', requirements: ['TWIIN-AUT-20'], selects,
    judge: (exchange): readonly RuleOutcome[] => {
      if (!isReadable(exchange)) return [notTested(unread(exchange))];
      if (!success(exchange)) return [notApplicable(`no token was given: ${ending(exchange)}`)];
      const at = (path: string) => ({ exchange, part: 'response', path }) as const;
      const next = text('Geef het antwoord van RFC 6749 paragraaf 5.1.', 'Give the answer of RFC 6749 section 5.1.');
      if (exchange.response.status !== 200) return [violation(at('status'), text('Status 200.', 'Status 200.'), ending(exchange), next)];
      const body = jsonOf(exchange, 'response');
      if (body === null) return [violation(at('body'), text('Een JSON-object.', 'A JSON object.'), bodyOf(exchange, 'response').kind, next)];
      const broken = (['access_token', 'token_type'] as const).filter((name) => stringOf(body[name]) === null)
        .map((name) => violation(at(name), text(`${name} als tekst.`, `${name} as a string.`), body[name] === undefined ? 'absent' : `a ${typeof body[name]}`, next));
      const noStore = /no-store/i.test(exchange.response.headers['cache-control'] ?? '') ? []
        : [violation(at('header cache-control'), text('Cache-Control: no-store', 'Cache-Control: no-store'), show(exchange.response.headers['cache-control']), next, { atMost: 'warning' })];
      const expires = typeof body.expires_in === 'number' ? []
        : [violation(at('expires_in'), text('expires_in als getal.', 'expires_in as a number.'), show(body.expires_in), next, { atMost: 'warning' })];
      return [...broken, ...noStore, ...expires, ...(broken.length === 0 ? [pass('access_token and token_type', exchange)] : [])];
    },
  };
}
