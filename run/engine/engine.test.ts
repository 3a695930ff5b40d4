import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import type { Claim } from '../../model/claim.ts';
import { virtualClock } from '../clock/virtual-clock.ts';
import { openDatabase } from '../journal/database.ts';
import { openCaseStore } from './case-store.ts';
import { createEngine, type Engine } from './engine.ts';
import { openFloor } from './floor.ts';
import { openChanges } from './signal.ts';
import { Inconclusive, type CaseContext, type Phase, type TestCase } from './test-case.ts';

let database: DatabaseSync;
beforeEach(() => { database = openDatabase(join(temporaryFolder(), 'journal.sqlite')); });
afterEach(() => { database.close(); });

const title = { nl: 'geval', en: 'case' };
const phase = (name: string, run: (c: CaseContext) => unknown = () => {}): Phase => ({ name, run: async (c) => { await run(c); } });
const testCase = (id: string, phases: readonly Phase[], over: Partial<TestCase> = {}): TestCase =>
  ({ id, title, role: 'twiin-sender', kind: 'send', persona: 'minimaal', addressee: null, notApplicable: () => null, phases, ...over });
const seen: string[] = [];
beforeEach(() => { seen.length = 0; });
/** A new process, as far as the engine can see: only the database is the same. */
function engineOf(cases: readonly TestCase[], trigger: 'manual' | 'webhook' = 'webhook'): Engine {
  const claim = { ixit: { triggers: { 'twiin-sender': { kind: trigger } } } } as unknown as Claim;
  return createEngine({
    claim, clock: virtualClock(1_000_000), cases, store: openCaseStore(database), changes: openChanges(), floor: openFloor(), stop: new AbortController().signal,
    context: (_case, record) => ({ memory: record.memory }) as unknown as CaseContext,
    finished: (one, record) => { seen.push(`judged ${one.id}#${record.attempt}`); }, progress: () => {},
  });
}

test('phases run in order, up to the one that is asked for; the rest later; the case is judged once, at its end', async () => {
  const engine = engineOf([testCase('A', [phase('een', () => seen.push('een')), phase('twee', () => seen.push('twee'))])]);
  expect((await engine.advance('A', 'een')).state).toBe('running');
  expect(seen).toEqual(['een']);
  expect((await engine.advance('A')).state).toBe('finished');
  await engine.advance('A');
  expect(seen).toEqual(['een', 'twee', 'judged A#1']);
});
test('what can conclude nothing ends with its reason; an error of ours is kept as such; neither stops the others', async () => {
  const engine = engineOf([
    testCase('A', [phase('een', () => { throw new Inconclusive({ nl: 'geen token', en: 'no token' }); }), phase('twee', () => seen.push('never'))]),
    testCase('B', [phase('een', () => { throw new Error('boom'); })]), testCase('C', [phase('een')], { notApplicable: () => title }), testCase('D', [phase('een')]),
  ]);
  await engine.runAll();
  expect(['A', 'B', 'C', 'D'].map((id) => engine.record(id).state)).toEqual(['finished', 'error', 'not-applicable', 'finished']);
  expect(engine.record('A').reasons).toEqual([{ nl: 'geen token', en: 'no token' }]);
  expect(engine.record('B').errors[0]).toContain('boom');
  expect(seen).toEqual(['judged A#1', 'judged B#1', 'judged D#1']);
});
test('a case that was cut while it worked begins again as a new attempt, without its memory; a finished one does not', async () => {
  const store = openCaseStore(database);
  store.save({ ...store.load('A'), state: 'running', attempt: 1, phase: 1, memory: { token: 'old' } });
  store.save({ ...store.load('B'), state: 'finished', attempt: 1, phase: 1 });
  const engine = engineOf([testCase('A', [phase('een', (c) => seen.push(`token ${c.memory['token']}`)), phase('twee')]), testCase('B', [phase('een', () => seen.push('again'))])]);
  await engine.runAll();
  expect(seen).toEqual(['token undefined', 'judged A#2']);
  expect(engine.record('A')).toMatchObject({ attempt: 2, interrupted: true, state: 'finished' });
});
test('a message that a machine sends is asked for again; a person who was asked is waited for, with the whole window', async () => {
  const store = openCaseStore(database);
  const waiting = { ...store.load('A'), state: 'waiting' as const, attempt: 1, phase: 1, memory: { waits: { 'message-1': { until: 5, window: 60_000 } } }, wait: { id: 'A/message-1', for: 'message' as const, who: title, what: title, values: {}, seenInstead: [], until: 5 } };
  const cases = [testCase('A', [phase('een', () => seen.push('een')), phase('twee', (c) => seen.push(`until ${(c.memory['waits']?.['message-1'] as { until: number } | undefined)?.until}`))])];
  store.save(waiting);
  await engineOf(cases, 'manual').advance('A');
  store.save(waiting);
  await engineOf(cases, 'webhook').advance('A');
  expect(seen).toEqual(['until 1060000', 'judged A#1', 'een', 'until undefined', 'judged A#2']);
});
test('long cases begin first and run beside the rest; lonely ones come last', async () => {
  let go!: () => void;
  const until = new Promise<void>((resolve) => { go = resolve; });
  await engineOf([
    testCase('alone', [phase('een', () => { seen.push('alone'); go(); })], { alone: true }), testCase('short', [phase('een', () => seen.push('short'))]),
    testCase('long', [phase('een', async () => { seen.push('long begins'); await until; seen.push('long ends'); })], { long: true }),
  ]).runAll();
  expect(seen.filter((one) => !one.startsWith('judged'))).toEqual(['long begins', 'short', 'alone', 'long ends']);
});
test('a phase or a case that does not exist is said so', async () => {
  const engine = engineOf([testCase('A', [phase('een')])]);
  await expect(engine.advance('A', 'drie')).rejects.toThrow('een');
  await expect(engine.advance('Z')).rejects.toThrow('Z');
});
