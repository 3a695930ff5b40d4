import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCaseStore } from '../run/engine/case-store.ts';
import { newRun } from '../run/execute/folders.ts';
import { openDatabase } from '../run/journal/database.ts';
import { openJournal } from '../run/journal/journal.ts';
import { answer } from './commands/answer.ts';

const lines: string[] = [];
const give = (runs: string, question: string, word: string): number => answer({ question, answer: word, note: 'seen', by: 'T', lang: 'en', runs, out: (line) => lines.push(line) });
/** A run that waits for an answer to these questions. */
function waiting(...questions: string[]): { readonly runs: string; readonly journal: string } {
  const runs = mkdtempSync(join(tmpdir(), 'toetssteen-answer-'));
  const { folder } = newRun(runs, 'run', Date.UTC(2026, 10, 25));
  const journal = join(folder, 'journal.sqlite');
  const database = openDatabase(journal);
  const store = openCaseStore(database);
  const empty = { nl: '', en: '' };
  questions.forEach((question, at) => store.save({
    id: `TA-0${at + 1}`, attempt: 1, state: 'waiting', wait: { id: `TA-0${at + 1}/answer-${question}`, for: 'answer', who: empty, what: empty, values: {}, until: 0, from: 0 },
  } as unknown as Parameters<typeof store.save>[0]));
  database.close();
  return { runs, journal };
}
test('an answer stands in the journal of the run that asks', () => {
  const { runs, journal } = waiting('ZAB-028');
  expect(give(runs, 'ZAB-028', 'na')).toBe(0);
  const database = openDatabase(journal);
  expect(openJournal(database).entries()).toMatchObject([{ kind: 'attestation', question: 'ZAB-028', answer: 'not-applicable', by: 'T', note: 'seen', case: { id: 'TA-01', attempt: 1 } }]);
  database.close();
});
test('what cannot be answered is told with what can', () => {
  expect(() => give(waiting('ZAB-028', 'ZAB-030').runs, 'NOPE-1', 'yes')).toThrow(/does not ask about NOPE-1 now\. Open questions: ZAB-028, ZAB-030\.$/);
  expect(() => give(waiting().runs, 'ZAB-028', 'yes')).toThrow(/No question is open/);
  expect(() => give(waiting('ZAB-028').runs, 'ZAB-028', 'perhaps')).toThrow('Answer yes, no or na; given: perhaps.');
  expect(() => give(mkdtempSync(join(tmpdir(), 'toetssteen-answer-')), 'ZAB-028', 'yes')).toThrow(/Begin one with `toetssteen run`, or give .* --runs/);
});
