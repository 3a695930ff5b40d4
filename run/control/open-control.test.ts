import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import type { ControlApi } from '../../mocks/control/control-api.ts';
import type { Finding } from '../../model/result.ts';
import { openCaseStore, type CaseRecord } from '../engine/case-store.ts';
import { openDatabase } from '../journal/database.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { databaseStore } from '../journal/store.ts';
import { openVerdictBook, type VerdictBook } from '../judge/verdict-book.ts';
import type { Session } from '../session/session.ts';
import { findControlNotes } from './find-control-notes.ts';
import { messageLines, openRunControl } from './open-control.ts';

let root: string;
let database: DatabaseSync;
let journal: Journal;
let book: VerdictBook;
let session: Session;
let api: ControlApi;
let judged: number;
beforeEach(async () => {
  root = temporaryFolder();
  database = openDatabase(join(root, 'journal.sqlite'));
  journal = openJournal(database);
  book = openVerdictBook(database);
  judged = 0;
  const cases = openCaseStore(database);
  session = {
    journal, book, database, store: databaseStore(database), clock: { now: () => 7 }, harnessErrors: [], origin: 'https://us.test', cases: [{ id: 'TA-03', title: { nl: 'vraag', en: 'question' } }, { id: 'TS-01', title: { nl: 's', en: 's' } }],
    engine: { record: (id: string) => cases.load(id) }, judged: async () => { judged += 1; },
  } as unknown as Session;
  cases.save({ ...cases.load('TA-03'), state: 'waiting', attempt: 2, wait: { id: 'TA-03/answer-ZAB-028', for: 'answer', who: { nl: 't', en: 't' }, what: { nl: 'kaart?', en: 'map?' }, values: { vraag: 'ZAB-028' }, seenInstead: [], until: 99 } } satisfies CaseRecord);
  mkdirSync(join(root, 'run-1'));
  api = await openRunControl({ session, folder: join(root, 'run-1'), run: 'run-1', notifies: false });
});
afterEach(async () => { await api.close(); database.close(); });

const note = () => findControlNotes(root).find((one) => one.origin === api.origin)!;
async function ask(path: string, options: { readonly method?: string; readonly body?: object; readonly secret?: string } = {}): Promise<{ readonly status: number; readonly json: any }> {
  const answer = await fetch(`${api.origin}${path}`, {
    method: options.method ?? 'GET', headers: { authorization: `Bearer ${options.secret ?? note().secret}`, ...(options.body && { 'content-type': 'application/json' }) }, ...(options.body && { body: JSON.stringify(options.body) }),
  });
  return { status: answer.status, json: await answer.json().catch(() => null) };
}
const draft = (message: string) => ({ kind: 'trigger', at: 1, action: 'send', outcome: 'done', message, case: null }) as const;
const finding = (over: Partial<Finding>): Finding => ({ id: `f${JSON.stringify(over)}`, rule: 'r', requirement: 'X-1', role: 'twiin-sender', place: { exchange: 'x00001', part: 'request', path: '' }, exchanges: [], ...over }) as Finding;

test('its secret opens it and stands in the folder while the run is open; another does not', async () => {
  expect(note()).toMatchObject({ run: 'run-1', pid: process.pid });
  expect((await ask('/state')).status).toBe(200);
  expect((await ask('/state', { secret: 'x'.repeat(32) })).status).toBe(401);
  const { origin } = api;
  await api.close();
  expect(findControlNotes(root).filter((one) => one.origin === origin)).toEqual([]);
});
test('tells where the run stands', async () => {
  session.harnessErrors.push('one');
  expect((await ask('/state')).json).toMatchObject({
    run: 'run-1', simulators: 'https://us.test', faults: [], harnessErrors: 1,
    cases: [{ id: 'TA-03', state: 'waiting', attempt: 2, waiting: { until: 99 } }, { id: 'TS-01', state: 'not-started', attempt: 0, waiting: null }],
  });
});
test('lists the questions that wait for an answer, and takes one', async () => {
  const asked = { case: { id: 'TA-03', attempt: 2 }, question: 'ZAB-028', text: { nl: 'kaart?', en: 'map?' }, until: 99 };
  expect((await ask('/questions')).json).toMatchObject([asked]);
  const answer = (body: object) => ask('/questions', { method: 'POST', body });
  expect((await answer({ question: 'ZAB-028', answer: 'maybe' })).status).toBe(422);
  expect((await answer({ question: 'ZAB-030', answer: 'yes' })).status).toBe(404);
  expect(journal.entries()).toEqual([]);
  expect((await answer({ question: 'ZAB-028', answer: 'no', by: 'b'.repeat(100), note: 'n'.repeat(3000) })).status).toBeLessThan(300);
  await answer({ question: 'ZAB-028', answer: 'not-applicable', by: 7, note: 7 });
  expect(journal.entries()).toMatchObject([
    { kind: 'attestation', at: 7, question: 'ZAB-028', answer: 'no', by: 'b'.repeat(80), note: 'n'.repeat(2000), case: { id: 'TA-03', attempt: 2 } }, { answer: 'not-applicable', by: 'tester', note: '' },
  ]);
});
test('messages are listed when they are judged, from a number on or the last so many, and at most five hundred', async () => {
  for (let at = 1; at <= 502; at++) journal.addTrigger(draft(String(at)));
  expect((await ask('/exchanges?since=500')).json.map((one: { seq: number }) => one.seq)).toEqual([501, 502]);
  expect(judged).toBe(1);
  const seqs = (since: number, last: number | null): number[] => messageLines(session, since, last).map((one) => one.seq);
  expect([seqs(0, null).length, seqs(0, null)[0], seqs(0, 2), seqs(0, 9999).length, seqs(501, 5), seqs(502, null)]).toEqual([500, 3, [501, 502], 500, [502], []]);
});
test('with each message stands what was found in it, and whether that is ours', async () => {
  journal.addTrigger(draft('a'));
  journal.addTrigger(draft('b'));
  book.add({ findings: [finding({}), finding({ role: 'simulator', requirement: 'X-2' }), finding({ rule: 'simulator-answers', requirement: 'X-3' }), finding({ requirement: 'X-4', place: { exchange: 'x00009', part: 'request', path: '' }, exchanges: ['x00009', 'x00001'] })], passed: [], unjudged: [] }, 1);
  const lines = messageLines(session, 0, null);
  expect(lines.map((one) => one.findings.map((each) => [each.requirement, each.ours]))).toEqual([[['X-1', false], ['X-2', true], ['X-3', true], ['X-4', false]], []]);
  expect((await ask('/exchanges/x00001')).json).toMatchObject({ id: 'x00001', method: 'TRIGGER', findings: [{}, {}, {}, {}] });
  expect((await ask('/exchanges/x00777')).status).toBe(404);
});
