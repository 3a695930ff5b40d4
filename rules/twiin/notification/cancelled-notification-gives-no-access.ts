import { grantGivesNoAccess } from '../../factories/grant-gives-no-access.ts';

/** After cancellation there is no access on the ground of that notification, also not with a token of before (twiin.md 3.4). */
export const cancelledNotificationGivesNoAccess = grantGivesNoAccess(
  {
    id: 'cancelled-notification-gives-no-access', requirements: ['TWIIN-NTF-31'],
    title: { nl: 'Een ingetrokken aanmelding geeft geen toegang meer', en: 'A cancelled notification gives no access any more' },
  }, ['authorization-base-cancelled'],
);
