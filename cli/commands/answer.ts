import { join } from 'node:path';
import { latestRun } from '../../run/execute/folders.ts';
import { openCaseStore } from '../../run/engine/case-store.ts';
import { openDatabase } from '../../run/journal/database.ts';
import { openJournal } from '../../run/journal/journal.ts';
import type { Lang } from '../progress.ts';
import { answers } from './run.ts';
import { UserError } from '../user-error.ts';

export interface AnswerOptions { readonly question: string; readonly answer: string; readonly note: string; readonly by: string; readonly lang: Lang; readonly runs: string; readonly out: (line: string) => void }

/** `toetssteen answer`: answers a question of the latest run, also while that run waits in another terminal. */
export function answer(options: AnswerOptions): number {
  const { lang } = options;
  const given = answers[options.answer.toLowerCase()];
  if (given === undefined) throw new UserError(lang === 'nl' ? `Antwoord met ja, nee of nvt; gegeven: ${options.answer}.` : `Answer yes, no or na; given: ${options.answer}.`);
  const latest = latestRun(options.runs, 'run');
  if (latest === null) throw new UserError(lang === 'nl' ? `Er is geen run in ${options.runs}.` : `There is no run in ${options.runs}.`);
  const database = openDatabase(join(latest.folder, 'journal.sqlite'));
  try {
    const asked = openCaseStore(database).all().find((record) => record.wait?.for === 'answer' && record.wait.id.endsWith(`answer-${options.question}`));
    if (asked === undefined) throw new UserError(lang === 'nl' ? `De laatste run vraagt niet naar ${options.question}.` : `The latest run does not ask about ${options.question}.`);
    openJournal(database).addAttestation({ kind: 'attestation', at: Date.now(), question: options.question, answer: given, by: options.by, note: options.note, case: { id: asked.id, attempt: asked.attempt } });
    options.out(lang === 'nl' ? `${options.question}: ${options.answer} vastgelegd.` : `${options.question}: ${options.answer} recorded.`);
    return 0;
  } finally { database.close(); }
}
