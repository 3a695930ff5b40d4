import { taskRule } from '../../factories/task-rule.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { codeSystemVariant, inputsOf, taskParameter } from '../../message/task.ts';

const generic: ReadonlySet<unknown> = new Set(['authorization-base', 'get-workflow-task', 'search-resource', 'read-resource']);
/** The generic input codes stand in system TaskParameter (twiin.md 3.1). LOINC and SNOMED CT codes are as good (NTF-24) and not looked at; the CodeSystem variant is a warning. */
export const inputCodesUseTaskParameter = taskRule(
  { id: 'input-codes-use-task-parameter', requirements: ['TWIIN-NTF-19'], title: { nl: 'De algemene inputcodes staan in TaskParameter', en: 'The generic input codes stand in TaskParameter' } },
  (task, exchange) => {
    const codings = inputsOf(task).flatMap((input) => input.codings.flatMap((coding, index) => (generic.has(coding.code) ? [{ coding, path: `${input.path}.type.coding[${index}]` }] : [])));
    if (codings.length === 0) return [notApplicable('no generic input code is used')];
    const broken = codings.filter(({ coding }) => coding.system !== taskParameter).map(({ coding, path }) => violation(
      { exchange, part: 'request', path: `${path}.system` }, text(taskParameter, taskParameter), show(coding.system),
      text('Gebruik precies dit system.', 'Use exactly this system.'), coding.system === codeSystemVariant(taskParameter) ? { atMost: 'warning' } : {},
    ));
    return broken.length > 0 ? broken : [pass(`${codings.length} codes`, exchange)];
  },
);
