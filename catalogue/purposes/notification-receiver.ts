import { purpose, t, type Options } from './purpose.ts';
import type { Text } from '../../model/text.ts';
import type { TestPurpose } from '../../model/requirement.ts';

const receiver = (number: string, rule: string, title: Text, options: Options = {}): TestPurpose => purpose(`TWIIN-NTF-${number}`, 'twiin-receiver', rule, title, options);
const gets400 = 'invalid-notification-gets-400-or-422';
const holdsOutcome = 'error-holds-an-operation-outcome';
/** Twiin-01 at the receiver, and what it asks afterwards. */
export const notificationReceiverPurposes = [
  receiver('32', 'create-gets-a-technical-response', t('Een aanmelding krijgt een technisch antwoord.', 'A notification gets a technical response.'), { kind: 'stimulus-response' }),
  receiver('33', 'created-task-has-a-location', t('Een aangemaakte Task krijgt 201 met Location.', 'A created Task gets 201 with Location.'), { kind: 'stimulus-response' }),
  receiver('34', gets400, t('Onleesbare JSON krijgt 400.', 'JSON that cannot be read gets 400.'), { stimulus: 'malformed-json' }),
  receiver('34', gets400, t('Een onbekende owner krijgt 422, 403 of 404.', 'An unknown owner gets 422, 403 or 404.'), { stimulus: 'owner-not-served' }),
  receiver('35', holdsOutcome, t('De fout op onleesbare JSON is een OperationOutcome.', 'The error on unreadable JSON is an OperationOutcome.'), { stimulus: 'malformed-json' }),
  receiver('35', holdsOutcome, t('De fout op een onbekende owner is een OperationOutcome.', 'The error on an unknown owner is an OperationOutcome.'), { stimulus: 'owner-not-served' }),
  receiver('36', 'cancellation-updates-the-one-match', t('Intrekken werkt de ene aanmelding bij.', 'Revoking updates the one notification.'), { kind: 'sequence', precondition: 'cancellation' }),
  receiver('36', 'cancellation-updates-the-one-match', t('Bij twee gelijke kenmerken komt 412.', 'With two equal identifiers 412 comes.'), { kind: 'sequence', precondition: 'duplicates-possible', minimumEvidence: 2, part: 'several' }),
  receiver('38', 'foreign-owner-is-refused', t('Een aanmelding voor een ander wordt geweigerd.', 'A notification for somebody else is refused.'), { stimulus: 'owner-not-served' }),
  receiver('40', 'receiver-asks-only-what-was-offered', t('Er wordt alleen gevraagd wat is aangeboden.', 'Only what was offered is asked.'), { kind: 'absence', precondition: 'pull-seen', window: 'pull' }),
  receiver('41', 'xml-notification-is-accepted', t('Een aanmelding in XML wordt aangenomen zoals een in JSON.', 'A notification in XML is accepted as one in JSON is.'), { kind: 'sequence' }),
];
