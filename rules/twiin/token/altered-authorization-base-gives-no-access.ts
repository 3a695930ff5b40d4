import { grantGivesNoAccess } from '../../factories/grant-gives-no-access.ts';

/**
 * An unknown or altered authorization base gives no token with access to data (twiin.md 4.4). A base that is
 * played back for another patient is unknown for that patient. Whether data of somebody else came is PUL-15's, and so is the harm.
 */
export const alteredAuthorizationBaseGivesNoAccess = grantGivesNoAccess(
  {
    id: 'altered-authorization-base-gives-no-access', requirements: ['TWIIN-AUT-23'],
    title: { nl: 'Een gewijzigde authorization base geeft geen toegang', en: 'An altered authorization base gives no access' },
  }, ['authorization-base-altered', 'authorization-base-other-patient'], ['authorization-base-other-patient'],
);
