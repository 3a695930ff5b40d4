import { ending, pass, text } from '../../message/outcome.ts';
import { answerRule, identifierAsked, ours } from './select.ts';

/** A GET with a Content-Type is accepted (zorg-ab.md 2.1: the live client sends one). Judged on searches that are right otherwise. */
export const getWithContentTypeIsAccepted = answerRule(
  { id: 'simulator-zorg-ab-get-with-content-type-is-accepted', requirement: 'ZAB-014', title: { nl: 'ZORG-AB aanvaardt een GET met Content-Type', en: 'ZORG-AB accepts a GET with Content-Type' } },
  (target, exchange) => target.type === 'Organization' && target.id === null && exchange.request.headers['content-type'] !== undefined && identifierAsked(target) !== 'malformed',
  (exchange) => (exchange.response?.status === 200 ? pass('200', exchange) : ours(exchange, 'status', text('200.', '200.'), ending(exchange))),
);
