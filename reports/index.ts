import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from '../model/exchange.ts';
import type { RunResult } from '../model/result.ts';
import { renderHtml } from './html.ts';
import { toResultJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { scrubResult } from './redact.ts';
import type { Lang } from './words.ts';

export { exitCodeOf } from './exit-code.ts';
export type { ExitCode, ExitInput } from './exit-code.ts';
export { renderHtml } from './html.ts';
export { toResultJson } from './json.ts';
export { renderJunit } from './junit.ts';
export { scrubResult, viewOf, viewsOf } from './redact.ts';
export { renderSummary } from './summary.ts';
export type { SummaryOptions } from './summary.ts';
export type { Lang } from './words.ts';

/** Absolute or relative paths of the files, as `folder` was given. */
export interface WrittenReports { readonly html: string; readonly json: string; readonly junit: string }

/**
 * Writes `report.html`, `result.json` and `junit.xml`, readable by the owner only (0600, folder 0700 when it is made here).
 * Each file appears whole or not at all; an older one is replaced. All three are made before the first is written.
 * With the journal of the run, its secrets are hidden wherever a finding or an error quotes them.
 * Fails with a sentence for people when the folder cannot be written.
 */
export async function writeReports(result: RunResult, folder: string, lang: Lang, journal: readonly JournalEntry[] = []): Promise<WrittenReports> {
  const clean = scrubResult(result, journal);
  const paths: WrittenReports = { html: join(folder, 'report.html'), json: join(folder, 'result.json'), junit: join(folder, 'junit.xml') };
  const files: readonly [string, string][] = [[paths.html, renderHtml(clean, lang)], [paths.json, toResultJson(clean)], [paths.junit, renderJunit(clean, lang)]];
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const [path, text] of files) await writeWhole(path, text);
  } catch (error) {
    throw new Error(`The reports could not be written in ${folder} (${codeOf(error)}). Choose a folder that you may write in, with room left on the disk.`, { cause: error });
  }
  return paths;
}

/** To a new file beside it, to the disk, and then in its place: a reader never sees half a report. */
async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
