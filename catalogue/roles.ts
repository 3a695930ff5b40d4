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
export function profilesSelecting(fileProfile: string): readonly Profile[] {
  return Object.keys(profileTable).filter((profile) => profileTable[profile]!.includes(fileProfile));
}
export interface Selected { readonly requirement: Requirement; readonly roles: readonly Role[] }

/** The requirements that a claim is judged by: those of its roles and profiles whose subject is the SUT. */
export function requirementsFor(claim: Pick<Claim, 'ics'>): Selected[] {
  const selected = new Set(claim.ics.profiles.flatMap((profile) => profileTable[profile] ?? []));
  return loadCatalogue().requirements
    .filter((requirement) => requirement.subject === 'sut' && selected.has(requirement.profile))
    .map((requirement) => ({ requirement, roles: rolesOf(claim.ics.roles, requirement) }))
    .filter((one) => one.roles.length > 0);
}
/** Roles of the files under which this claim answers for a requirement. */
export function rolesOf(claimed: readonly Role[], requirement: Pick<Requirement, 'id' | 'roles'>): Role[] {
  const answering = claimed.flatMap((role) => roleTable[role] ?? [{ role }]);
  const roles = answering.filter(({ role, entries }) => requirement.roles.includes(role) && (entries === undefined || entries.test(requirement.id))).map(({ role }) => role);
  return [...new Set(roles)];
}
