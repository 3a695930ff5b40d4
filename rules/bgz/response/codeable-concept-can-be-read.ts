import { dutchRule } from '../../factories/dutch-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { text } from '../../message/outcome.ts';

/** Every CodeableConcept has a coding display, a text or an extension (bgz-nen7540.md 7); an extension on its coding counts too. */
const make = (subject: Subject) => dutchRule(
  { id: 'codeable-concept-can-be-read', requirements: ['BGZ-R-12'], title: { nl: 'Elk CodeableConcept is leesbaar', en: 'Each CodeableConcept can be read' }, next: text('Vul de display van de code.', 'Fill the display of the code.') },
  subject, 'codeable-concept-without-text', 'CodeableConcept',
);
export const codeableConceptCanBeRead = make(sut);
export const simulatorCodeableConceptCanBeRead = make(simulator);
