import type { Endpoint } from '../../model/exchange.ts';
import type { ExchangeRule, RuleContext, RuleOutcome } from '../../model/rule.ts';
import type { StimulusName } from '../../model/stimulus.ts';
import type { Text } from '../../model/text.ts';
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
/** A request without a right token gives nothing: any success is harm, also when it only stored something. */
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
        const harm = text(`Een verzoek werd aangenomen zonder geldig token (${name}).`, `A request was accepted without a valid token (${name}).`);
        return [violation(at('status'), expected, `${ending(exchange)} on ${name}`, next, { harm })];
      }
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
