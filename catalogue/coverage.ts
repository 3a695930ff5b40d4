import type { PurposeState, Requirement, Severity, Subject, TestPurpose } from '../model/requirement.ts';
import type { Profile, Role } from '../model/roles.ts';
import type { Catalogue } from './load.ts';
import { loadCatalogue } from './load.ts';
import { profileTable, requirementsFor, roleTable } from './roles.ts';
import { severityOf } from './severity.ts';
import { stateOf } from './state.ts';

/** One requirement in a coverage row. */
export interface CoveredRequirement { readonly id: string; readonly safety: boolean; readonly severity: Severity; readonly state: PurposeState }

/** Two independent splits of the same total: what a violation may become, and how far the harness is. */
export interface CoverageCounts {
  readonly total: number;
  readonly safety: number;
  readonly severity: Readonly<Record<Severity, number>>;
  readonly state: Readonly<Record<PurposeState, number>>;
}
export interface RoleCoverage extends CoverageCounts {
  readonly role: Role;
  readonly profile: Profile;
  readonly requirements: readonly CoveredRequirement[];
}
/** A file of the catalogue: its entries by who can comply. */
export interface FileCoverage {
  readonly file: string;
  readonly subjects: Readonly<Record<Subject, number>>;
  /** Subject sut that no claimable role and profile selects. */
  readonly notClaimable: number;
}
export interface Coverage {
  /** Subject sut only, by claimable role and profile; pairs without any requirement are left out. */
  readonly roles: readonly RoleCoverage[];
  /** Rules for our own mocks, by file; files without any are left out. */
  readonly simulators: readonly (Pick<CoverageCounts, 'total' | 'state'> & { readonly file: string })[];
  readonly files: readonly FileCoverage[];
}

/**
 * What the harness covers of the catalogue, with every persona's content confirmed (the widest claim).
 * A requirement that several roles share counts in each of their rows; its state in a row comes from the
 * purposes for that role, so a requirement that is built for senders only is planned for receivers.
 * @param purposes what the harness can show: `testPurposes` of `purposes/index.ts`
 */
export function coverageOf(purposes: readonly TestPurpose[], catalogue: Catalogue = loadCatalogue()): Coverage {
  const roles = Object.keys(roleTable).flatMap((role) => Object.keys(profileTable).map((profile) => roleCoverage(role, profile, purposes)));
  const claimable = new Set(roles.flatMap((row) => row.requirements.map((one) => one.id)));
  const simulators = catalogue.files.map(({ name, requirements }) => {
    const own = requirements.filter((requirement) => requirement.subject === 'simulator');
    return { file: name, total: own.length, state: countStates(own.map((requirement) => stateOf(requirement.id, purposes))) };
  });
  return {
    roles: roles.filter((row) => row.total > 0),
    simulators: simulators.filter((row) => row.total > 0),
    files: catalogue.files.map(({ name, requirements }) => fileCoverage(name, requirements, claimable)),
  };
}

function roleCoverage(role: Role, profile: Profile, purposes: readonly TestPurpose[]): RoleCoverage {
  const answers = new Set<Role>([role, ...(roleTable[role] ?? []).map((one) => one.role)]);
  const forRole = purposes.filter((purpose) => answers.has(purpose.role));
  const claim = { ics: { roles: [role], profiles: [profile] }, ixit: { personas: [{ key: 'any', contentConfirmed: true }] } };
  const requirements = requirementsFor(claim).map(({ requirement }) => ({
    id: requirement.id,
    safety: requirement.safety,
    severity: severityOf(requirement, [profile]),
    state: stateOf(requirement.id, forRole),
  }));
  const severity = (wanted: Severity) => requirements.filter((one) => one.severity === wanted).length;
  return {
    role,
    profile,
    total: requirements.length,
    safety: requirements.filter((one) => one.safety).length,
    severity: { fail: severity('fail'), warning: severity('warning'), remark: severity('remark') },
    state: countStates(requirements.map((one) => one.state)),
    requirements,
  };
}

function fileCoverage(file: string, requirements: readonly Requirement[], claimable: ReadonlySet<string>): FileCoverage {
  const subject = (wanted: Subject) => requirements.filter((requirement) => requirement.subject === wanted).length;
  return {
    file,
    subjects: { sut: subject('sut'), simulator: subject('simulator'), organisation: subject('organisation'), harness: subject('harness') },
    notClaimable: requirements.filter((requirement) => requirement.subject === 'sut' && !claimable.has(requirement.id)).length,
  };
}

function countStates(states: readonly PurposeState[]): Record<PurposeState, number> {
  const count = (wanted: PurposeState) => states.filter((state) => state === wanted).length;
  return { automated: count('automated'), attested: count('attested'), planned: count('planned') };
}
