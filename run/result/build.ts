import type { JournalEntry } from '../../model/exchange.ts';
import type { Requirement, TestPurpose } from '../../model/requirement.ts';
import type { CaseResult, Finding, RequirementResult, RunResult, Verdict } from '../../model/result.ts';
import type { Role } from '../../model/roles.ts';
import type { Text } from '../../model/text.ts';
import type { Rule } from '../../model/rule.ts';
import { requirementsFor } from '../../catalogue/roles.ts';
import { stateOf } from '../../catalogue/state.ts';
import { exitCodeOf } from '../../reports/exit-code.ts';
import { viewsOf } from '../../reports/index.ts';
import { judgeTrace } from '../judge/judge.ts';
import type { Session } from '../session/session.ts';
import { mergeVerdicts } from '../verdicts/merge.ts';
import { clockOffsetOf } from './clock-offset.ts';
import { preconditionOf } from './preconditions.ts';
import { breachesOf, isAnnounced } from './simulator-breaches.ts';

export interface BuildOptions {
  readonly session: Session;
  readonly rules: readonly Rule[];
  readonly purposes: readonly TestPurpose[];
  readonly id: string;
  readonly startedAt: number;
  readonly continuations: number;
  readonly configuration: RunResult['configuration'];
  readonly witnessedBy: string | null;
  readonly virtualTime: boolean;
  readonly version: string;
  /** See `ExitInput.packagesOptional`. */
  readonly packagesOptional?: boolean;
  /** All entries of the session, when they were read already; the reports take the same ones. */
  readonly journal?: readonly JournalEntry[];
  /** Leaves the exchanges out: a self-test compares verdicts only. */
  readonly brief?: boolean;
}

/** Everything that a run has to say, from what is on disk. May be called at any moment. */
export function buildResult(options: BuildOptions): RunResult {
  const { session, purposes } = options;
  const { claim, book } = session;
  const scope = 'run';
  const journal = options.journal ?? session.journal.entries();
  book.forgetTrace(scope);
  for (const role of claim.ics.roles) {
    const trace = journal.filter((entry) => entry.kind !== 'exchange' || entry.role === role);
    book.addTrace(judgeTrace(session.judge, 'run', trace, session.runContext(), { role, case: null }), scope);
  }
  const own = (finding: Finding): boolean => finding.role === 'simulator' || finding.rule.startsWith('simulator-');
  const all = book.findings();
  const selected = requirementsFor(claim);
  const rolesFor = new Map(selected.map((one) => [one.requirement.id, one.roles]));
  const known = new Set(selected.map((one) => one.requirement.id));
  const findings = all.filter((finding) => !own(finding) && known.has(finding.requirement));
  const records = session.cases.map((testCase) => ({ testCase, record: session.engine.record(testCase.id) }));
  const cases: CaseResult[] = records.map(({ testCase, record }) => ({
    id: testCase.id, title: testCase.title, role: testCase.role, state: record.state, attempts: record.attempt, scenario: null, waiting: record.wait,
    exchanges: session.journal.entries({ id: testCase.id }).map((entry) => entry.id),
    findings: findings.filter((finding) => finding.case?.id === testCase.id).map((finding) => finding.id), reason: record.reasons[0] ?? null,
  }));
  const traces = new Set(options.rules.filter((rule) => rule.scope === 'trace').map((rule) => rule.id));
  const requirements = mergeVerdicts({
    requirements: selected, purposes, severity: session.judge.severity, state: (requirement) => stateOf(requirement.id, purposes.filter((purpose) => rolesFor.get(requirement.id)?.includes(purpose.role) === true)), findings,
    passed: book.passed(), unjudged: book.unjudged(), isTrace: (rule) => traces.has(rule), precondition: (name) => preconditionOf(name, claim),
    missing: (role) => missingOf(role, records.map((one) => one.record), session),
  });
  const simulatorFindings = all.filter((finding) => own(finding) && !isAnnounced(finding, (id) => { const entry = session.journal.entry(id); return entry?.kind === 'exchange' ? entry : undefined; }));
  const harnessErrors = [...session.harnessErrors, ...breachesOf(simulatorFindings), ...records.flatMap(({ testCase, record }) => record.errors.map((error) => `${testCase.id}: ${error}`))];
  const problems = options.configuration.filter((check) => !check.ok).map((check) => `${check.check}: ${check.detail}`);
  const exit = exitCodeOf({ harnessErrors, configurationProblems: problems, findings, requirements, cases, packagesOptional: options.packagesOptional });
  const entries = options.brief === true ? [] : journal.filter((entry) => entry.kind === 'exchange' || entry.kind === 'connection');
  return {
    schema: 'toetssteen-result-1',
    run: {
      id: options.id, startedAt: options.startedAt, finishedAt: session.clock.now(), toetssteen: options.version, continuations: options.continuations,
      witnessedBy: options.witnessedBy, clockOffsetMs: options.virtualTime ? null : clockOffsetOf(journal), node: process.version, virtualTime: options.virtualTime,
    },
    ics: claim.ics, organisation: { ura: claim.ixit.organisation.ura, name: claim.ixit.organisation.name }, configuration: options.configuration, packages: session.packages,
    sources: sourcesOf(selected.map((one) => one.requirement)),
    summary: {
      verdicts: countVerdicts(requirements), safetyFindings: findings.filter((one) => one.safety).length,
      warnings: findings.filter((one) => one.severity === 'warning').length, remarks: findings.filter((one) => one.severity === 'remark').length,
      planned: requirements.filter((one) => one.state === 'planned').length, claimed: requirements.length, exitCode: exit.code, exitReason: exit.reason,
    },
    requirements, cases, findings, exchanges: viewsOf(entries),
    tray: entries.filter((entry) => entry.kind === 'exchange' && entry.case === null && entry.role !== 'simulator').map((entry) => ({
      exchange: entry.id, why: { nl: 'Geen testgeval verwachtte dit bericht en het draagt geen bekend kenmerk.', en: 'No test case expected this message and it carries no known key.' },
    })),
    simulatorFindings, harnessErrors,
  };
}

/** Why evidence of a role can be missing: the first case of that role that did not come to its end. */
function missingOf(role: Role, records: readonly ReturnType<Session['engine']['record']>[], session: Session): { readonly reason: Text; readonly cause: 'harness' | 'undetermined' } | null {
  const claimed = role === 'bgz-holder' || role === 'api-provider' ? 'twiin-sender' : role;
  for (const record of records) {
    const testCase = session.cases.find((one) => one.id === record.id)!;
    const concerns = testCase.role === claimed || (claimed === 'zorgab-client' && testCase.kind === 'directory');
    if (!concerns || record.state === 'not-applicable') continue;
    if (record.state === 'error') return { reason: { nl: `Testgeval ${record.id} brak af door een fout van Toetssteen.`, en: `Test case ${record.id} broke off through an error of Toetssteen.` }, cause: 'harness' };
    if (record.state !== 'finished') return { reason: { nl: `Testgeval ${record.id} is niet afgerond.`, en: `Test case ${record.id} is not finished.` }, cause: 'undetermined' };
    const reason = record.reasons[0];
    if (reason !== undefined) return { reason: { nl: `${record.id}: ${reason.nl}`, en: `${record.id}: ${reason.en}` }, cause: record.interrupted ? 'harness' : 'undetermined' };
  }
  return null;
}
function countVerdicts(requirements: readonly RequirementResult[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { pass: 0, fail: 0, warning: 0, inconclusive: 0, 'not-applicable': 0, 'not-tested': 0 };
  for (const one of requirements) counts[one.verdict] += 1;
  return counts;
}
function sourcesOf(requirements: readonly Requirement[]): RunResult['sources'] {
  const found = new Map<string, { document: string; version: string; url: string; requirements: number }>();
  for (const { source } of requirements) {
    const key = `${source.document} ${source.version}`;
    const known = found.get(key) ?? { document: source.document, version: source.version, url: source.url, requirements: 0 };
    known.requirements += 1;
    found.set(key, known);
  }
  return [...found.values()].sort((a, b) => b.requirements - a.requirements);
}
