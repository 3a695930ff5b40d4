import { join } from 'node:path';
import { latestRun } from '../../run/execute/folders.ts';
import { openCaseStore } from '../../run/engine/case-store.ts';
import { openDatabase } from '../../run/journal/database.ts';
import { openJournal } from '../../run/journal/journal.ts';
import type { Lang } from '../progress.ts';
import { answers } from '../terminal-answers.ts';
import { UserError } from '../user-error.ts';

export interface AnswerOptions { readonly question: string; readonly answer: string; readonly note: string; readonly by: string; readonly lang: Lang; readonly runs: string; readonly out: (line: string) => void }

/** `toetssteen answer`: answers a question of the latest run, also while that run waits in another terminal. */
export function answer(options: AnswerOptions): number {
  const { lang } = options;
  const given = Object.hasOwn(answers, options.answer.toLowerCase()) ? answers[options.answer.toLowerCase()] : undefined;
  if (given === undefined) throw new UserError(lang === 'nl' ? `Antwoord met ja, nee of nvt; gegeven: ${options.answer}.` : `Answer yes, no or na; given: ${options.answer}.`);
  const latest = latestRun(options.runs, 'run');
  if (latest === null) throw new UserError(lang === 'nl' ? `Er is geen run in ${options.runs}. Begin er een met \`toetssteen run\`, of geef met --runs de map van de run die vraagt.` : `There is no run in ${options.runs}. Begin one with \`toetssteen run\`, or give the folder of the run that asks with --runs.`);
  const database = openDatabase(join(latest.folder, 'journal.sqlite'));
  try {
    const open = openCaseStore(database).all().filter((record) => record.wait?.for === 'answer');
    const asked = open.find((record) => record.wait?.id.endsWith(`answer-${options.question}`));
    if (asked === undefined) throw new UserError(notAsked(options.question, open.map((record) => record.wait?.id.split('answer-').at(-1) ?? ''), latest.note.id, lang));
    openJournal(database).addAttestation({ kind: 'attestation', at: Date.now(), question: options.question, answer: given, by: options.by, note: options.note, case: { id: asked.id, attempt: asked.attempt } });
    options.out(lang === 'nl' ? `${options.question}: ${options.answer} vastgelegd.` : `${options.question}: ${options.answer} recorded.`);
    return 0;
  } finally { database.close(); }
}

function notAsked(question: string, open: readonly string[], run: string, lang: Lang): string {
  if (lang === 'nl') return `De laatste run (${run}) vraagt nu niet naar ${question}. ${open.length === 0 ? 'Er staat geen vraag open.' : `Open vragen: ${open.join(', ')}.`}`;
  return `The latest run (${run}) does not ask about ${question} now. ${open.length === 0 ? 'No question is open.' : `Open questions: ${open.join(', ')}.`}`;
}
