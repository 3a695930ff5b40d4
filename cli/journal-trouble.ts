import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from './progress.ts';
import { UserError } from './user-error.ts';

/** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org, Result and Error Codes): the file is not the database that we wrote. */
const damage: ReadonlySet<number> = new Set([11, 26]);

/**
 * Works with the journal of an earlier run. A journal that is gone or damaged becomes a `UserError` that says what is still
 * there and what to do; it is never replaced by an empty one, as that would make an old report say other things.
 */
export async function withJournalOf<T>(folder: string, lang: Lang, work: () => T | Promise<T>): Promise<T> {
  const file = join(folder, 'journal.sqlite');
  if (!((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0)) throw told(folder, lang, lang === 'nl' ? 'ontbreekt of is leeg' : 'is missing or empty');
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'errcode' in error && damage.has(Number(error.errcode) & 0xff))) throw error;
    throw told(folder, lang, lang === 'nl' ? `is beschadigd (${error.message})` : `is damaged (${error.message})`);
  }
}

function told(folder: string, lang: Lang, why: string): UserError {
  return new UserError(lang === 'nl'
    ? `Het logboek van deze run ${why}: ${join(folder, 'journal.sqlite')}. Verdergaan kan niet; een rapport dat al gemaakt was staat ongewijzigd in ${folder}. Zet een kopie van het logboek terug, of begin een nieuwe run zonder --continue.`
    : `The journal of this run ${why}: ${join(folder, 'journal.sqlite')}. Going on is not possible; a report made before stands unchanged in ${folder}. Put a copy of the journal back, or begin a new run without --continue.`);
}

/** SQLITE_FULL (sqlite.org, Result and Error Codes). */
const full = 13;

/**
 * Does the work of a run that writes into `folder`. A disk that ran full becomes a `UserError`: what was written before is
 * whole, and the run goes on with `--continue` (and the options `again`) when there is room.
 */
export async function withRoomFor<T>(folder: string, lang: Lang, again: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isFull = error instanceof Error && (('errcode' in error && (Number(error.errcode) & 0xff) === full) || ('code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')));
    if (!isFull) throw error;
    throw new UserError(lang === 'nl'
      ? `De schijf is vol: ${folder} kan niet groeien. Wat al geschreven was, is bewaard. Maak ruimte en ga verder met \`toetssteen run --continue${again}\`.`
      : `The disk is full: ${folder} cannot grow. What was written before is kept. Make room and go on with \`toetssteen run --continue${again}\`.`);
  }
}
