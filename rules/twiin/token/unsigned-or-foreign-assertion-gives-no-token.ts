import { refusesToken } from '../../factories/refuses-token.ts';

/** alg none, a MAC, or a key that is not registered gives no token (RFC 8725 3.1 and 3.2; RFC 7523 3 (9)). How it is refused is AUT-21's. */
export const unsignedOrForeignAssertionGivesNoToken = refusesToken(
  {
    id: 'unsigned-or-foreign-assertion-gives-no-token', requirements: ['TWIIN-AUT-27'],
    title: { nl: 'Een assertion zonder geldige handtekening geeft geen token', en: 'An assertion without a valid signature gives no token' },
  },
  [
    'client-assertion-alg-none', 'client-assertion-hmac', 'client-assertion-forged',
    'grant-assertion-alg-none', 'grant-assertion-hmac', 'grant-assertion-forged',
  ],
);
