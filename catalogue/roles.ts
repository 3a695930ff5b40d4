import type { Claim } from '../model/claim.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Profile, Role } from '../model/roles.ts';
import { loadCatalogue } from './load.ts';

/** A claimed profile and the values of `profile` in the requirement files that it selects. */
export const profileTable: Readonly<Record<string, readonly string[]>> = {
  'twiin-np-stu3': ['default'],
  'bgz-alpha': ['bgz-alpha'],
  'twiin-notifications-r4': ['twiin-2026'],
};
/** A claimed role, the roles of the files that it answers for, and which entries of those. */
export const roleTable: Readonly<Record<string, readonly { readonly role: Role; readonly entries?: RegExp }[]>> = {
  'twiin-sender': [{ role: 'twiin-sender' }, { role: 'bgz-holder', entries: /^BGZ-R-/ }, { role: 'api-provider', entries: /^BGZ-A-/ }],
  'twiin-receiver': [{ role: 'twiin-receiver' }],
  'zorgab-client': [{ role: 'zorgab-client' }],
};
/** Entries that say something only when the tester confirmed what the persona's dossier holds: they count its contents. */
export const needsConfirmedContent: readonly string[] = ['BGZ-R-18'];

/** The claimable profiles that select a value of `profile` in the files. */
export function profilesSelecting(fileProfile: string): readonly Profile[] {
  return Object.keys(profileTable).filter((profile) => profileTable[profile]!.includes(fileProfile));
}
export interface Selected { readonly requirement: Requirement; readonly roles: readonly Role[] }

/** What of a claim decides which requirements it is judged by. */
export interface ClaimedParts {
  readonly ics: Pick<Claim['ics'], 'roles' | 'profiles'>;
  /** Absent: no persona's content is confirmed. */
  readonly ixit?: Pick<Claim['ixit'], 'personas'>;
}

/** The requirements that a claim is judged by: those of its roles and profiles whose subject is the SUT. */
export function requirementsFor(claim: ClaimedParts): Selected[] {
  const selected = new Set(claim.ics.profiles.flatMap((profile) => own(profileTable, profile) ?? []));
  const confirmed = claim.ixit?.personas.some((persona) => persona.contentConfirmed) ?? false;
  return loadCatalogue().requirements
    .filter((requirement) => requirement.subject === 'sut' && selected.has(requirement.profile))
    .filter((requirement) => confirmed || !needsConfirmedContent.includes(requirement.id))
    .map((requirement) => ({ requirement, roles: rolesOf(claim.ics.roles, requirement) }))
    .filter((one) => one.roles.length > 0);
}
/** Roles of the files under which this claim answers for a requirement. */
export function rolesOf(claimed: readonly Role[], requirement: Pick<Requirement, 'id' | 'roles'>): Role[] {
  const answering = claimed.flatMap((role) => own(roleTable, role) ?? [{ role }]);
  const roles = answering.filter(({ role, entries }) => requirement.roles.includes(role) && (entries === undefined || entries.test(requirement.id))).map(({ role }) => role);
  return [...new Set(roles)];
}

/** A claim is input: a role called `constructor` must find nothing. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
