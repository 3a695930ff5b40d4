import { dutchRule } from '../../factories/dutch-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { text } from '../../message/outcome.ts';

/** Every Coding has system and code (bgz-nen7540.md 7), also outside a CodeableConcept; one that says by extension why they miss is exempt. */
const make = (subject: Subject) => dutchRule(
  {
    id: 'coding-has-system-and-code', requirements: ['BGZ-R-10'], title: { nl: 'Elke Coding heeft system en code', en: 'Each Coding has system and code' },
    next: text('Vul system en code, of een NullFlavor-code met tekst.', 'Fill system and code, or a NullFlavor code with text.'),
  },
  subject, 'coding-incomplete', 'Coding',
);
export const codingHasSystemAndCode = make(sut);
export const simulatorCodingHasSystemAndCode = make(simulator);
