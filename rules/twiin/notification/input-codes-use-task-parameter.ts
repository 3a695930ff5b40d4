import { taskRule } from '../../factories/task-rule.ts';
import type { Json } from '../../message/body.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { codeSystemVariant, inputsOf, taskParameter, type TaskInput } from '../../message/task.ts';

const generic: ReadonlySet<unknown> = new Set(['authorization-base', 'get-workflow-task', 'search-resource', 'read-resource']);
/** The generic input codes stand in system TaskParameter (twiin.md 3.1). LOINC and SNOMED CT codes are as good (NTF-24) and not looked at; the CodeSystem variant is a warning. A local coding beside the right one is no matter. */
export const inputCodesUseTaskParameter = taskRule(
  { id: 'input-codes-use-task-parameter', requirements: ['TWIIN-NTF-19'], title: { nl: 'De algemene inputcodes staan in TaskParameter', en: 'The generic input codes stand in TaskParameter' } },
  (task, exchange) => {
    const codings = inputsOf(task).flatMap((input) => input.codings.flatMap((coding, index) => (generic.has(coding.code) && !isBeside(coding, input) ? [{ coding, path: `${input.path}.type.coding[${index}]` }] : [])));
    if (codings.length === 0) return [notApplicable('no generic input code is used')];
    const broken = codings.filter(({ coding }) => coding.system !== taskParameter).map(({ coding, path }) => violation(
      { exchange, part: 'request', path: `${path}.system` }, text(taskParameter, taskParameter), show(coding.system),
      text('Gebruik precies dit system.', 'Use exactly this system.'), coding.system === codeSystemVariant(taskParameter) ? { atMost: 'warning' } : {},
    ));
    return broken.length > 0 ? broken : [pass(`${codings.length} codes`, exchange)];
  },
);
/** The same code stands in the same input under the right system. */
function isBeside(coding: Json, input: TaskInput): boolean {
  return coding.system !== taskParameter && input.codings.some((one) => one.system === taskParameter && one.code === coding.code);
}
