import { grantGivesNoAccess } from '../../factories/grant-gives-no-access.ts';

/** Only the notified organisation can use the authorization base (twiin.md 4.4; BgZ-1-authz-03). */
export const authorizationBaseOfOtherOrganisationGivesNoAccess = grantGivesNoAccess(
  {
    id: 'authorization-base-of-other-organisation-gives-no-access', requirements: ['TWIIN-AUT-24'],
    title: { nl: 'Een andere organisatie krijgt geen toegang met deze authorization base', en: 'Another organisation gets no access with this authorization base' },
  }, ['authorization-base-of-other-organisation'],
);
