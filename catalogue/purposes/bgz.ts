import type { Text } from '../../model/text.ts';
import type { TestPurpose } from '../../model/requirement.ts';
import { forStimuli, purpose, t, type Options } from './purpose.ts';

const answer = (requirement: string, rule: string, title: Text, options: Options = {}): TestPurpose => purpose(requirement, 'bgz-holder', rule, title, { minimumEvidence: 3, ...options });
/** What a sender serves in a pull (bgz-nen7540.md chapter 7), and its access log. */
export const bgzPurposes = [
  answer('BGZ-R-01', 'search-status-is-200', t('Een geslaagde zoekvraag geeft 200.', 'A successful search gives 200.')),
  answer('BGZ-R-02', 'search-result-is-a-searchset', t('Het antwoord is een Bundle van type searchset.', 'The answer is a Bundle of type searchset.')),
  answer('BGZ-R-03', 'entry-resource-has-id', t('Elke resource in het antwoord heeft een id.', 'Each resource in the answer has an id.')),
  answer('BGZ-R-04', 'resource-states-its-profile', t('Elke resource noemt zijn profiel.', 'Each resource states its profile.')),
  answer('BGZ-R-05', 'answer-is-valid-fhir', t('Het antwoord is geldig volgens FHIR STU3 en de genoemde profielen.', 'The answer is valid by FHIR STU3 and the profiles that it states.'), { wholly: true }),
  answer('BGZ-R-06', 'total-is-not-larger-than-matches', t('Bundle.total klopt over alle pagina\'s.', 'Bundle.total is right over all pages.'), { minimumEvidence: 1, kind: 'sequence' }),
  answer('BGZ-R-07', 'bundle-has-self-link', t('De Bundle heeft een self-link.', 'The Bundle has a self link.')),
  answer('BGZ-R-08', 'self-link-repeats-parameters', t('De self-link herhaalt de parameters.', 'The self link repeats the parameters.')),
  answer('BGZ-R-09', 'full-url-is-absolute', t('fullUrl is absoluut en past bij het id.', 'fullUrl is absolute and fits the id.')),
  answer('BGZ-R-10', 'coding-has-system-and-code', t('Elke Coding heeft een systeem en een code.', 'Each Coding has system and code.')),
  answer('BGZ-R-11', 'coding-system-is-no-value-set', t('Geen codestelsel is de OID van een zib-waardelijst.', 'No code system is the OID of a zib value set.')),
  answer('BGZ-R-12', 'codeable-concept-can-be-read', t('Elk CodeableConcept is te lezen.', 'Each CodeableConcept can be read.')),
  answer('BGZ-R-13', 'reference-has-display', t('Elke Reference heeft een display.', 'Each Reference has a display.')),
  answer('BGZ-R-14', 'identifier-has-system-and-value', t('Elke Identifier heeft een systeem en een waarde.', 'Each Identifier has system and value.')),
  answer('BGZ-R-15', 'empty-search-gives-an-empty-searchset', t('Een zoekvraag zonder treffers geeft een lege searchset.', 'A search without hits gives an empty searchset.'), { minimumEvidence: 1 }),
  answer('BGZ-R-18', 'entry-count-is-as-expected', t('De aantallen zijn zoals in het ingevoerde dossier.', 'The counts are those of the dossier as entered.'), { minimumEvidence: 1, kind: 'sequence', precondition: 'content-confirmed' }),
  answer('BGZ-R-20', 'json-and-xml-are-both-served', t('Gegevens zijn in JSON en in XML te krijgen.', 'Data can be had in JSON and in XML.'), { kind: 'sequence' }),
  answer('BGZ-R-21', 'answer-follows-accept', t('Het antwoord volgt Accept, en Content-Type zegt wat het is.', 'The answer follows Accept, and Content-Type says what it is.')),
  answer('BGZ-R-23', 'included-resources-are-there', t('Wat _include vraagt komt mee, en als meegeleverd.', 'What _include asks comes along, and as included.'), { minimumEvidence: 1, kind: 'sequence' }),
  answer('BGZ-R-24', 'references-lead-somewhere', t('Verwijzingen leiden naar een resource.', 'References lead to a resource.'), { minimumEvidence: 1, kind: 'sequence' }),
  answer('BGZ-R-25', 'answer-holds-no-empty-text', t('Ontbrekende gegevens zijn geen lege tekst.', 'Missing data is no empty text.'), { part: 'empty' }),
  answer('BGZ-R-25', 'answer-holds-no-empty-text', t('Ontbrekende gegevens zijn geen opvulwoord of -code.', 'Missing data is no placeholder word or code.'), { part: 'placeholder', state: 'planned' }),
  ...forStimuli(['bgz-holder'], ['no-token', 'token-expired', 'token-forged'], 'BGZ-R-22', 'request-without-right-is-refused', t('Een bevraging zonder recht wordt geweigerd.', 'A request without right is refused.')),
  ...([['BGZ-A-09', 'json-and-xml-are-both-served', t('De API kent JSON en XML.', 'The API knows JSON and XML.')], ['BGZ-A-10', 'answer-follows-accept', t('De API volgt Accept.', 'The API follows Accept.')],
    ['BGZ-A-11', 'answer-follows-accept', t('Elk antwoord noemt zijn Content-Type.', 'Each answer states its Content-Type.')]] as const).map(([id, rule, title]) => purpose(id, 'api-provider', rule, title)),
  purpose('BGZ-A-06', 'api-provider', 'access-log-shows-each-access', t('Het toegangslog toont elke toegang.', 'The access log shows each access.'), { kind: 'sequence', precondition: 'access-log-available' }),
];
