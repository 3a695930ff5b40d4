import { refusesToken } from '../../factories/refuses-token.ts';

/** A replayed assertion is refused. RFC 7523 3 (7) leaves this to the server: the level (SHOULD) makes it a warning, and no harm is claimed. */
export const replayedAssertionGivesNoToken = refusesToken(
  {
    id: 'replayed-assertion-gives-no-token', requirements: ['TWIIN-AUT-22'],
    title: { nl: 'Een herhaalde assertion geeft geen token', en: 'A replayed assertion gives no token' },
  },
  ['client-assertion-replayed'], { harmless: true },
);
