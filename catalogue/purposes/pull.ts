import { purpose, t } from './purpose.ts';

/** Twiin-03, -04 and -05 (twiin.md chapter 5): the sender serves, the receiver asks. */
export const pullPurposes = [
  purpose('TWIIN-PUL-01', 'twiin-receiver', 'workflow-task-is-read-by-id', t('De workflow task wordt met GET Task/[id] gelezen.', 'The workflow task is read with GET Task/[id].'), { precondition: 'workflow-task' }),
  purpose('TWIIN-PUL-02', 'twiin-sender', 'workflow-task-is-an-stu3-task', t('De workflow task is een STU3-Task in JSON of XML.', 'The workflow task is an STU3 Task in JSON or XML.'), { precondition: 'workflow-task' }),
  purpose('TWIIN-PUL-03', 'twiin-sender', 'unknown-workflow-task-gives-404', t('Een onbekende workflow task geeft 404 met OperationOutcome.', 'An unknown workflow task gives 404 with OperationOutcome.'), { stimulus: 'unknown-workflow-task' }),
  purpose('TWIIN-PUL-04', 'twiin-sender', 'workflow-task-without-token-gives-401', t('Zonder token geeft de workflow task 401.', 'Without token the workflow task gives 401.'), { stimulus: 'no-token' }),
  purpose('TWIIN-PUL-05', 'twiin-receiver', 'search-input-is-executed-as-get', t('Een aangeboden vraag wordt als GET uitgevoerd.', 'An offered query is executed as GET.'), { kind: 'sequence', precondition: 'pull-seen' }),
  purpose('TWIIN-PUL-07', 'twiin-receiver', 'reserved-characters-are-percent-encoded', t('Gereserveerde tekens zijn percent-gecodeerd.', 'Reserved characters are percent-encoded.'), { precondition: 'pull-seen' }),
  purpose('TWIIN-PUL-08', 'twiin-sender', 'every-spelling-gives-the-same-result', t('Drie schrijfwijzen van één vraag geven hetzelfde.', 'Three spellings of one query give the same.'), { kind: 'sequence' }),
  purpose('TWIIN-PUL-09', 'twiin-sender', 'search-result-is-a-searchset', t('Een zoekresultaat is een Bundle van type searchset.', 'A search result is a Bundle of type searchset.'), { minimumEvidence: 3 }),
  purpose('TWIIN-PUL-11', 'twiin-sender', 'answer-follows-accept', t('Het antwoord volgt Accept, en Content-Type zegt wat het is.', 'The answer follows Accept, and Content-Type says what it is.'), { minimumEvidence: 3 }),
  purpose('TWIIN-PUL-15', 'twiin-sender', 'answer-holds-no-other-patient', t('Geen antwoord bevat gegevens van een andere patiënt.', 'No answer holds data of another patient.'), { kind: 'absence' }),
  purpose('TWIIN-PUL-16', 'twiin-sender', 'query-outside-the-grant-is-refused', t('Een vraag buiten het aanbod wordt geweigerd.', 'A query outside the offer is refused.'), { stimulus: 'query-outside-grant' }),
  purpose('TWIIN-PUL-18', 'twiin-sender', 'access-ends-with-the-period', t('Na het einde van de periode is er geen toegang.', 'After the end of the period there is no access.'), { stimulus: 'authorization-base-period-ended', precondition: 'authorization-base' }),
];
