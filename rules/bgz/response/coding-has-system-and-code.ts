import { elementRule } from '../../factories/resource-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { stringOf } from '../../message/body.ts';
import { text } from '../../message/outcome.ts';
import { hasAbsenceReason, type Element } from '../../message/walk.ts';

/** Elements of data type Coding that do not stand in a CodeableConcept, per resource type (STU3). */
const codings: Readonly<Record<string, readonly string[]>> = {
  Encounter: ['class'], Provenance: ['activity', 'reason'], Consent: ['purpose', 'securityLabel'], Endpoint: ['connectionType'],
};
function isCoding(element: Element): boolean {
  if (element.name === 'coding' || element.name === 'valueCoding') return true;
  if (/\.meta\.(tag|security)\[\d+\]$/.test(element.path)) return true;
  return codings[element.resourceType]?.includes(element.name) ?? false;
}
/** Every Coding has system and code (bgz-nen7540.md 7); one that says by extension why they miss is exempt. */
const make = (subject: Subject) => elementRule(
  {
    id: 'coding-has-system-and-code', requirements: ['BGZ-R-10'], title: { nl: 'Elke Coding heeft system en code', en: 'Each Coding has system and code' },
    expected: text('system en code', 'system and code'), next: text('Vul system en code, of een NullFlavor-code met tekst.', 'Fill system and code, or a NullFlavor code with text.'),
  },
  subject, isCoding,
  (coding) => {
    if (hasAbsenceReason(coding)) return null;
    const missing = ['system', 'code'].filter((name) => stringOf(coding[name]) === null);
    return missing.length === 0 ? null : `without ${missing.join(' and ')}`;
  },
);
export const codingHasSystemAndCode = make(sut);
export const simulatorCodingHasSystemAndCode = make(simulator);
