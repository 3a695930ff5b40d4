import { eachAssertion } from '../../factories/each-assertion.ts';
import { isAsymmetric, isRefused, verifiesWith } from '../../message/jws.ts';
import { notTested, pass, show, text, violation } from '../../message/outcome.ts';

/**
 * The signature of the client assertion verifies with a key that is registered for the SUT's clients (TTA A&A, twiin.md 4.1). Twiin's list of
 * algorithms was not readable: one that we cannot verify is our lack and not judged here, none and shared secrets excepted. A kid that
 * is not registered may be a key set that was not brought up to date in the claim: a warning at most.
 */
export const clientAssertionVerifiesWithRegisteredKey = eachAssertion(
  {
    id: 'client-assertion-verifies-with-registered-key', requirements: ['TWIIN-AUT-09'], needs: ['registered-keys'],
    title: { nl: 'De client assertion is ondertekend met een geregistreerde sleutel', en: 'The client assertion is signed with a registered key' },
  },
  ['client_assertion'],
  (jwt, name, exchange, context) => {
    if (context.registeredKeys.length === 0) {
      return notTested(text('Er zijn geen sleutels van het systeem geregistreerd (IXIT clients).', 'No keys of the system are registered (IXIT clients).'));
    }
    const { alg } = jwt.header;
    if (!isRefused(alg) && !isAsymmetric(String(alg))) return notTested(text(`Algoritme ${show(alg)} kunnen wij niet verifiëren.`, `We cannot verify algorithm ${show(alg)}.`));
    if (verifiesWith(jwt, context.registeredKeys)) return pass(`signature verifies, kid ${show(jwt.header.kid)}`, exchange);
    return violation(
      { exchange, part: 'request', path: `${name} signature` },
      text('Een handtekening die klopt met een geregistreerde sleutel.', 'A signature that verifies with a registered key.'),
      `alg ${show(jwt.header.alg)}, kid ${show(jwt.header.kid)}: no registered key verifies it`,
      text('Controleer de sleutel en de kid, of registreer de JWKS van de client.', 'Check the key and its kid, or register the JWKS of the client.'),
      isRefused(alg) || jwt.header.kid === undefined || context.registeredKeys.some((key) => key.kid === jwt.header.kid) ? {} : { atMost: 'warning' },
    );
  },
);
