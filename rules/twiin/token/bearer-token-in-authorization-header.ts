import type { MessageRule } from '../../../model/rule.ts';
import { mediaType, bearerOf } from '../../message/headers.ts';
import { formOf } from '../../message/form.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';
import { both, sutCalls } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';

/** Token as Bearer in the Authorization header of each request, not in query or body (TTA A&A; RFC 6750 2.1; twiin.md 4.1). */
export const bearerTokenInAuthorizationHeader: MessageRule = {
  id: 'bearer-token-in-authorization-header', scope: 'message', part: 'request', requirements: ['TWIIN-AUT-02'],
  title: { nl: 'Het access token gaat als Bearer in de Authorization-header', en: 'The access token goes as Bearer in the Authorization header' },
  selects: (exchange) => sutCalls(exchange, both, 'notification', 'resource', 'workflow-task'),
  judge: (exchange) => {
    const next = text('Stuur "Authorization: Bearer <token>" mee in elk verzoek, en het token nergens anders.', 'Send "Authorization: Bearer <token>" in each request, and the token nowhere else.');
    const expected = text('Authorization: Bearer <token>', 'Authorization: Bearer <token>');
    if (targetOf(exchange).parameters.some(([name]) => name === 'access_token')) {
      return [violation({ exchange, part: 'request', path: 'query access_token' }, expected, 'a token in the query', next)];
    }
    if (mediaType(exchange.request.headers) === 'application/x-www-form-urlencoded' && formOf(exchange).has('access_token')) {
      return [violation({ exchange, part: 'request', path: 'body access_token' }, expected, 'a token in the form body', next)];
    }
    if (bearerOf(exchange.request.headers) !== null) return [pass('Bearer token in the header', exchange)];
    const given = exchange.request.headers.authorization;
    const actual = given === undefined ? 'no Authorization header' : `scheme ${show(given.split(' ')[0])}`;
    return [violation({ exchange, part: 'request', path: 'header authorization' }, expected, actual, next)];
  },
};
