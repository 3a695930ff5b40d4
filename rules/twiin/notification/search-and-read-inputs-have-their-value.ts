import type { Exchange } from '../../../model/exchange.ts';
import type { RuleOutcome } from '../../../model/rule.ts';
import { taskRule } from '../../factories/task-rule.ts';
import { child, stringOf } from '../../message/body.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { hasCode, inputsOf, type TaskInput } from '../../message/task.ts';

/** A path to one resource, `Type/id`, relative or absolute: that is a read, not a search. */
const oneResource = /^(?:https?:\/\/[^?]+\/|\/)?[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/;
const contentSystems: ReadonlySet<unknown> = new Set(['http://loinc.org', 'http://snomed.info/sct']);
/** An input that offers data: a generic code, or LOINC or SNOMED CT for what it holds (twiin.md 3.1). Others, such as one for the practitioner, are free: the list of inputs is open. */
function offersData(input: TaskInput): boolean {
  if (hasCode(input, 'authorization-base') || hasCode(input, 'get-workflow-task')) return false;
  return hasCode(input, 'search-resource') || hasCode(input, 'read-resource') || input.codings.some((coding) => contentSystems.has(coding.system));
}
/** A search input has its query in valueString, a resource input its target in valueReference (Twiin-04, Twiin-05; twiin.md 3.1). */
export const searchAndReadInputsHaveTheirValue = taskRule(
  {
    id: 'search-and-read-inputs-have-their-value', requirements: ['TWIIN-NTF-23'],
    title: { nl: 'Een zoekvraag staat in valueString, een resource in valueReference', en: 'A query stands in valueString, a resource in valueReference' },
  },
  (task, exchange) => {
    const inputs = inputsOf(task).filter(offersData);
    if (inputs.length === 0) return [notApplicable('the notification holds no query and no resource')];
    const broken = inputs.flatMap((input) => judgeInput(input, exchange));
    return broken.length > 0 ? broken : [pass(`${inputs.length} inputs`, exchange)];
  },
);
function judgeInput(input: TaskInput, exchange: Exchange): readonly RuleOutcome[] {
  const query = stringOf(input.input.valueString);
  const reference = stringOf(child(input.input, 'valueReference')?.reference);
  const given = (): string => Object.keys(input.input).filter((name) => name.startsWith('value')).join(', ');
  const broken = (element: string, actual: string) => [violation(
    { exchange, part: 'request', path: `${input.path}.${element}` },
    text('valueString voor een zoekvraag, valueReference.reference voor een resource.', 'valueString for a query, valueReference.reference for a resource.'),
    actual, text(`Gebruik hier ${element}.`, `Use ${element} here.`),
  )];
  if (hasCode(input, 'read-resource') && reference === null) return broken('valueReference', show(given()));
  if (hasCode(input, 'search-resource') && query === null) return broken('valueString', show(given()));
  if (query === null && reference === null) return broken('value[x]', given() === '' ? 'no value' : show(given()));
  if (reference !== null && reference.includes('?')) return broken('valueString', `a query in valueReference: ${show(reference)}`);
  if (query !== null && oneResource.test(query)) return broken('valueReference', `a resource in valueString: ${show(query)}`);
  return [];
}
