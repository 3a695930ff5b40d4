import type { MessageRule } from '../../../model/rule.ts';
import { notApplicable, pass, text, violation } from '../../message/outcome.ts';
import { sutCalls } from '../../message/select.ts';

/**
 * Reserved characters that could cause ambiguity are percent-encoded (Twiin-04, release 1.4; twiin.md 5.2). Only the pipe is
 * judged, a warning at most: servers take it raw, and a colon or slash may stay by RFC 3986 3.4.
 */
export const reservedCharactersArePercentEncoded: MessageRule = {
  id: 'reserved-characters-are-percent-encoded', scope: 'message', part: 'request', requirements: ['TWIIN-PUL-07'],
  title: { nl: 'Bijzondere tekens in een zoekvraag zijn gecodeerd', en: 'Reserved characters in a query are encoded' },
  selects: (exchange) => sutCalls(exchange, 'twiin-receiver', 'resource') && exchange.request.method === 'GET',
  judge: (exchange, context) => {
    const query = exchange.request.target.split('?').slice(1).join('?');
    if (before14(context.claim.releases.twiin)) return [notApplicable('new in release 1.4')];
    if (query.includes('|')) {
      return [violation(
        { exchange, part: 'request', path: 'query' }, text('%7C in plaats van |', '%7C instead of |'), 'a raw pipe in the request target',
        text('Codeer de waarden van zoekparameters (RFC 3986).', 'Encode the values of search parameters (RFC 3986).'), { atMost: 'warning' },
      )];
    }
    return [/%7c/i.test(query) ? pass('%7C', exchange) : notApplicable('the query holds no reserved character')];
  },
};
function before14(release: string): boolean {
  const [major = 1, minor = 4] = release.split('.').map(Number);
  return major < 1 || (major === 1 && minor < 4);
}
