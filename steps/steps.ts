import { Before, defineStep, setDefaultTimeout } from '@cucumber/cucumber';
import { currentRun } from './current-run.ts';
import { phrases, scene, verdictPhrase } from './phrases.ts';

/** A person may take a day; the windows of the test cases bound the waiting, not cucumber-js. */
setDefaultTimeout(-1);

interface Told { readonly pickle: { readonly tags: readonly { readonly name: string }[] } }
/** The tag `@geval:TS-01` names the test case of a scenario. */
export function caseOf(tags: readonly { readonly name: string }[]): string {
  const tag = tags.find((one) => one.name.startsWith('@geval:'));
  if (tag === undefined) throw new Error('This scenario has no tag @geval:<id> that names its test case');
  return tag.name.slice('@geval:'.length);
}
interface StepWorld { readonly parameters: unknown; caseId?: string }

Before(function (this: StepWorld, told: Told) { this.caseId = caseOf(told.pickle.tags); });

for (const sentence of scene) defineStep(sentence, function () { /* the test case sets the scene itself */ });

for (const [sentence, phase] of Object.entries(phrases)) {
  defineStep(sentence, async function (this: StepWorld) {
    const record = await currentRun().advance(this.caseId!, phase);
    if (record.state === 'error') throw new Error(`Toetssteen zelf faalde in testgeval ${this.caseId}; zie het rapport`);
    if (record.state === 'not-applicable') return 'skipped';
    if (record.state === 'finished' && record.reasons.length > 0) return 'pending';
    return undefined;
  });
}
defineStep(verdictPhrase, async function (this: StepWorld) {
  const record = await currentRun().advance(this.caseId!);
  if (record.state === 'not-applicable') return 'skipped';
  const failures = currentRun().failures(this.caseId!);
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return undefined;
});
