import { dutchRule } from '../../factories/dutch-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { text } from '../../message/outcome.ts';

/** Every Identifier has a value and a system or type (bgz-nen7540.md 7); one that says by extension why not is exempt. */
const make = (subject: Subject) => dutchRule(
  {
    id: 'identifier-has-system-and-value', requirements: ['BGZ-R-14'], title: { nl: 'Elke Identifier heeft een waarde en een system of type', en: 'Each Identifier has a value and a system or type' },
    next: text('Vul value en system van de Identifier.', 'Fill value and system of the Identifier.'),
  },
  subject, 'identifier-incomplete', 'Identifier',
);
export const identifierHasSystemAndValue = make(sut);
export const simulatorIdentifierHasSystemAndValue = make(simulator);
