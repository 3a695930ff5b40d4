import type { Requirement, Severity, TestPurpose } from '../../model/requirement.ts';
import type { Cause, Finding, PurposeResult, RequirementResult, Verdict } from '../../model/result.ts';
import type { Role } from '../../model/roles.ts';
import type { Text } from '../../model/text.ts';
import type { Passed, Unjudged } from '../judge/judge.ts';
import { evidenceFor, findingsFor, unjudgedFor } from './evidence.ts';

/** Everything that verdicts are made of. */
export interface VerdictInput {
  readonly requirements: readonly { readonly requirement: Requirement; readonly roles: readonly Role[] }[];
  readonly purposes: readonly TestPurpose[];
  readonly severity: (requirement: Requirement) => Severity;
  readonly state: (requirement: Requirement) => RequirementResult['state'];
  readonly findings: readonly Finding[];
  readonly passed: readonly Passed[];
  readonly unjudged: readonly Unjudged[];
  readonly isTrace: (rule: string) => boolean;
  /** Null when the named precondition holds for this claim, else why not. */
  readonly precondition: (name: string) => Text | null;
  /** Why evidence of a role can be missing: a case that waits, was interrupted or could conclude nothing. */
  readonly missing: (role: Role) => { readonly reason: Text; readonly cause: Cause } | null;
}

/**
 * The one place where verdicts merge (DESIGN, rule 4): fail over inconclusive over warning over pass, and a later
 * pass never erases a fail. A requirement passes only when each of its test purposes has its minimum evidence.
 */
export function mergeVerdicts(input: VerdictInput): RequirementResult[] {
  return input.requirements.map(({ requirement, roles }) => requirementResult(input, requirement, roles));
}

function requirementResult(input: VerdictInput, requirement: Requirement, roles: readonly Role[]): RequirementResult {
  const state = input.state(requirement);
  const severity = input.severity(requirement);
  const findings = input.findings.filter((one) => one.requirement === requirement.id);
  const purposes = input.purposes
    .filter((purpose) => purpose.requirement === requirement.id && roles.includes(purpose.role))
    .map((purpose) => purposeResult(input, purpose));
  const common = { requirement, roles, severity, state, purposes, findings: findings.map((one) => one.id) };
  const of = (verdict: Verdict, cause: Cause | null, reason: Text | null): RequirementResult => ({ ...common, verdict, cause, reason });
  const worst = findings.find((one) => one.severity === 'fail') ?? findings.find((one) => one.severity === 'warning');

  if (worst?.severity === 'fail') return of('fail', worst.cause, worst.title);
  if (purposes.length === 0) return worst ? of('warning', worst.cause, worst.title) : of('not-tested', null, { nl: 'Nog niet gebouwd in deze versie.', en: 'Not built yet in this version.' });
  const open = purposes.find((one) => one.verdict === 'inconclusive');
  if (open !== undefined) return of('inconclusive', open.cause, open.reason);
  if (worst !== undefined) return of('warning', worst.cause, worst.title);
  const untested = purposes.find((one) => one.verdict === 'not-tested');
  if (untested !== undefined) return { ...of('not-tested', null, untested.reason), ...(untested.lacks !== undefined && { lacks: untested.lacks }) };
  const shown = purposes.filter((one) => one.verdict === 'pass');
  if (shown.length === 0) return of('not-applicable', null, purposes[0]!.reason);
  return of('pass', null, null);
}

function purposeResult(input: VerdictInput, purpose: TestPurpose): PurposeResult {
  const evidence = evidenceFor(purpose, input.passed, input.isTrace);
  const of = (verdict: Verdict, reason: Text | null, cause: Cause | null = null): PurposeResult => ({ purpose, verdict, evidence, reason, cause });
  const planned: Text = { nl: 'Dit deel is nog niet gebouwd.', en: 'This part is not built yet.' };
  if (purpose.state === 'planned') return of('not-tested', planned);

  const findings = findingsFor(purpose, input.findings, input.isTrace);
  const broken = findings.find((one) => one.severity === 'fail') ?? findings.find((one) => one.severity === 'warning');
  if (broken !== undefined) return of(broken.severity === 'fail' ? 'fail' : 'warning', broken.title, broken.cause);
  const unjudged = unjudgedFor(purpose, input.unjudged, input.isTrace);
  const untested = unjudged.find((one) => one.kind === 'not-tested');
  const notTested = (one: Unjudged): PurposeResult => ({ ...of('not-tested', one.why), ...(one.lacks !== undefined && { lacks: one.lacks }) });
  if (purpose.wholly === true && untested !== undefined) return notTested(untested);
  if (evidence.length >= purpose.minimumEvidence || findings.length > 0) return of('pass', null);

  const absent = purpose.precondition === undefined ? null : input.precondition(purpose.precondition);
  if (absent !== null) return of('not-applicable', absent);
  if (untested !== undefined) return notTested(untested);
  const missing = input.missing(purpose.role);
  if (missing === null && unjudged.length > 0) return of('not-applicable', unjudged[0]!.why);
  if (missing !== null) return of('inconclusive', missing.reason, missing.cause);
  return of('inconclusive', {
    nl: `Te weinig waargenomen: ${evidence.length} van de ${purpose.minimumEvidence} keer.`,
    en: `Not enough was seen: ${evidence.length} of ${purpose.minimumEvidence} times.`,
  }, 'undetermined');
}
