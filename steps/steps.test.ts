import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { CaseRecord } from '../run/engine/case-store.ts';
import { setCurrentRun } from './current-run.ts';
import { phrases, scene, verdictPhrase } from './phrases.ts';

/** What the steps give to cucumber-js, which takes it only while it runs itself. */
const defined = new Map<string, (this: object) => unknown>();
let before: (this: object, told: object) => void;
let caseOf: (tags: readonly { readonly name: string }[]) => string;
beforeAll(async () => {
  vi.doMock('@cucumber/cucumber', () => ({ Before: (hook: typeof before) => { before = hook; }, defineStep: (sentence: string, run: (this: object) => unknown) => { defined.set(sentence, run); }, setDefaultTimeout: () => {} }));
  ({ caseOf } = await import('./steps.ts'));
});
afterAll(() => { vi.doUnmock('@cucumber/cucumber'); });
afterEach(() => { setCurrentRun(null); });

/** Says one sentence of case TS-01 over a record as it is then; gives the result and what was advanced. */
async function say(sentence: string, record: Partial<CaseRecord>, failures: readonly string[] = []): Promise<readonly [unknown, readonly unknown[]]> {
  const advanced: unknown[] = [];
  setCurrentRun({ advance: async (id, through) => { advanced.push([id, through]); return { state: 'running', reasons: [], ...record } as CaseRecord; }, failures: (id) => failures.map((one) => `${id} ${one}`) });
  const world = {};
  before.call(world, { pickle: { tags: [{ name: '@eis' }, { name: '@geval:TS-01' }] } });
  return [await defined.get(sentence)!.call(world), advanced];
}

test('every sentence of the features is a step', () => {
  expect([...defined.keys()].sort()).toEqual([...scene, ...Object.keys(phrases), verdictPhrase].sort());
});
test('the case of a scenario stands in its tag', () => {
  expect(caseOf([{ name: '@x' }, { name: '@geval:TO-03' }])).toBe('TO-03');
  expect(() => caseOf([{ name: '@x' }])).toThrow('@geval:<id>');
});
test('a sentence that sets the scene does nothing', async () => { expect(await say(scene[0]!, {})).toEqual([undefined, []]); });
test('a sentence advances its case through its phase, and tells how far that came', async () => {
  const [sentence, phase] = Object.entries(phrases)[0]!;
  const told = async (record: Partial<CaseRecord>): Promise<unknown> => (await say(sentence, record))[0];
  expect(await say(sentence, {})).toEqual([undefined, [['TS-01', phase]]]);
  expect(await told({ state: 'not-applicable' })).toBe('skipped');
  expect(await told({ state: 'finished', reasons: [{ nl: 'r', en: 'r' }] })).toBe('pending');
  expect(await told({ state: 'finished' })).toBeUndefined();
  await expect(told({ state: 'error' })).rejects.toThrow('Toetssteen zelf faalde in testgeval TS-01');
});
test('the verdict takes the case to its end and tells what failed', async () => {
  expect(await say(verdictPhrase, { state: 'finished' })).toEqual([undefined, [['TS-01', undefined]]]);
  expect((await say(verdictPhrase, { state: 'not-applicable' }, ['never asked']))[0]).toBe('skipped');
  await expect(say(verdictPhrase, { state: 'finished' }, ['one', 'two'])).rejects.toThrow('TS-01 one\nTS-01 two');
});
