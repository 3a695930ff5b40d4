import { grantGivesNoAccess } from '../../factories/grant-gives-no-access.ts';

/** An unknown or altered authorization base gives no token with access to data (twiin.md 4.4). */
export const alteredAuthorizationBaseGivesNoAccess = grantGivesNoAccess(
  {
    id: 'altered-authorization-base-gives-no-access', requirements: ['TWIIN-AUT-23'],
    title: { nl: 'Een gewijzigde authorization base geeft geen toegang', en: 'An altered authorization base gives no access' },
  }, 'authorization-base-altered',
);
