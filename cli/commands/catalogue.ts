import { loadCatalogue } from '../../catalogue/load.ts';
import { profileTable, roleTable, rolesOf } from '../../catalogue/roles.ts';
import { severityOf } from '../../catalogue/severity.ts';
import { stateOf } from '../../catalogue/state.ts';
import { coverageJson, coverageMarkdown } from '../../catalogue/coverage.ts';
import { testPurposes } from '../../catalogue/purposes/index.ts';

export interface CatalogueOptions { readonly role?: string; readonly coverage?: boolean; readonly json?: boolean; readonly out: (line: string) => void }

/** `toetssteen catalogue`: the requirements, or how far they are covered. */
export function catalogueCommand(options: CatalogueOptions): number {
  const { role, out } = options;
  if (options.coverage === true) {
    out(options.json === true ? JSON.stringify(coverageJson(), null, 2) : coverageMarkdown());
    return 0;
  }
  const { requirements } = loadCatalogue();
  const known = new Set([...Object.keys(roleTable), ...requirements.flatMap((one) => one.roles)]);
  if (role !== undefined && !known.has(role)) throw new Error(`Onbekende rol "${role}". Bekend / known: ${[...known].sort().join(', ')}`);
  const rows = requirements
    .filter((one) => role === undefined || rolesOf([role], one).length > 0)
    .map((one) => ({
      id: one.id, level: one.level, basis: one.basis, confidence: one.confidence, severity: severityOf(one, Object.keys(profileTable)), observe: one.observe,
      safety: one.safety, profile: one.profile, state: stateOf(one.id, testPurposes), statement: one.statement,
    }));
  if (options.json === true) { out(JSON.stringify(rows, null, 2)); return 0; }
  for (const row of rows) {
    out([row.id.padEnd(14), row.level.padEnd(7), row.basis.padEnd(10), row.severity.padEnd(8), row.state.padEnd(10), row.safety ? '!' : ' ', row.statement.slice(0, 45)].join(' '));
  }
  out(`${rows.length} eisen / requirements`);
  return 0;
}
