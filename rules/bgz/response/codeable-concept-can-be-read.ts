import { elementRule } from '../../factories/resource-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { objects, stringOf } from '../../message/body.ts';
import { text } from '../../message/outcome.ts';

/** Every CodeableConcept has a coding display, a text or an extension (bgz-nen7540.md 7); an extension on its coding counts too. */
const make = (subject: Subject) => elementRule(
  {
    id: 'codeable-concept-can-be-read', requirements: ['BGZ-R-12'], title: { nl: 'Elk CodeableConcept is leesbaar', en: 'Each CodeableConcept can be read' },
    expected: text('coding.display, text of een extensie.', 'coding.display, text or an extension.'), next: text('Vul de display van de code.', 'Fill the display of the code.'),
  },
  subject, (element) => Array.isArray(element.value.coding),
  (concept) => {
    if (stringOf(concept.text) !== null || Array.isArray(concept.extension)) return null;
    const readable = objects(concept.coding).some((coding) => stringOf(coding.display) !== null || Array.isArray(coding.extension));
    return readable ? null : `code ${String(objects(concept.coding)[0]?.code)} only`;
  },
);
export const codeableConceptCanBeRead = make(sut);
export const simulatorCodeableConceptCanBeRead = make(simulator);
