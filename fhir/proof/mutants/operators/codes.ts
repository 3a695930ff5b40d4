import { isObject } from '../../../json.ts';
import type { Json } from '../../../json.ts';
import { brief, replaced } from '../edit.ts';
import { noCode, surelyLacks } from '../enumerable.ts';
import type { Operator } from '../operator.ts';
import type { Occurrence, Subject } from '../subject.ts';

const rule = 'a required binding allows codes of its value set only (FHIR STU3 and R4, Terminologies, Binding Strengths)';

/** Occurrences bound to a value set that is known whole. */
function* bound(subject: Subject, type: string): Iterable<Occurrence & { readonly value: Json; readonly valueSet: string }> {
  for (const occurrence of subject.occurrences) {
    const { member, value } = occurrence;
    const { strength, valueSet } = member.element.binding ?? {};
    if (value === undefined || member.type !== type || strength !== 'required' || valueSet === undefined || !surelyLacks(subject.definitions, valueSet, noCode)) continue;
    yield { ...occurrence, value, valueSet };
  }
}

export const codeOperators: readonly Operator[] = [
  {
    name: 'code-outside-value-set', rule,
    *sites(subject) {
      for (const { path, value, valueSet } of bound(subject, 'code')) {
        yield { at: path, says: `${brief(value)} → "${noCode}", of ${valueSet}`, expected: { codes: ['code-not-in-value-set'] }, make: () => ({ resource: replaced(subject.resource, path, noCode) }) };
      }
    },
  },
  {
    name: 'code-in-other-case', rule: `${rule}; codes of these systems are case sensitive`,
    *sites(subject) {
      for (const { path, value, valueSet } of bound(subject, 'code')) {
        const wrong = String(value).toUpperCase();
        if (wrong === value || !surelyLacks(subject.definitions, valueSet, wrong)) continue;
        // A system that says it is not case sensitive allows it.
        if (subject.definitions.valueSet(valueSet)!.include.some((part) => part.system !== undefined && subject.definitions.codeSystem(part.system)?.caseSensitive === false)) continue;
        yield { at: path, says: `${brief(value)} → ${brief(wrong)}, of ${valueSet}`, expected: { codes: ['code-not-in-value-set'] }, make: () => ({ resource: replaced(subject.resource, path, wrong) }) };
      }
    },
  },
  {
    name: 'coding-outside-value-set', rule,
    *sites(subject) {
      for (const type of ['CodeableConcept', 'Coding']) for (const { path, value, valueSet } of bound(subject, type)) {
        const codings = type === 'Coding' ? [value] : isObject(value) && Array.isArray(value.coding) ? value.coding as readonly Json[] : [];
        const first = codings[0];
        if (!isObject(first)) continue;
        const wrongCode = { system: first.system ?? 'http://example.org', code: noCode };
        const wrongSystem = { ...first, system: 'http://example.org/other' };
        for (const wrong of [wrongCode, wrongSystem]) {
          yield {
            at: path, says: `${brief(first)} → ${brief(wrong)}, of ${valueSet}`, expected: { codes: ['code-not-in-value-set'] },
            make: () => ({ resource: replaced(subject.resource, path, type === 'Coding' ? wrong : { coding: [wrong] }) }),
          };
        }
      }
    },
  },
  {
    name: 'text-for-required-code', rule: `${rule}; text alone is no code`,
    *sites(subject) {
      for (const { path, value, valueSet } of bound(subject, 'CodeableConcept')) {
        if (!isObject(value) || value.coding === undefined) continue;
        yield { at: path, says: `codings of ${valueSet} → text only`, expected: { codes: ['code-not-in-value-set'] }, make: () => ({ resource: replaced(subject.resource, path, { text: 'x' }) }) };
      }
    },
  },
  {
    name: 'code-not-in-its-system', rule: 'Coding.code: a symbol of the system (FHIR STU3 and R4, Coding); here where that system is whole, and told as a warning, as a later edition may have it',
    *sites(subject) {
      for (const { member, path, value } of subject.occurrences) {
        if (member.type !== 'Coding' || !isObject(value) || typeof value.system !== 'string' || typeof value.code !== 'string' || value.version !== undefined) continue;
        const system = subject.definitions.codeSystem(value.system);
        if (system === null || system.content !== 'complete' || system.codes.length === 0 || !system.codes.some((one) => one.code === value.code)) continue;
        yield { at: [...path, 'code'], says: `${brief(value.code)} → "${noCode}", of ${value.system}`, expected: { codes: ['code-unknown'], severity: 'warning' }, make: () => ({ resource: replaced(subject.resource, [...path, 'code'], noCode) }) };
      }
    },
  },
  {
    name: 'code-outside-extensible-value-set', rule: 'an extensible binding: of the systems of its value set, only codes that are in it; told as a warning (FHIR STU3 and R4, Terminologies, Binding Strengths)',
    *sites(subject) {
      for (const { member, path, value } of subject.occurrences) {
        const { strength, valueSet } = member.element.binding ?? {};
        if (member.type !== 'CodeableConcept' || strength !== 'extensible' || valueSet === undefined || !isObject(value) || !surelyLacks(subject.definitions, valueSet, noCode)) continue;
        const system = subject.definitions.valueSet(valueSet)!.include[0]!.system;
        if (system === undefined) continue;
        yield { at: path, says: `${brief(value)} → "${noCode}" of ${system}, of ${valueSet}`, expected: { codes: ['code-not-in-value-set'], severity: 'warning' }, make: () => ({ resource: replaced(subject.resource, path, { coding: [{ system, code: noCode }] }) }) };
      }
    },
  },
];
