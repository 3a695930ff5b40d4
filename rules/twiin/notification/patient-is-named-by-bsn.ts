import { passesElevenTest } from '../../../fhir/dutch/eleven-test.ts';
import { taskRule } from '../../factories/task-rule.ts';
import { child, objects, stringOf } from '../../message/body.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { bsnSystem } from '../../message/patients.ts';

/**
 * The patient on the Task is named by BSN, under its URI, in a form that passes the 11-test (twiin.md 3.1). Only what stands there is judged:
 * the patient may be in the token instead, which is NTF-05's. The value itself is never told: it may be somebody's.
 */
export const patientIsNamedByBsn = taskRule(
  {
    id: 'patient-is-named-by-bsn', requirements: ['TWIIN-NTF-18'],
    title: { nl: 'De patiënt wordt met een geldig BSN genoemd', en: 'The patient is named by a valid BSN' },
  },
  (task, exchange) => {
    const identifier = objects(child(task, 'for')?.identifier)[0];
    if (identifier === undefined) return [notApplicable('the Task names no patient by identifier')];
    const broken = (path: string, actual: string) => [violation(
      { exchange, part: 'request', path: `Task.for.identifier.${path}` }, text(`Een BSN van 9 cijfers dat de elfproef doorstaat, met system ${bsnSystem}.`, `A BSN of 9 digits that passes the 11-test, with system ${bsnSystem}.`),
      actual, text('Zet het BSN zonder tekens ertussen in for.identifier, met deze system.', 'Put the BSN without characters between in for.identifier, with this system.'),
    )];
    if (identifier.system !== bsnSystem) return broken('system', show(identifier.system));
    const value = stringOf(identifier.value);
    if (value === null) return broken('value', 'no value');
    if (!/^\d{9}$/.test(value)) return broken('value', 'not 9 digits');
    return passesElevenTest(value) ? [pass('a BSN that passes the 11-test', exchange)] : broken('value', '9 digits that fail the 11-test');
  },
);
