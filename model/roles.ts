/** Roles that a system under test can claim in this slice, and the roles they imply (see catalogue/roles.ts). */
export type Role =
  | 'twiin-sender' | 'twiin-receiver' | 'zorgab-client'
  /** implied by twiin-sender: what it serves in a pull */
  | 'bgz-holder' | 'api-provider'
  /** rules for our own mocks */
  | 'simulator'
  | (string & {});

/** Edition or route that is tested. `twiin-np-stu3` selects the entries with profile `default`. */
export type Profile = 'twiin-np-stu3' | 'bgz-alpha' | 'twiin-notifications-r4' | (string & {});
