import type { Endpoint, Exchange } from '../../model/exchange.ts';
import type { ExchangeRule, RuleContext, RuleOutcome } from '../../model/rule.ts';
import type { StimulusName } from '../../model/stimulus.ts';
import type { Text } from '../../model/text.ts';
import { givesData } from '../message/answers.ts';
import { bearerOf } from '../message/headers.ts';
import { ending, noAnswer, notTested, pass, text, violation } from '../message/outcome.ts';
import { both, isSpoiled, refused, success, weCall } from '../message/select.ts';

export interface NeedsToken {
  readonly id: string;
  readonly title: Text;
  readonly requirements: readonly string[];
  readonly names: readonly StimulusName[];
  readonly endpoints: readonly Endpoint[];
  /** The one status that the statement asks; another refusal is a warning at most. */
  readonly status?: 401;
  /** The statement asks WWW-Authenticate; its absence is a warning at most. */
  readonly challenge?: boolean;
  readonly notApplicable?: (context: RuleContext) => RuleOutcome | null;
}
/** Milliseconds after its end that a server may still take a token: "no more than a few minutes" (RFC 7519 4.1.4). */
const leeway = 5 * 60_000;

/**
 * A request without a right token gives nothing. Any success breaks the rule; harm is that data were given, or that a message was
 * taken in: an empty answer gave nothing away. Milder in two cases. A token that expired a moment ago may rightly be taken still, for
 * clocks differ: a warning at most. What a token without authorization base or patient opens is for the sender to bind, by an inferred rule
 * set (twiin.md 4.4), and a base is optional: data are a warning at most, an answer without data gave nothing and passes.
 * 404, 405 and their like may mean that there is nothing at this address, 429 and 503 that nobody looked: no refusal was seen.
 */
export function needsToken(about: NeedsToken): ExchangeRule {
  const { id, title, requirements } = about;
  return {
    id, title, requirements, scope: 'exchange',
    selects: (exchange) => weCall(exchange, both, ...about.endpoints) && isSpoiled(exchange, about.names),
    judge: (exchange, context): readonly RuleOutcome[] => {
      const none = about.notApplicable?.(context) ?? null;
      if (none !== null) return [none];
      if (exchange.response === null) return [notTested(noAnswer)];
      const name = String(exchange.stimulus.name);
      const at = (path: string) => ({ exchange, part: 'response', path }) as const;
      const expected = about.status === undefined ? text('Weigering met 401 of 403, zonder gegevens.', 'Refusal with 401 or 403, without data.') : text('Status 401, zonder gegevens.', 'Status 401, without data.');
      const next = text('Controleer het access token bij elk verzoek, vóór al het andere.', 'Check the access token at each request, before all else.');
      if (success(exchange)) {
        const gave = exchange.endpoint === 'notification' || givesData(exchange);
        if (name === 'token-expired' && expiredFor(exchange, context) < leeway) {
          const late = text('Weigering na expires_in; een korte marge voor klokverschil mag.', 'Refusal after expires_in; a short leeway for clocks that differ is allowed.');
          return [violation(at('status'), late, `${ending(exchange)} within ${leeway / 60_000} minutes after the token expired`, text('Ga na hoe lang een token na zijn einde nog werkt; houd de marge klein.', 'Find out how long a token works after its end; keep the leeway small.'), { atMost: 'warning' })];
        }
        if (name === 'token-other-purpose' && !gave) return [pass(`${name}: nothing in it`, exchange)];
        const harm = text(`Een verzoek werd aangenomen zonder geldig token (${name}).`, `A request was accepted without a valid token (${name}).`);
        return [violation(at('status'), expected, `${ending(exchange)} on ${name}`, next, { ...(gave ? { harm } : {}), ...(name === 'token-other-purpose' ? { atMost: 'warning' as const } : {}) })];
      }
      // Where the statement names the status, 404 is another one.
      if (about.status === undefined ? saysNothing.has(exchange.response.status) : [429, 503].includes(exchange.response.status)) return [notTested(noRefusal(exchange))];
      if (!refused(exchange)) return [violation(at('status'), expected, `${ending(exchange)} on ${name}`, next, { atMost: 'warning' })];
      if (about.status !== undefined && exchange.response.status !== about.status) return [violation(at('status'), expected, ending(exchange), next, { atMost: 'warning' })];
      if (about.challenge === true && exchange.response.headers['www-authenticate'] === undefined) {
        const header = text('Een WWW-Authenticate-header bij de weigering (RFC 6750 3).', 'A WWW-Authenticate header in the refusal (RFC 6750 3).');
        return [violation(at('header www-authenticate'), header, `${ending(exchange)} without it`, next, { atMost: 'warning' })];
      }
      return [pass(`${name}: ${ending(exchange)}`, exchange)];
    },
  };
}
/** No resource or method here, or no time: of the token nothing is said. */
const saysNothing: ReadonlySet<number> = new Set([404, 405, 410, 429, 501, 503]);
function noRefusal(exchange: Exchange): Text {
  return text(`${ending(exchange)} zegt niet of het token is bekeken.`, `${ending(exchange)} does not say whether the token was looked at.`);
}
/** How long ago the token of this request ended, in milliseconds; 0 when that is not known. */
function expiredFor(exchange: Exchange, { grants }: RuleContext): number {
  const bearer = bearerOf(exchange.request.headers);
  const grant = grants.find((one) => one.kind === 'token' && one.by === 'sut' && one.value === bearer);
  return grant?.kind === 'token' && grant.expiresAt !== null ? exchange.startedAt - grant.expiresAt : 0;
}
