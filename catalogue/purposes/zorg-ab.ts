import type { Text } from '../../model/text.ts';
import type { TestPurpose } from '../../model/requirement.ts';
import { forRoles, purpose, t, type Options } from './purpose.ts';

const client = (requirement: string, rule: string, title: Text, options: Options = {}): TestPurpose => purpose(requirement, 'zorgab-client', rule, title, options);
/** Use of the address book (zorg-ab.md chapters 1, 2 and 4). */
export const zorgAbPurposes = [
  client('ZAB-001', 'zorg-ab-client-uses-its-own-certificate', t('Het systeem toont ZORG-AB zijn eigen certificaat.', 'The system presents its own certificate to ZORG-AB.')),
  client('ZAB-001', 'zorg-ab-refused-client-had-a-certificate', t('Geen verbinding met het adresboek kwam zonder certificaat.', 'No connection to the address book came without a certificate.'), { kind: 'absence', part: 'refused' }),
  client('ZAB-002', 'zorg-ab-lookalike-gets-no-question', t('Een adresboek met een vals certificaat krijgt geen vraag.', 'An address book with a false certificate gets no question.'), { kind: 'absence', window: 'absence' }),
  client('ZAB-013', 'zorg-ab-client-accepts-fhir-json', t('Het systeem vraagt om FHIR-JSON.', 'The system asks for FHIR JSON.')),
  client('ZAB-025', 'zorg-ab-inactive-organisation-is-not-chosen', t('Een inactieve organisatie wordt niet gekozen.', 'An inactive organisation is not chosen.'), { kind: 'absence', window: 'absence' }),
  client('ZAB-027', 'zorg-ab-zoneless-timestamp-is-read', t('Een tijdstip zonder tijdzone houdt niets tegen.', 'A timestamp without a zone stops nothing.'), { kind: 'sequence', precondition: 'zorg-ab-addressing' }),
  client('ZAB-028', 'zorg-ab-geolocation-is-read-as-rijksdriehoek', t('De kaart klopt, als er een is.', 'The map is right, if there is one.'), { state: 'attested' }),
  client('ZAB-030', 'zorg-ab-duplicate-hits-are-recognised', t('Dubbele treffers zijn herkenbaar.', 'Duplicate hits can be recognised.'), { state: 'attested' }),
  client('ZAB-039', 'zorg-ab-client-backs-off-after-429', t('Na een 429 vraagt het systeem niet meteen opnieuw.', 'After a 429 the system does not ask again at once.'), { kind: 'absence', window: 'absence' }),
  ...forRoles(['twiin-sender', 'twiin-receiver', 'zorgab-client'], 'ZAB-063', 'zorg-ab-only-active-endpoint-is-used', t('Alleen een adres in gebruik wordt gebruikt.', 'Only an endpoint in use is used.'), { kind: 'sequence', precondition: 'zorg-ab-addressing' }),
];
