import { purpose, t, type Options } from './purpose.ts';
import type { TestPurpose } from '../../model/requirement.ts';

const title = t('De simulatoren van Toetssteen houden zich hieraan.', 'The simulators of Toetssteen keep to this.');
const own = (requirement: string, rule: string, options: Options = {}): TestPurpose => purpose(requirement, 'simulator', `simulator-${rule}`, title, options);
/** What our own simulators must show: they are judged in every run, and never count for the system under test. */
export const simulatorPurposes = [
  own('ZAB-011', 'zorg-ab-metadata-is-capability-statement'),
  own('ZAB-014', 'zorg-ab-get-with-content-type-is-accepted'),
  own('ZAB-015', 'zorg-ab-organisation-is-found-by-ura'),
  own('ZAB-022', 'zorg-ab-organisation-can-be-read-by-id', { kind: 'sequence' }),
  own('ZAB-033', 'zorg-ab-search-has-total'),
  own('ZAB-034', 'zorg-ab-malformed-parameter-gives-400'),
  own('ZAB-037', 'zorg-ab-unknown-type-gives-404'),
  own('TWIIN-AUT-20', 'token-response-is-complete'),
  own('TWIIN-AUT-21', 'expired-assertion-gives-no-token'),
  own('TWIIN-PUL-15', 'answer-holds-no-other-patient', { kind: 'absence' }),
  own('TWIIN-PUL-09', 'search-result-is-a-searchset'),
  own('BGZ-R-01', 'search-status-is-200'),
  own('BGZ-R-02', 'search-result-is-a-searchset'),
  own('BGZ-R-03', 'entry-resource-has-id'),
  own('BGZ-R-04', 'resource-states-its-profile'),
  own('BGZ-R-05', 'answer-is-valid-fhir', { wholly: true }),
  own('BGZ-R-06', 'total-is-not-larger-than-matches'),
  own('BGZ-R-07', 'bundle-has-self-link'),
  own('BGZ-R-08', 'self-link-repeats-parameters'),
  own('BGZ-R-09', 'full-url-is-absolute'),
  own('BGZ-R-10', 'coding-has-system-and-code'),
  own('BGZ-R-11', 'coding-system-is-no-value-set'),
  own('BGZ-R-12', 'codeable-concept-can-be-read'),
  own('BGZ-R-13', 'reference-has-display'),
  own('BGZ-R-14', 'identifier-has-system-and-value'),
];
