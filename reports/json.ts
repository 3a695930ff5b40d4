import type { RunResult } from '../model/result.ts';

/** Order of the members at the top, as in the contract; everything below is in alphabetical order. */
const TOP = ['schema', 'run', 'ics', 'organisation', 'configuration', 'packages', 'sources', 'summary', 'requirements', 'cases', 'findings', 'exchanges', 'tray', 'simulatorFindings', 'harnessErrors'] as const satisfies readonly (keyof RunResult)[];

/**
 * The result as JSON (model/schemas/result.schema.json), two spaces, with a final new line. The order of members does not
 * depend on who made the result, so two files of two runs can be compared line by line.
 */
export function toResultJson(result: RunResult): string {
  const ordered = Object.fromEntries(TOP.map((key) => [key, sorted(result[key])]));
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, inner]) => [key, sorted(inner)]));
}
