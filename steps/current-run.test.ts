import { afterEach, expect, test } from 'vitest';
import { currentRun, setCurrentRun, type SteppedRun } from './current-run.ts';

afterEach(() => { setCurrentRun(null); });
test('steps work in the run that is open, and say so when none is', () => {
  expect(() => currentRun()).toThrow('no run is open');
  const run: SteppedRun = { advance: async () => { throw new Error(); }, failures: () => [] };
  setCurrentRun(run);
  expect(currentRun()).toBe(run);
  setCurrentRun(null);
  expect(() => currentRun()).toThrow('toetssteen run');
});
