import { eachAssertion } from '../../factories/each-assertion.ts';
import { isAsymmetric } from '../../message/jws.ts';
import { pass, show, text, violation } from '../../message/outcome.ts';

/**
 * `alg` is present and asymmetric (RFC 7515 4.1.1; shared secrets are excluded by TTA A&A, twiin.md 4.3). The check wants
 * a warning for everything but ES512 and PS256; the statement does not, so any asymmetric algorithm passes. RS256 and its
 * kin give a remark, because the Twiin list was not readable.
 */
export const assertionAlgIsAsymmetric = eachAssertion(
  { id: 'assertion-alg-is-asymmetric', requirements: ['TWIIN-AUT-07'], title: { nl: 'De assertion is asymmetrisch ondertekend', en: 'The assertion is signed asymmetrically' } },
  ['client_assertion', 'assertion'],
  (jwt, name, exchange) => {
    const { alg } = jwt.header;
    const where = { exchange, part: 'request', path: `${name} header.alg` } as const;
    const next = text('Onderteken met ES512, ES256 of PS256.', 'Sign with ES512, ES256 or PS256.');
    if (typeof alg !== 'string' || !isAsymmetric(alg)) return violation(where, text('Een asymmetrisch algoritme.', 'An asymmetric algorithm.'), show(alg), next);
    if (!alg.startsWith('RS')) return pass(`${name}: ${alg}`, exchange);
    return violation(where, text('Bij voorkeur ES512, ES256 of PS256.', 'Preferably ES512, ES256 or PS256.'), alg, next, { atMost: 'remark' });
  },
);
