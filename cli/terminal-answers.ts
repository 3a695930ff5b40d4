import type { Question } from '../run/engine/context.ts';
import type { Session } from '../run/session/session.ts';
import type { Lang } from './progress.ts';

/** Words for an answer, in both languages. */
export const answers: Readonly<Record<string, 'yes' | 'no' | 'not-applicable'>> = { ja: 'yes', yes: 'yes', nee: 'no', no: 'no', nvt: 'not-applicable', na: 'not-applicable' };

/**
 * A line that was typed while a run goes on: the answer to the oldest question that is still open. A question that was
 * answered elsewhere, or whose window ended, is not open any more, so that an answer never lands at another question than
 * the one that is asked. An answered question leaves `asked`. Says what was done with the line; null for an empty one.
 */
export function typedAnswer(line: string, asked: Question[], session: { readonly journal: Pick<Session['journal'], 'addAttestation'>; readonly engine: Pick<Session['engine'], 'record'> }, given: { readonly at: number; readonly by: string; readonly lang: Lang }): string | null {
  const nl = given.lang === 'nl';
  const [word = '', ...note] = line.trim().split(/\s+/);
  if (word === '') return null;
  const open = asked.filter((one) => isOpen(one, session.engine.record(one.case.id)));
  const question = open[0];
  if (question === undefined) return nl ? '   Er staat nu geen vraag open.' : '   No question is open now.';
  const answer = Object.hasOwn(answers, word.toLowerCase()) ? answers[word.toLowerCase()] : undefined;
  if (answer === undefined) return nl ? `   Niet vastgelegd. Antwoord op ${question.question} met ja, nee of nvt, met daarachter een toelichting.` : `   Not recorded. Answer ${question.question} with yes, no or na, and a note behind it.`;
  asked.splice(asked.indexOf(question), 1);
  session.journal.addAttestation({ kind: 'attestation', at: given.at, question: question.question, answer, by: given.by, note: note.join(' '), case: question.case });
  return nl ? `   ${question.question}: ${word} vastgelegd.` : `   ${question.question}: ${word} recorded.`;
}

function isOpen(question: Question, record: ReturnType<Session['engine']['record']>): boolean {
  return record.attempt === question.case.attempt && record.wait?.for === 'answer' && record.wait.id.endsWith(`answer-${question.question}`);
}
