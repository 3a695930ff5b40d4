import type { Exchange } from '../../model/exchange.ts';
import type { ExchangeRule, RuleOutcome } from '../../model/rule.ts';
import type { StimulusName } from '../../model/stimulus.ts';
import type { Text } from '../../model/text.ts';
import { ending, notTested, pass, text, violation } from '../message/outcome.ts';
import { both, isSpoiled, success, weCall } from '../message/select.ts';

/**
 * A connection with a bad client certificate must end before HTTP. Any HTTP answer breaks the rule; a refusal over HTTP
 * is a warning at most, because some end TLS in front of the application. Only a success did harm. An answer that broke off half way is an
 * answer, and what ended after TLS without one (`reset`: a new connection that was refused is `refused`) is no refusal.
 */
export function refusesConnection(
  about: { readonly id: string; readonly title: Text; readonly requirements: readonly string[] }, names: readonly StimulusName[],
  requirementsFor: (exchange: Exchange) => readonly string[],
): ExchangeRule {
  return {
    ...about, scope: 'exchange',
    selects: (exchange) => weCall(exchange, both, 'token', 'notification', 'resource', 'workflow-task') && isSpoiled(exchange, names),
    judge: (exchange): readonly RuleOutcome[] => {
      const requirements = requirementsFor(exchange);
      const { outcome } = exchange.transport;
      if (exchange.response === null && outcome === 'refused') return [pass(`connection ended: ${outcome}`, exchange, requirements)];
      if (exchange.response === null) return [notTested(text(`Geen antwoord (${outcome}); dat is geen weigering.`, `No answer (${outcome}); that is no refusal.`), requirements)];
      const where = { exchange, part: 'tls', path: 'client certificate' } as const;
      const expected = text('De verbinding wordt tijdens TLS geweigerd, vóór een HTTP-antwoord.', 'The connection is refused during TLS, before an HTTP answer.');
      const next = text('Laat de server een geldig clientcertificaat van de afgesproken uitgever eisen.', 'Make the server demand a valid client certificate of the agreed issuer.');
      const actual = `${ending(exchange)} with ${String(exchange.stimulus.name)}`;
      if (!success(exchange)) return [violation(where, expected, actual, next, { atMost: 'warning', requirements })];
      const harm = text('Een partij zonder geldig certificaat kreeg toegang.', 'A party without a valid certificate was given access.');
      return [violation(where, expected, actual, next, { harm, requirements })];
    },
  };
}
