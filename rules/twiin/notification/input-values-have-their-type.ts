import { taskRule } from '../../factories/task-rule.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { hasCode, inputsOf, type TaskInput } from '../../message/task.ts';

/** authorization-base has a valueString, get-workflow-task a valueBoolean (twiin.md 3.1). */
export const inputValuesHaveTheirType = taskRule(
  { id: 'input-values-have-their-type', requirements: ['TWIIN-NTF-20'], title: { nl: 'authorization-base is tekst, get-workflow-task een boolean', en: 'authorization-base is a string, get-workflow-task a boolean' } },
  (task, exchange) => {
    const checks = [
      { code: 'authorization-base', element: 'valueString', right: (input: TaskInput) => typeof input.input.valueString === 'string' && input.input.valueString !== '' },
      { code: 'get-workflow-task', element: 'valueBoolean', right: (input: TaskInput) => typeof input.input.valueBoolean === 'boolean' },
    ];
    const found = checks.flatMap((check) => inputsOf(task).filter((input) => hasCode(input, check.code)).map((input) => {
      if (check.right(input)) return pass(`${check.code}: ${check.element}`, exchange);
      const given = Object.keys(input.input).filter((name) => name.startsWith('value'));
      return violation(
        { exchange, part: 'request', path: `${input.path}.${check.element}` }, text(`${check.code} met ${check.element}.`, `${check.code} with ${check.element}.`),
        given.length === 0 ? 'no value' : show(given.join(', ')), text(`Gebruik ${check.element}.`, `Use ${check.element}.`),
      );
    }));
    return found.length > 0 ? found : [notApplicable('neither input is present')];
  },
);
