import type { Text } from '../model/text.ts';

/** A seeded misbehaviour of a simulator, with which the harness proves that it judges its own answers too (DESIGN, rule 8). */
export interface SimulatorDefect {
  readonly id: string;
  readonly simulator: 'twiin' | 'zorg-ab';
  readonly title: Text;
  /** Requirement that the simulator's answers then violate. */
  readonly kills: string;
  /** Other requirements that cannot stay whole, with the reason. */
  readonly alsoAffects: readonly { readonly requirement: string; readonly why: string }[];
}
const defect = (id: string, simulator: SimulatorDefect['simulator'], kills: string, nl: string, en: string, alsoAffects: SimulatorDefect['alsoAffects'] = []): SimulatorDefect => ({
  id, simulator, kills, title: { nl, en }, alsoAffects,
});

/** Switched on by name in the settings of a simulator (`defects`). */
export const simulatorDefects: readonly SimulatorDefect[] = [
  defect('zorg-ab-without-metadata', 'zorg-ab', 'ZAB-011', 'ZORG-AB geeft geen CapabilityStatement', 'ZORG-AB gives no CapabilityStatement'),
  defect('zorg-ab-refuses-content-type', 'zorg-ab', 'ZAB-014', 'ZORG-AB weigert een GET met Content-Type', 'ZORG-AB refuses a GET that carries a Content-Type'),
  defect('zorg-ab-ignores-identifier', 'zorg-ab', 'ZAB-015', 'ZORG-AB geeft bij een URA juist de andere organisaties', 'ZORG-AB gives the other organisations for a URA', [
    { requirement: 'ZAB-033', why: 'a search for an unknown URA finds everybody' },
  ]),
  defect('zorg-ab-no-read', 'zorg-ab', 'ZAB-022', 'ZORG-AB kan een organisatie niet op id geven', 'ZORG-AB cannot give an organisation by id'),
  defect('zorg-ab-search-without-total', 'zorg-ab', 'ZAB-033', 'ZORG-AB laat total weg', 'ZORG-AB leaves total out', [
    { requirement: 'ZAB-015', why: 'its check asks for total >= 1' },
  ]),
  defect('zorg-ab-accepts-malformed', 'zorg-ab', 'ZAB-034', 'ZORG-AB slikt een onjuiste parameter', 'ZORG-AB swallows a malformed parameter'),
  defect('zorg-ab-unknown-type-200', 'zorg-ab', 'ZAB-037', 'ZORG-AB geeft een leeg zoekantwoord voor een onbekend soort', 'ZORG-AB gives an empty search answer for an unknown type'),
  defect('as-accepts-expired-assertion', 'twiin', 'TWIIN-AUT-21', 'Een verlopen assertion levert een token op', 'An expired assertion yields a token'),
  defect('pull-answers-other-patient', 'twiin', 'TWIIN-PUL-15', 'Een bevraging geeft gegevens van een andere patiënt', 'A query gives data of another patient'),
  defect('searchset-without-self', 'twiin', 'BGZ-R-07', 'Het zoekantwoord mist de self-link', 'The search answer lacks its self link', [
    { requirement: 'BGZ-R-05', why: 'an empty list of links is no FHIR' },
  ]),
];
