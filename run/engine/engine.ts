import type { Claim } from '../../model/claim.ts';
import type { CaseRef } from '../../model/exchange.ts';
import type { Clock } from '../../model/clock.ts';
import type { WaitResult } from '../../model/result.ts';
import type { CaseRecord, CaseStore } from './case-store.ts';
import { errorText } from './error-text.ts';
import type { Floor } from './floor.ts';
import type { Changes } from './signal.ts';
import { Inconclusive, type CaseContext, type TestCase } from './test-case.ts';
import { openWaiter, Stopped, type Waiter } from './waiting.ts';

export interface EngineSettings {
  readonly claim: Claim;
  readonly clock: Clock;
  readonly cases: readonly TestCase[];
  readonly store: CaseStore;
  readonly changes: Changes;
  readonly floor: Floor;
  readonly stop: AbortSignal;
  /** Makes what a case works with; the engine adds nothing but order. */
  context(testCase: TestCase, record: CaseRecord, waiter: Waiter, save: () => void): CaseContext;
  /** A case ended: trace rules can look at the attempt. */
  finished(testCase: TestCase, record: CaseRecord): void;
  progress(event: ProgressEvent): void;
}
export type ProgressEvent =
  | { readonly kind: 'case-started'; readonly case: TestCase; readonly attempt: number }
  | { readonly kind: 'phase'; readonly case: TestCase; readonly phase: string }
  | { readonly kind: 'waiting'; readonly case: TestCase; readonly wait: WaitResult }
  | { readonly kind: 'case-ended'; readonly case: TestCase; readonly record: CaseRecord };

export interface Engine {
  /** Runs one case to its end, or through the phase with this name. Safe to call again for later phases. */
  advance(id: string, through?: string): Promise<CaseRecord>;
  /** Runs all cases: long waits first and beside the rest, the ones that run alone last. */
  runAll(): Promise<void>;
  record(id: string): CaseRecord;
}

export function createEngine(settings: EngineSettings): Engine {
  const { cases, store, clock } = settings;
  const running = new Map<string, Promise<void>>();
  const live = new Map<string, { record: CaseRecord; context: CaseContext; waiter: Waiter & { end(): void } }>();

  /** A case that was cut while it worked starts again with new identifiers; one that waited goes on waiting. */
  function prepare(testCase: TestCase): CaseRecord {
    const record = store.load(testCase.id);
    const reason = testCase.notApplicable(settings.claim);
    if (reason !== null) {
      record.state = 'not-applicable';
      record.reasons = [reason];
      store.save(record);
      return record;
    }
    const cut = record.state === 'running' || (record.state === 'waiting' && record.wait?.for === 'message' && !waitsForPerson(testCase));
    if (cut) {
      Object.assign(record, { attempt: record.attempt + 1, phase: 0, memory: {}, facts: {}, wait: null, reasons: [], interrupted: true });
    } else if (record.state === 'not-started') {
      record.attempt += 1;
    } else if (record.state === 'waiting') {
      record.interrupted = true;
      // The person gets the whole window again: nobody could be heard while we were away.
      for (const wait of Object.values<any>(record.memory.waits ?? {})) {
        if (wait.window !== undefined) wait.until = Math.max(wait.until, clock.now() + wait.window);
      }
    }
    return record;
  }

  /** A message that a machine sends at our request can be asked for again; a person is not asked twice. */
  const waitsForPerson = (testCase: TestCase): boolean =>
    settings.claim.ixit.triggers[testCase.role as 'twiin-sender' | 'twiin-receiver']?.kind === 'manual';

  const done = (record: CaseRecord): boolean => record.state === 'finished' || record.state === 'not-applicable' || record.state === 'error';

  async function advance(id: string, through?: string): Promise<CaseRecord> {
    const before = running.get(id);
    if (before !== undefined) await before;
    const testCase = cases.find((one) => one.id === id);
    if (testCase === undefined) throw new Error(`No test case has the id ${id}`);
    if (!live.has(id)) {
      const stored = store.load(id);
      if (done(stored)) return stored;
      const record = prepare(testCase);
      if (done(record)) return record;
      const waiter = openWaiter(clock, settings.changes, settings.stop);
      const save = () => store.save(record);
      live.set(id, { record, waiter, context: settings.context(testCase, record, waiter, save) });
      settings.progress({ kind: 'case-started', case: testCase, attempt: record.attempt });
    }
    const { record, context, waiter } = live.get(id)!;
    const work = runPhases(testCase, record, context, waiter, through);
    running.set(id, work);
    try { await work; } finally { running.delete(id); }
    return record;
  }

  async function runPhases(testCase: TestCase, record: CaseRecord, context: CaseContext, waiter: { end(): void }, through?: string): Promise<void> {
    const last = through === undefined ? testCase.phases.length - 1 : testCase.phases.findIndex((phase) => phase.name === through);
    if (last < 0) throw new Error(`Test case ${testCase.id} has no phase ${through}; it has ${testCase.phases.map((phase) => phase.name).join(', ')}`);
    try {
      while (record.phase <= last) {
        if (settings.stop.aborted) throw new Stopped();
        const phase = testCase.phases[record.phase]!;
        record.state = record.state === 'waiting' ? 'waiting' : 'running';
        store.save(record);
        settings.progress({ kind: 'phase', case: testCase, phase: phase.name });
        await phase.run(context);
        record.state = 'running';
        record.wait = null;
        record.phase += 1;
        store.save(record);
      }
      if (record.phase >= testCase.phases.length) end(testCase, record, waiter);
    } catch (error) {
      if (error instanceof Stopped) { waiter.end(); throw error; }
      if (error instanceof Inconclusive) record.reasons.push(error.reason);
      else {
        record.state = 'error';
        record.errors.push(errorText(error));
      }
      end(testCase, record, waiter);
    }
  }
  function end(testCase: TestCase, record: CaseRecord, waiter: { end(): void }): void {
    record.wait = null;
    if (record.state !== 'error') record.state = 'finished';
    store.save(record);
    settings.floor.leave({ id: record.id, attempt: record.attempt });
    settings.finished(testCase, record);
    waiter.end();
    live.delete(testCase.id);
    settings.progress({ kind: 'case-ended', case: testCase, record });
  }

  return {
    advance,
    record: (id) => live.get(id)?.record ?? store.load(id),
    runAll: async () => {
      const long = cases.filter((one) => one.long === true).map((one) => advance(one.id));
      const beside = Promise.allSettled(long);
      for (const one of cases) if (one.long !== true && one.alone !== true) await advance(one.id);
      for (const one of cases) if (one.alone === true) await advance(one.id);
      for (const ended of await beside) if (ended.status === 'rejected') throw ended.reason;
    },
  };
}
export type { CaseRef };
