import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { loadConfiguration, runCucumber } from '@cucumber/cucumber/api';
import { setCurrentRun } from '../../steps/current-run.ts';
import type { Session } from '../session/session.ts';

/** Order matters: what all conversations see (the address book) is changed last. */
const order = ['simulatoren', 'verzender', 'ontvanger', 'ontvanger-weigert', 'verzender-weigert', 'adresboek'];
const here = import.meta.url;
const root = fileURLToPath(new URL(here.includes('/dist/') ? '../../../' : '../../', here));
const steps = fileURLToPath(new URL(here.endsWith('.ts') ? '../../steps/steps.ts' : '../../steps/steps.js', here));

export function featureFiles(): string[] {
  return order.map((name) => `features/nen-7540-bgz/meesturen/${name}.feature`);
}
export interface ScenarioRun { readonly planned: number; readonly finished: number; readonly scenarios: ReadonlyMap<string, string> }

/**
 * Runs the features over an open session. Long waits are started first and run beside the scenarios.
 * cucumber-js loads support code once in a process, so this may be called once; finished is compared with planned.
 */
export async function runScenarios(session: Session): Promise<ScenarioRun> {
  setCurrentRun({
    advance: async (id, through) => {
      const record = await session.engine.advance(id, through);
      await session.judged();
      return record;
    },
    failures: (id) => session.book.findings().filter((one) => one.case?.id === id && (one.severity === 'fail' || one.safety)).map((one) => `${one.requirement}: ${one.title.nl}: ${one.actual}`),
  });
  const environment = { cwd: root, stdout: process.stderr, stderr: process.stderr };
  const { runConfiguration } = await loadConfiguration({ file: false, provided: { paths: featureFiles(), import: [steps], language: 'nl', format: [], publish: false } }, environment);
  const scenarios = new Map<string, string>();
  const undefinedSteps = new Set<string>();
  let planned = 0;
  let finished = 0;
  const long = session.cases.filter((one) => one.long === true).map((one) => session.engine.advance(one.id));
  const beside = Promise.allSettled(long);
  await runCucumber({ ...runConfiguration, formats: { ...runConfiguration.formats, stdout: 'message' } }, { ...environment, stdout: nowhere() }, (message) => {
    if (message.pickle) {
      const tag = message.pickle.tags.find((one) => one.name.startsWith('@geval:'));
      if (tag) scenarios.set(tag.name.slice('@geval:'.length), message.pickle.name);
    }
    if (message.testStepFinished) {
      const { status, message: told } = message.testStepFinished.testStepResult;
      if (status === 'UNDEFINED' || status === 'AMBIGUOUS' || /function has|has no tag|failed itself|faalde/.test(told ?? '')) undefinedSteps.add(`A step of the features is ${status}: ${(told ?? '').split('\n')[0]}`);
    }
    if (message.testCase) planned += 1;
    if (message.testCaseFinished && message.testCaseFinished.willBeRetried !== true) finished += 1;
  });
  for (const ended of await beside) if (ended.status === 'rejected') throw ended.reason;
  setCurrentRun(null);
  if (finished !== planned) session.harnessErrors.push(`${finished} of ${planned} scenarios finished`);
  // A sentence without a step, or a step that broke, must not look like a case that nobody needed.
  for (const problem of undefinedSteps) session.harnessErrors.push(problem);
  for (const testCase of session.cases) if (!scenarios.has(testCase.id)) session.harnessErrors.push(`Test case ${testCase.id} has no scenario`);
  return { planned, finished, scenarios };
}
function nowhere(): Writable { return new Writable({ write: (_chunk, _encoding, done) => done() }); }
