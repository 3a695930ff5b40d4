import { randomBytes } from 'node:crypto';
import type { ExchangeView, Finding } from '../../model/result.ts';
import { openControlApi, ControlError, type ControlApi } from '../../mocks/control/control-api.ts';
import { armedFaults } from '../../mocks/kernel/armed-faults.ts';
import { defaultTenant } from '../../mocks/kernel/kernel.ts';
import { viewsOf } from '../../reports/redact.ts';
import type { JournalEntry } from '../../model/exchange.ts';
import { isSimulatorRule } from '../../rules/simulators/is-simulator-rule.ts';
import { errorText } from '../engine/error-text.ts';
import type { Session } from '../session/session.ts';
import { removeControlNote, writeControlNote } from './control-note.ts';
import type { Notified } from './notifier.ts';

export interface RunControlOptions {
  readonly session: Session;
  /** Folder of the run; the secret is kept there, for its owner only. */
  readonly folder: string;
  readonly run: string;
  /** Our node may notify on demand. In a run that tests, unexpected messages would blur who did what. */
  readonly notifies: boolean;
}
/** One message in the list; what an entry says in full is at `GET /exchanges/<id>`. */
export type MessageLine = Pick<ExchangeView, 'id' | 'at' | 'durationMs' | 'direction' | 'endpoint' | 'role' | 'organisation' | 'method' | 'target' | 'status' | 'transport' | 'stimulus' | 'fault' | 'case'>
  & { readonly seq: number; readonly findings: readonly MessageFinding[] };
export type MessageFinding = Pick<Finding, 'requirement' | 'severity' | 'safety' | 'title' | 'place' | 'expected' | 'actual' | 'next'> & { /** True: our own simulator did this, or an armed fault. */ readonly ours: boolean };
/** More than this a listing does not give at once. */
const atMost = 500;

/** Opens the control API of a run on the loopback interface with a secret of its own, and notes both in the run's folder. */
export async function openRunControl(options: RunControlOptions): Promise<ControlApi & { readonly file: string }> {
  const { session, folder, run } = options;
  const secret = randomBytes(32).toString('base64url');
  let notify: ReturnType<typeof loadNotifier> | undefined;
  const api = await openControlApi({
    store: session.store, clock: session.clock, secret, port: 0, onError: (error) => { session.harnessErrors.push(`control API: ${errorText(error)}`); },
    state: () => stateOf(session, run),
    exchanges: async (since, last) => { await session.judged(); return messageLines(session, since, last); },
    exchange: async (id) => { await session.judged(); return oneMessage(session, id); },
    ...(options.notifies ? { sendNotification: async (body: unknown) => (await (notify ??= loadNotifier(session)))(body) } : {}),
    questions: () => questionsOf(session),
    answerQuestion: (answer) => answerQuestion(session, answer),
  });
  const file = writeControlNote(folder, { run, origin: api.origin, secret, pid: process.pid });
  return { ...api, file, close: async () => { removeControlNote(folder); await api.close(); } };
}

/** Loaded when the first notification is asked: simulators start without it. */
async function loadNotifier(session: Session): Promise<(body: unknown) => Promise<Notified>> {
  return (await import('./notifier.ts')).createNotifier(session);
}
function stateOf(session: Session, run: string): unknown {
  return {
    run, simulators: session.origin, faults: armedFaults(session.store, defaultTenant), harnessErrors: session.harnessErrors.length,
    cases: session.cases.map((testCase) => { const { state, attempt, wait } = session.engine.record(testCase.id); return { id: testCase.id, title: testCase.title, state, attempt, waiting: wait }; }),
  };
}
/** What arrived and what we sent, oldest first, with what was found in it. */
export function messageLines(session: Session, since: number, last: number | null): readonly MessageLine[] {
  const until = Number(session.database.prepare('SELECT max(seq) AS last FROM entries').get()?.['last'] ?? 0);
  const from = Math.max(since, until - Math.min(last ?? atMost, atMost));
  const entries = session.journal.since(from);
  const findings = session.book.findings();
  return viewsOf(entries).map((view, at) => {
    const { id, at: when, durationMs, direction, endpoint, role, organisation, method, target, status, transport, stimulus, fault } = view;
    return { seq: entries[at]!.seq, id, at: when, durationMs, direction, endpoint, role, organisation, method, target, status, transport, stimulus, fault, case: view.case, findings: findingsAt(findings, id) };
  });
}
function oneMessage(session: Session, id: string): unknown {
  const entry: JournalEntry | undefined = session.journal.entry(id);
  if (entry === undefined) return undefined;
  return { ...viewsOf([entry])[0], findings: findingsAt(session.book.findings(), id) };
}
function findingsAt(findings: readonly Finding[], id: string): MessageFinding[] {
  return findings.filter((one) => one.place.exchange === id || one.exchanges.includes(id)).map(({ requirement, severity, safety, title, place, expected, actual, next, rule, role }) => ({
    requirement, severity, safety, title, place, expected, actual, next, ours: role === 'simulator' || isSimulatorRule(rule),
  }));
}

interface Open { readonly case: { readonly id: string; readonly attempt: number }; readonly question: string; readonly text: unknown; readonly until: number }
function questionsOf(session: Session): readonly Open[] {
  return session.cases.map((one) => session.engine.record(one.id)).filter((record) => record.wait?.for === 'answer')
    .map((record) => ({ case: { id: record.id, attempt: record.attempt }, question: record.wait!.values['vraag'] ?? '', text: record.wait!.what, until: record.wait!.until }));
}
function answerQuestion(session: Session, body: unknown): unknown {
  const { question, answer, by, note } = (body ?? {}) as Record<string, unknown>;
  if (answer !== 'yes' && answer !== 'no' && answer !== 'not-applicable') throw new ControlError(422, { nl: 'answer is yes, no of not-applicable.', en: 'answer is yes, no or not-applicable.' });
  const asked = questionsOf(session).find((one) => one.question === question);
  if (asked === undefined) throw new ControlError(404, { nl: 'Deze run vraagt daar nu niet naar; GET /questions toont de vragen.', en: 'This run does not ask that now; GET /questions lists the questions.' });
  return session.journal.addAttestation({
    kind: 'attestation', at: session.clock.now(), question: asked.question, answer, by: typeof by === 'string' && by !== '' ? by.slice(0, 80) : 'tester', note: typeof note === 'string' ? note.slice(0, 2000) : '', case: asked.case,
  });
}
