import { grantGivesNoAccess } from '../../factories/grant-gives-no-access.ts';

/** Access ends at restriction.period.end (twiin.md 3.1 and 5.4). */
export const accessEndsWithThePeriod = grantGivesNoAccess(
  {
    id: 'access-ends-with-the-period', requirements: ['TWIIN-PUL-18'],
    title: { nl: 'Na het einde van de periode is er geen toegang meer', en: 'After the end of the period there is no access any more' },
  }, ['authorization-base-period-ended'],
);
