import { attested } from './attested.ts';

/** The geolocation extension of ZORG-AB holds Rijksdriehoek metres (zorg-ab.md 2.3). Only for systems that show a map or distance; the others answer "not applicable". */
export const geolocationIsReadAsRijksdriehoek = attested(
  'zorg-ab-geolocation-is-read-as-rijksdriehoek', 'ZAB-028',
  { nl: 'Coördinaten uit ZORG-AB staan op de goede plaats', en: 'Coordinates of ZORG-AB are at the right place' },
  { nl: 'Reken Rijksdriehoekscoördinaten om; het zijn geen graden.', en: 'Convert Rijksdriehoek coordinates; they are no degrees.' },
);
