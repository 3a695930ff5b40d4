import { expect, test } from 'vitest';
import type { Question } from '../run/engine/context.ts';
import { typedAnswer } from './terminal-answers.ts';

const ask = (question: string, id: string): Question => ({ id: `${id}/${question}`, case: { id, attempt: 1 }, question, text: { nl: '', en: '' }, askedAt: 0 });
/** A run in which these cases wait for an answer to these questions. */
function world(waits: Record<string, string | null>, attempt = 1) {
  const recorded: unknown[] = [];
  const session = {
    journal: { addAttestation: (entry: unknown) => { recorded.push(entry); } },
    engine: { record: (id: string) => ({ id, attempt, wait: waits[id] == null ? null : { for: 'answer', id: `${id}/answer-${waits[id]}` } }) },
  } as unknown as Parameters<typeof typedAnswer>[2];
  return { recorded, session, type: (line: string, asked: Question[]) => typedAnswer(line, asked, session, { at: 7, by: 'T', lang: 'en' }) };
}
test('the oldest open question gets the answer with its note, and the next line goes to the next question', () => {
  const { recorded, type } = world({ 'TA-03': 'ZAB-028', 'TA-04': 'ZAB-031' });
  const asked = [ask('ZAB-028', 'TA-03'), ask('ZAB-031', 'TA-04')];
  expect(type('  NVT shows no map ', asked)).toBe('   ZAB-028: NVT recorded.');
  expect(type('yes', asked)).toBe('   ZAB-031: yes recorded.');
  expect(recorded).toMatchObject([{ question: 'ZAB-028', answer: 'not-applicable', note: 'shows no map', by: 'T', at: 7, case: { id: 'TA-03', attempt: 1 } }, { question: 'ZAB-031', answer: 'yes' }]);
});
test('a question that was answered elsewhere or timed out takes no answer meant for the next', () => {
  const { recorded, type } = world({ 'TA-03': 'ZAB-030' });
  expect(type('no', [ask('ZAB-028', 'TA-03'), ask('ZAB-030', 'TA-03')])).toContain('ZAB-030');
  expect(recorded).toMatchObject([{ question: 'ZAB-030', answer: 'no' }]);
});
test('a question of an attempt that was cut takes no answer', () => {
  const { recorded, type } = world({ 'TA-03': 'ZAB-028' }, 2);
  expect(type('yes', [ask('ZAB-028', 'TA-03')])).toBe('   No question is open now.');
  expect(recorded).toEqual([]);
});
test.each(['perhaps', 'constructor', 'jaa'])('%s is no answer: nothing is recorded and it says what is', (line) => {
  const { recorded, type } = world({ 'TA-03': 'ZAB-028' });
  expect(type(line, [ask('ZAB-028', 'TA-03')])).toBe('   Not recorded. Answer ZAB-028 with yes, no or na, and a note behind it.');
  expect(recorded).toEqual([]);
});
test('an empty line is nothing, and an answer to nothing is told', () => {
  const { type } = world({});
  expect(type('   ', [ask('ZAB-028', 'TA-03')])).toBeNull();
  expect(type('ja', [ask('ZAB-028', 'TA-03')])).toBe('   No question is open now.');
});
