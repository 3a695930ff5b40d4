import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../../model/rule.ts';
import { assertionOf, type AssertionName } from '../../message/jwt.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { both, exchangesOf, sutCalls } from '../../message/select.ts';

/**
 * Every `jti` is used once (RFC 7519 4.1.7). RFC 7523 3 (7) makes `jti` itself optional, so absence is a remark. The same
 * assertion sent again after a fault or a broken connection of ours is a retry and no second use.
 */
export const assertionJtiIsUsedOnce: TraceRule = {
  id: 'assertion-jti-is-used-once', scope: 'trace', span: 'run', requirements: ['TWIIN-AUT-13'],
  title: { nl: 'Elke assertion heeft een eigen jti', en: 'Each assertion has a jti of its own' },
  judge: (trace) => {
    const seen = new Map<string, Exchange>();
    const outcomes: RuleOutcome[] = [];
    for (const exchange of exchangesOf(trace)) {
      if (!sutCalls(exchange, both, 'token')) continue;
      for (const name of ['client_assertion', 'assertion'] as const) judgeOne(exchange, name, seen, outcomes);
    }
    return outcomes.length > 0 ? outcomes : [notApplicable('no assertion was seen')];
  },
};
function judgeOne(exchange: Exchange, name: AssertionName, seen: Map<string, Exchange>, outcomes: RuleOutcome[]): void {
  const jwt = assertionOf(exchange, name);
  if (jwt === null || jwt === 'malformed') return;
  const { jti } = jwt.claims;
  const where = { exchange, part: 'request', path: `${name} claims.jti` } as const;
  const next = text('Geef elke assertion een nieuwe UUID als jti.', 'Give each assertion a new UUID as jti.');
  if (typeof jti !== 'string' || jti === '') {
    outcomes.push(violation(where, text('Een jti.', 'A jti.'), show(jti), next, { atMost: 'remark' }));
    return;
  }
  const earlier = seen.get(jti);
  // Answered cleanly only then is it used up.
  if (exchange.fault === null && exchange.response !== null) seen.set(jti, exchange);
  outcomes.push(earlier === undefined ? pass(`${name}: new jti`, exchange)
    : violation(where, text('Een jti die nog niet gebruikt is.', 'A jti that was not used before.'), `same jti as in ${earlier.id}`, next));
}
