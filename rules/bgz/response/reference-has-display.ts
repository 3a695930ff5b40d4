import { dutchRule } from '../../factories/dutch-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { text } from '../../message/outcome.ts';

/** Every Reference, literal or logical, has display, or an extension that says why not (bgz-nen7540.md 7). */
const make = (subject: Subject) => dutchRule(
  {
    id: 'reference-has-display', requirements: ['BGZ-R-13'], title: { nl: 'Elke Reference heeft een display', en: 'Each Reference has a display' },
    next: text('Vul Reference.display met een leesbare naam.', 'Fill Reference.display with a readable name.'),
  },
  subject, 'reference-without-display', 'Reference',
);
export const referenceHasDisplay = make(sut);
export const simulatorReferenceHasDisplay = make(simulator);
