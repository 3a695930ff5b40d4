import { coverageJson, coverageMarkdown, coverageOfRole } from '../../catalogue/coverage-text.ts';
import { testPurposes } from '../../catalogue/purposes/index.ts';
import { CatalogueError } from '../../catalogue/errors.ts';
import { catalogueTable } from '../../catalogue/table.ts';
import { UserError } from '../user-error.ts';

export interface CatalogueOptions { readonly role?: string; readonly coverage?: boolean; readonly json?: boolean; readonly out: (line: string) => void }

/** `toetssteen catalogue`: the requirements, or how far they are covered. */
export function catalogueCommand(options: CatalogueOptions): number {
  try {
    return shown(options);
  } catch (error) {
    if (error instanceof CatalogueError) throw new UserError(`${error.text.nl} / ${error.text.en}`);
    throw error;
  }
}

function shown(options: CatalogueOptions): number {
  const { role, out } = options;
  if (options.coverage === true && role !== undefined) {
    // Refuses a role that does not exist.
    catalogueTable({ role }, testPurposes);
    const rows = coverageJson(testPurposes).roles.filter((row) => row.role === role);
    out(options.json === true ? JSON.stringify(rows, null, 2) : coverageOfRole(rows));
    return 0;
  }
  if (options.coverage === true) {
    out(options.json === true ? JSON.stringify(coverageJson(testPurposes), null, 2) : coverageMarkdown(testPurposes));
    return 0;
  }
  const table = catalogueTable(role === undefined ? {} : { role }, testPurposes);
  out(options.json === true ? JSON.stringify(table.rows, null, 2) : table.text);
  return 0;
}
