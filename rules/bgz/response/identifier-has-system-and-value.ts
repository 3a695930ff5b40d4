import { elementRule } from '../../factories/resource-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { isObject, stringOf } from '../../message/body.ts';
import { text } from '../../message/outcome.ts';
import { hasAbsenceReason, type Element } from '../../message/walk.ts';

const names: ReadonlySet<string> = new Set(['identifier', 'groupIdentifier', 'masterIdentifier', 'valueIdentifier', 'requisition', 'accessionIdentifier']);
const isIdentifier = (element: Element): boolean => names.has(element.name) && typeof element.value.reference !== 'string';
/** Every Identifier has a value and a system or type (bgz-nen7540.md 7); one that says by extension why not is exempt. */
const make = (subject: Subject) => elementRule(
  {
    id: 'identifier-has-system-and-value', requirements: ['BGZ-R-14'], title: { nl: 'Elke Identifier heeft een waarde en een system of type', en: 'Each Identifier has a value and a system or type' },
    expected: text('value, en system of type.', 'value, and system or type.'), next: text('Vul value en system van de Identifier.', 'Fill value and system of the Identifier.'),
  },
  subject, isIdentifier,
  (identifier) => {
    if (hasAbsenceReason(identifier)) return null;
    if (stringOf(identifier.value) === null) return 'without value';
    return stringOf(identifier.system) !== null || isObject(identifier.type) ? null : 'without system and type';
  },
);
export const identifierHasSystemAndValue = make(sut);
export const simulatorIdentifierHasSystemAndValue = make(simulator);
