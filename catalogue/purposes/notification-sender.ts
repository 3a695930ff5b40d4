import { purpose, t, type Options } from './purpose.ts';
import type { Text } from '../../model/text.ts';
import type { TestPurpose } from '../../model/requirement.ts';

const sender = (number: string, rule: string, title: Text, options: Options = {}): TestPurpose => purpose(`TWIIN-NTF-${number}`, 'twiin-sender', rule, title, options);
/** Twiin-01 at the sender. */
export const notificationSenderPurposes = [
  sender('01', 'notification-is-a-create', t('Elke aanmelding is een create op Task.', 'Each notification is a create on Task.')),
  sender('02', 'notification-is-an-stu3-task', t('Elke aanmelding is een STU3-Task.', 'Each notification is an STU3 Task.'), { wholly: true }),
  sender('05', 'patient-is-named-on-task-or-token', t('De aanmelding noemt de bedoelde patiënt.', 'The notification names the intended patient.'), { kind: 'sequence' }),
  sender('07', 'notification-carries-authorization-base', t('De aanmelding bevat de authorization base.', 'The notification holds the authorization base.'), { precondition: 'authorization-base' }),
  sender('08', 'notification-identifier-is-unique', t('Elke aanmelding heeft één eigen identifier.', 'Each notification has one identifier of its own.'), { kind: 'absence' }),
  sender('09', 'notification-has-group-identifier', t('De aanmelding heeft een groupIdentifier.', 'The notification has a groupIdentifier.')),
  sender('10', 'notification-status-is-requested', t('Een nieuwe aanmelding heeft status requested.', 'A new notification has status requested.')),
  sender('11', 'notification-intent-is-proposal', t('De aanmelding heeft intent proposal.', 'The notification has intent proposal.')),
  sender('12', 'notification-code-is-pull-notification', t('De code is pull-notification.', 'The code is pull-notification.')),
  sender('14', 'on-behalf-of-is-sending-organisation', t('onBehalfOf is de eigen organisatie.', 'onBehalfOf is the own organisation.')),
  sender('15', 'owner-is-receiving-organisation', t('owner is de geadresseerde.', 'owner is the addressee.'), { part: 'owner' }),
  sender('15', 'nothing-is-sent-to-another-organisation', t('Er gaat niets naar een andere organisatie.', 'Nothing goes to another organisation.'), { kind: 'absence', window: 'absence', part: 'elsewhere' }),
  sender('17', 'organisations-are-named-by-ura', t('De organisaties worden met hun URA genoemd.', 'The organisations are named by their URA.')),
  sender('18', 'patient-is-named-by-bsn', t('De patiënt wordt met een geldig BSN genoemd.', 'The patient is named by a valid BSN.')),
  sender('19', 'input-codes-use-task-parameter', t('De algemene inputcodes staan in TaskParameter.', 'The generic input codes stand in TaskParameter.')),
  sender('20', 'input-values-have-their-type', t('authorization-base is tekst, get-workflow-task een boolean.', 'authorization-base is a string, get-workflow-task a boolean.')),
  sender('23', 'search-and-read-inputs-have-their-value', t('Zoekvragen staan in valueString, resources in valueReference.', 'Queries stand in valueString, resources in valueReference.')),
  sender('27', 'changed-data-give-a-new-notification', t('Na een wijziging komt een nieuwe aanmelding.', 'After a change a new notification comes.'), { kind: 'sequence', precondition: 'renewal', window: 'notification' }),
  sender('28', 'renewed-notification-keeps-its-group', t('De nieuwe aanmelding hoort bij dezelfde groep.', 'The new notification belongs to the same group.'), { kind: 'sequence', precondition: 'renewal', window: 'notification' }),
  sender('29', 'cancellation-is-a-conditional-update', t('Intrekken gaat met een conditional update.', 'Revoking goes by conditional update.'), { kind: 'sequence', precondition: 'cancellation', window: 'notification' }),
  sender('30', 'cancellation-has-status-cancelled', t('De intrekking heeft status cancelled en dezelfde identifier.', 'The cancellation has status cancelled and the same identifier.'), { kind: 'sequence', precondition: 'cancellation', window: 'notification' }),
  sender('31', 'cancelled-notification-gives-no-access', t('Na intrekken is er geen toegang meer.', 'After cancellation there is no access.'), { stimulus: 'authorization-base-cancelled', precondition: 'cancellation' }),
];
