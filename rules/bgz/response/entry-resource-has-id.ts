import { dutchRule } from '../../factories/dutch-rule.ts';
import { searches, simulator, sut, type Subject } from '../../factories/subject.ts';
import { text } from '../../message/outcome.ts';

/** Every entry resource has an id, unless its fullUrl is urn:uuid: or urn:oid: (bgz-nen7540.md 7). It speaks of entries: what was read by id is not judged. */
const make = (subject: Subject) => dutchRule(
  {
    id: 'entry-resource-has-id', requirements: ['BGZ-R-03'], title: { nl: 'Elke resource in het antwoord heeft een id', en: 'Each resource in the answer has an id' },
    next: text('Geef de resource een id, of de entry een fullUrl met urn:uuid:.', 'Give the resource an id, or the entry a fullUrl of urn:uuid:.'),
  },
  { ...subject, answers: searches(subject) }, 'id-missing', () => true,
);
export const entryResourceHasId = make(sut);
export const simulatorEntryResourceHasId = make(simulator);
