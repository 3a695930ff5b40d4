import { refusesToken } from '../../factories/refuses-token.ts';

/** Wrong signature, audience or past exp: refused (RFC 7523 3 (3), (4), (9)) with an OAuth error (RFC 6749 5.2). Any error code will do. */
export const invalidAssertionIsRefusedWithOauthError = refusesToken(
  {
    id: 'invalid-assertion-is-refused-with-oauth-error', requirements: ['TWIIN-AUT-21'],
    title: { nl: 'Een onjuiste assertion wordt geweigerd met een OAuth-fout', en: 'A bad assertion is refused with an OAuth error' },
  },
  [
    'client-assertion-expired', 'client-assertion-wrong-audience', 'client-assertion-forged',
    'grant-assertion-expired', 'grant-assertion-wrong-audience', 'grant-assertion-forged',
  ],
  { oauth: true },
);
