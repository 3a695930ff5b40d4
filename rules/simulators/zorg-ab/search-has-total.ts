import { linkOf, matchesIn } from '../../message/answers.ts';
import { jsonOf } from '../../message/body.ts';
import { ending, pass, text } from '../../message/outcome.ts';
import { organisations } from '../../../fixtures/organisations.ts';
import { answerRule, identifierAsked, ours, uraAsked } from './select.ts';

const known: ReadonlySet<string> = new Set(organisations.map((one) => one.ura));
/**
 * A search without hits gives 200 with a searchset with total 0 (zorg-ab.md 2.4). The check also asks a right total when there
 * are hits, because a known client ignores the entries without one: for our own simulator that is taken along.
 */
export const searchHasTotal = answerRule(
  { id: 'simulator-zorg-ab-search-has-total', requirement: 'ZAB-033', title: { nl: 'Een zoekantwoord van ZORG-AB heeft total, ook nul', en: 'A search answer of ZORG-AB has total, also zero' } },
  (target) => target.type === 'Organization' && target.id === null && identifierAsked(target) !== 'malformed' && identifierAsked(target) !== null,
  (exchange, target) => {
    const body = jsonOf(exchange, 'response');
    const expected = text('200, searchset, total gelijk aan het aantal treffers.', '200, searchset, total equal to the number of hits.');
    if (exchange.response?.status !== 200 || body?.type !== 'searchset') {
      // Refusing a GET with a content type is another fault, and has its own rule.
      if (exchange.response?.status === 415 && exchange.request.headers['content-type'] !== undefined) return { kind: 'not-applicable', why: 'judged by the rule on Content-Type' };
      return ours(exchange, 'status', expected, ending(exchange));
    }
    const hits = matchesIn(body);
    const ura = uraAsked(target);
    if (ura !== null && !known.has(ura) && body.total !== 0) return ours(exchange, 'Bundle.total', text('0 voor een onbekende URA.', '0 for an unknown URA.'), String(body.total));
    const whole = linkOf(body, 'next') === null && !exchange.request.target.includes('_page=');
    const right = typeof body.total === 'number' && (whole ? body.total === hits : body.total >= hits);
    return right ? pass(`total ${String(body.total)}`, exchange) : ours(exchange, 'Bundle.total', expected, `total ${String(body.total)}, ${hits} hits`);
  },
);
