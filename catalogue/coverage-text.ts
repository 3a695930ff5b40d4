import type { PurposeState, TestPurpose } from '../model/requirement.ts';
import type { Coverage, RoleCoverage } from './coverage.ts';
import { coverageOf } from './coverage.ts';

const states: readonly PurposeState[] = ['automated', 'attested', 'planned'];

/** Coverage as data for other programs. */
export function coverageJson(purposes: readonly TestPurpose[]): Coverage {
  return coverageOf(purposes);
}

/** The page `docs/coverage.md`. */
export function coverageMarkdown(purposes: readonly TestPurpose[]): string {
  const coverage = coverageOf(purposes);
  const total = (pick: (row: Coverage['files'][number]) => number) => coverage.files.reduce((sum, row) => sum + pick(row), 0);
  return `${[
    '# Coverage',
    '',
    'Made by `catalogue/tools/docs.ts` from the requirement files and the test purposes. Do not edit; a test fails when it is stale.',
    '',
    '## By role and profile',
    '',
    'Only requirements that the system under test itself can meet (`subject: sut`). The two halves of a row are independent splits of the same total: what a violation may become (`severity.md`), and how far this harness is. *Automated*: messages are judged. *Attested*: a person is asked. *Planned*: not built, or not all of it; a run reports it as not tested, never as passed. A requirement that several roles share counts in each of their rows. The counts take it that the contents of a persona are confirmed; otherwise BGZ-R-18 drops out.',
    '',
    ...roleTable(coverage.roles),
    '',
    '## Rules for our own simulators',
    '',
    'Kept apart: they say nothing about a system under test.',
    '',
    '| file | total | automated | attested | planned |',
    '|---|--:|--:|--:|--:|',
    ...coverage.simulators.map((row) => `| ${row.file} | ${row.total} | ${states.map((state) => row.state[state]).join(' | ')} |`),
    '',
    '## The whole catalogue',
    '',
    '*Not claimable yet*: requirements on the system under test that no claimable role and profile selects.',
    '',
    '| file | sut | of which not claimable yet | simulator | organisation | harness |',
    '|---|--:|--:|--:|--:|--:|',
    ...coverage.files.map((row) => `| ${row.file} | ${row.subjects.sut} | ${row.notClaimable} | ${row.subjects.simulator} | ${row.subjects.organisation} | ${row.subjects.harness} |`),
    `| all | ${total((row) => row.subjects.sut)} | ${total((row) => row.notClaimable)} | ${total((row) => row.subjects.simulator)} | ${total((row) => row.subjects.organisation)} | ${total((row) => row.subjects.harness)} |`,
    '',
    '## Requirements by state',
    '',
    ...coverage.roles.flatMap(stateLists),
  ].join('\n').trimEnd()}\n`;
}

/** The rows of some roles with their requirements by state; says so when none is claimable. */
export function coverageOfRole(rows: readonly RoleCoverage[]): string {
  return rows.length === 0 ? 'No requirement is claimable under this role yet.' : [...roleTable(rows), '', ...rows.flatMap(stateLists)].join('\n').trimEnd();
}
function roleTable(rows: readonly RoleCoverage[]): string[] {
  return [
    '| role | profile | total | safety | may fail | warning | remark | automated | attested | planned |',
    '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map(roleRow),
  ];
}
function roleRow(row: RoleCoverage): string {
  const { severity } = row;
  return `| ${row.role} | ${row.profile} | ${row.total} | ${row.safety} | ${severity.fail} | ${severity.warning} | ${severity.remark} | ${states.map((state) => row.state[state]).join(' | ')} |`;
}

function stateLists(row: RoleCoverage): string[] {
  const list = (state: PurposeState) => row.requirements.filter((one) => one.state === state).map((one) => one.id).join(', ');
  return [`### ${row.role}, ${row.profile}`, '', ...states.flatMap((state) => [`- ${state}: ${list(state) || 'none'}`]), ''];
}
