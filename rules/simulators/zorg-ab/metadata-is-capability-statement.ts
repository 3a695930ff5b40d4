import { jsonOf } from '../../message/body.ts';
import { ending, pass, text } from '../../message/outcome.ts';
import { answerRule, ours } from './select.ts';

/** GET /metadata gives a CapabilityStatement (zorg-ab.md 2.1). */
export const metadataIsCapabilityStatement = answerRule(
  { id: 'simulator-zorg-ab-metadata-is-capability-statement', requirement: 'ZAB-011', title: { nl: 'ZORG-AB geeft een CapabilityStatement', en: 'ZORG-AB gives a CapabilityStatement' } },
  (_target, exchange) => /\/metadata(\?|$)/.test(exchange.request.target),
  (exchange) => {
    const type = jsonOf(exchange, 'response')?.resourceType;
    return exchange.response?.status === 200 && type === 'CapabilityStatement' ? pass('CapabilityStatement', exchange)
      : ours(exchange, 'body', text('200 met een CapabilityStatement.', '200 with a CapabilityStatement.'), `${ending(exchange)} with ${String(type)}`);
  },
);
