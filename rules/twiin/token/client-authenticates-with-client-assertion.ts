import type { MessageRule } from '../../../model/rule.ts';
import { formOf } from '../../message/form.ts';
import { assertionOf } from '../../message/jwt.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';
import { both, sutCalls } from '../../message/select.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** The client introduces itself with a client assertion, a signed JWT (RFC 7523 2.2; twiin.md 4.1). The signature is AUT-09. */
export const clientAuthenticatesWithClientAssertion: MessageRule = {
  id: 'client-authenticates-with-client-assertion', scope: 'message', part: 'request', requirements: ['TWIIN-AUT-05'],
  title: { nl: 'De client maakt zich bekend met een client assertion', en: 'The client introduces itself with a client assertion' },
  selects: (exchange) => sutCalls(exchange, both, 'token'),
  judge: (exchange) => {
    const next = text('Stuur client_assertion_type en client_assertion (JWS compact) mee in de token-aanvraag.', 'Send client_assertion_type and client_assertion (JWS compact) in the token request.');
    const type = formOf(exchange).get('client_assertion_type');
    if (type !== assertionType) {
      return [violation({ exchange, part: 'request', path: 'body client_assertion_type' }, text(assertionType, assertionType), show(type), next)];
    }
    const assertion = assertionOf(exchange, 'client_assertion');
    if (assertion !== null && assertion !== 'malformed') return [pass('client assertion present', exchange)];
    return [violation(
      { exchange, part: 'request', path: 'body client_assertion' }, text('Een ondertekende JWT in drie delen.', 'A signed JWT in three parts.'),
      assertion === null ? 'absent' : 'not a compact JWS', next,
    )];
  },
};
