import { elementRule } from '../../factories/resource-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { isObject, stringOf, type Json } from '../../message/body.ts';
import { text } from '../../message/outcome.ts';
import { hasAbsenceReason, type Element } from '../../message/walk.ts';

const members: ReadonlySet<string> = new Set(['id', 'extension', 'reference', '_reference', 'identifier', 'display', '_display', 'type']);
/** A literal reference, or an object that holds nothing but what a Reference may hold, with one identifier. */
function isReference({ value }: Element): boolean {
  if (typeof value.reference === 'string') return true;
  return isObject(value.identifier) && Object.keys(value).every((name) => members.has(name));
}
/** Every Reference has display, or an extension that says why not (bgz-nen7540.md 7). */
const make = (subject: Subject) => elementRule(
  {
    id: 'reference-has-display', requirements: ['BGZ-R-13'], title: { nl: 'Elke Reference heeft een display', en: 'Each Reference has a display' },
    expected: text('display, of data-absent-reason of iso21090-nullFlavor.', 'display, or data-absent-reason or iso21090-nullFlavor.'),
    next: text('Vul Reference.display met een leesbare naam.', 'Fill Reference.display with a readable name.'),
  },
  subject, isReference,
  (reference: Json) => (stringOf(reference.display) !== null || hasAbsenceReason(reference) ? null : `${typeof reference.reference === 'string' ? reference.reference.split('/')[0] : 'logical reference'} without display`),
);
export const referenceHasDisplay = make(sut);
export const simulatorReferenceHasDisplay = make(simulator);
