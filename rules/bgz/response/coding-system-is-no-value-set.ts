import { dutchRule } from '../../factories/dutch-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { text } from '../../message/outcome.ts';

/** No Coding has the OID of a zib value set as its system (bgz-nen7540.md 7); the published script's own test may never fire, so the catalogue lets it warn only. */
const make = (subject: Subject) => dutchRule(
  {
    id: 'coding-system-is-no-value-set', requirements: ['BGZ-R-11'], title: { nl: 'Een waardelijst is geen codestelsel', en: 'A value set is no code system' },
    next: text('Zet het codestelsel van de code in system; de OID van de waardelijst hoort daar niet.', 'Put the code system of the code in system; the OID of the value set does not belong there.'),
  },
  subject, 'value-set-oid-as-system', 'Coding',
);
export const codingSystemIsNoValueSet = make(sut);
export const simulatorCodingSystemIsNoValueSet = make(simulator);
