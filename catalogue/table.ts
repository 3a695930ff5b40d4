import type { PurposeState, Requirement, Severity, TestPurpose } from '../model/requirement.ts';
import type { Profile, Role } from '../model/roles.ts';
import { CatalogueError } from './errors.ts';
import { loadCatalogue } from './load.ts';
import { profileTable, profilesSelecting, roleTable, rolesOf } from './roles.ts';
import { severityOf } from './severity.ts';
import { stateOf } from './state.ts';

export interface TableFilter {
  /** A claimable role (then with the roles that it implies) or any role of the files. */
  readonly role?: Role;
  /** A claimable profile or any value of `profile` in the files. */
  readonly profile?: Profile;
}
export interface TableRow extends Pick<Requirement, 'id' | 'level' | 'basis' | 'confidence' | 'observe' | 'safety' | 'statement'> {
  readonly severity: Severity;
  readonly state: PurposeState;
}
export interface CatalogueTable {
  readonly rows: readonly TableRow[];
  /** Aligned, at most 100 columns; the statement stands under its facts. */
  readonly text: string;
}

const width = 100;
const columns = ['id', 'level', 'basis', 'confidence', 'severity', 'observe', 'safety', 'state'] as const;

/**
 * Requirements on the system under test, for the command line. Each is judged as if its own profile is claimed.
 * @throws CatalogueError for a role or profile that no requirement has
 */
export function catalogueTable(filter: TableFilter, purposes: readonly TestPurpose[]): CatalogueTable {
  const { requirements } = loadCatalogue();
  const { role, profile } = filter;
  if (role !== undefined) refuseUnknown('role', role, [...Object.keys(roleTable), ...requirements.flatMap((one) => one.roles)]);
  if (profile !== undefined) refuseUnknown('profile', profile, [...Object.keys(profileTable), ...requirements.map((one) => one.profile)]);
  const wanted = profile === undefined ? undefined : Object.hasOwn(profileTable, profile) ? profileTable[profile] : [profile];
  const rows = requirements
    .filter((requirement) => requirement.subject === 'sut')
    .filter((requirement) => wanted === undefined || wanted.includes(requirement.profile))
    .filter((requirement) => role === undefined || rolesOf([role], requirement).length > 0)
    .map((requirement) => rowOf(requirement, role, purposes));
  return { rows, text: textOf(rows) };
}

function rowOf(requirement: Requirement, role: Role | undefined, purposes: readonly TestPurpose[]): TableRow {
  const { id, level, basis, confidence, observe, safety, statement } = requirement;
  const answers = role === undefined ? undefined : new Set<Role>([role, ...rolesOf([role], requirement)]);
  const own = answers === undefined ? purposes : purposes.filter((purpose) => answers.has(purpose.role));
  const severity = severityOf(requirement, profilesSelecting(requirement.profile));
  return { id, level, basis, confidence, severity, observe, safety, state: stateOf(id, own), statement };
}

function refuseUnknown(what: 'role' | 'profile', given: string, names: readonly string[]): void {
  if (names.includes(given)) return;
  const known = [...new Set(names)].sort().join(', ');
  throw new CatalogueError({
    nl: `De catalogus kent ${what === 'role' ? 'de rol' : 'het profiel'} '${given}' niet. Kies uit: ${known}.`,
    en: `The catalogue does not know the ${what} '${given}'. Choose one of: ${known}.`,
  });
}

function textOf(rows: readonly TableRow[]): string {
  if (rows.length === 0) return 'No requirement fits.\n';
  const cells = rows.map((row) => columns.map((column) => (column === 'safety' ? (row.safety ? 'safety' : '-') : row[column])));
  const widths = columns.map((column, index) => Math.max(column.length, ...cells.map((line) => line[index]?.length ?? 0)));
  const align = (line: readonly string[]) => line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ').trimEnd();
  const body = rows.flatMap((row, index) => [align(cells[index] ?? []), ...wrap(row.statement, width - 4).map((line) => `    ${line}`)]);
  return `${[align(columns), ...body].join('\n')}\n`;
}

/** Breaks at spaces; a word longer than a line (a search string, a URL) is cut. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${room}}`, 'gu')) ?? [])) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= room) { line = longer; continue; }
    lines.push(line);
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}
