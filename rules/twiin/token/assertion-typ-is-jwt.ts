import { eachAssertion } from '../../factories/each-assertion.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';

/**
 * JWS header `typ` is "JWT" (TTA A&A 4.3). Twiin says it of the client assertion; for the grant assertion it is second
 * hand (S23), hence a warning at most there. Another letter case is a remark: media types have none (RFC 7515 4.1.9).
 */
export const assertionTypIsJwt = eachAssertion(
  { id: 'assertion-typ-is-jwt', requirements: ['TWIIN-AUT-06'], title: { nl: 'De JWS-header heeft typ JWT', en: 'The JWS header has typ JWT' } },
  ['client_assertion', 'assertion'],
  (jwt, name, exchange) => {
    const { typ } = jwt.header;
    if (typ === 'JWT') return pass(`${name}: typ JWT`, exchange);
    const atMost = typeof typ === 'string' && typ.toUpperCase() === 'JWT' ? 'remark' : name === 'assertion' ? 'warning' : undefined;
    return violation(
      { exchange, part: 'request', path: `${name} header.typ` }, text('typ = "JWT"', 'typ = "JWT"'), show(typ),
      text('Zet typ op "JWT" in de header van de assertion.', 'Set typ to "JWT" in the header of the assertion.'), { atMost },
    );
  },
);
