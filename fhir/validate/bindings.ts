import type { Text } from '../../model/text.ts';
import type { BindingFacts } from '../definitions/structure.ts';
import type { FindingSeverity } from '../finding.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { Item } from './item.ts';
import { report } from './session.ts';
import type { Asker, Session } from './session.ts';
import type { CodeToCheck } from './terminology-port.ts';
import { say, shown } from './texts.ts';

/**
 * Codes against a bound value set (FHIR R4 and STU3, Terminologies, "Binding Strengths"):
 * required: one code is from the set, else an error; extensible: a code of the set's own systems that is not in it is a warning, codes of other
 * systems are information (whether a suitable one exists is a judgement of people), a text alone is allowed; preferred and example: nothing.
 * A maximum value set weighs as required.
 */
export function checkBinding(session: Session, item: Item, binding: BindingFacts, asker: Asker): void {
  if (binding.strength === 'required' || binding.strength === 'extensible') against(session, item, binding.valueSet, binding.strength, asker);
  if (binding.maxValueSet !== undefined) against(session, item, binding.maxValueSet, 'required', asker);
}

function against(session: Session, item: Item, valueSet: string | undefined, strength: 'required' | 'extensible', asker: Asker): void {
  // A binding in words only has nothing to check.
  if (valueSet === undefined) return;
  const codes = codesOf(item);
  if (codes === null) return;
  const expected = (): Text => say(`een code uit ${valueSet} (${strength})`, `a code from ${valueSet} (${strength})`);
  const severity: FindingSeverity = strength === 'required' ? 'error' : 'warning';
  if (codes.length === 0) {
    if (strength === 'required' && !saysAbsent(item)) report(session, item, { code: 'code-not-in-value-set', severity, asker, actual: shown(item.value), expected: expected() });
    return;
  }
  const unknown: CodeToCheck[] = [];
  let noValueSet = false;
  // A value set holds pairs of system and code; only the type `code` leaves the system to it.
  const plain = typeof item.value === 'string';
  for (const code of codes) {
    const answer = plain || code.system !== undefined ? session.env.terminology.check(valueSet, code) : 'out';
    if (answer === 'in') return;
    if (answer !== 'out') unknown.push(code);
    noValueSet ||= answer === 'no-value-set';
  }
  const actual = shown(codes.map((code) => (code.system === undefined ? code.code : `${code.system}|${code.code}`)).join(', '));
  if (unknown.length === 0 && !plain && codes.every((code) => code.system === undefined)) {
    report(session, item, { code: 'system-missing', severity, asker, actual, expected: expected() });
    return;
  }
  if (unknown.length === 0) {
    // Extensible, and codes of other systems only: whether the value set has a suitable concept is not for a machine.
    const elsewhere = strength === 'extensible' && !codes.some((code) => drawsFrom(session, valueSet, code.system));
    report(session, item, { code: 'code-not-in-value-set', severity: elsewhere ? 'information' : severity, asker, actual, expected: expected() });
    return;
  }
  session.pending.push({ path: item.path(), expression: item.expression(), valueSet, strength, codes: unknown, profile: asker.profile, element: asker.element });
  report(session, item, {
    code: noValueSet ? 'value-set-unknown' : 'code-not-checked', severity: 'not-checked', asker, actual,
    expected: noValueSet ? say(`waardelijst ${valueSet} is niet geladen`, `value set ${valueSet} is not loaded`) : expected(),
  });
}

/** Whether a value set takes codes of a system; a plain code has the systems of its value set. */
function drawsFrom(session: Session, valueSet: string, system: string | undefined, depth = 0): boolean {
  if (system === undefined) return true;
  const facts = session.env.definitions.valueSet(valueSet);
  if (facts === null || depth > 5) return false;
  return facts.include.some((part) => part.system === system || (part.valueSets ?? []).some((other) => drawsFrom(session, other, system, depth + 1)))
    || (facts.expansion ?? []).some((one) => one.system === system);
}

/** Codes of a value by its type; null for types that have none or values that say nothing of a code. */
function codesOf(item: Item): readonly CodeToCheck[] | null {
  const { value, type } = item;
  if (typeof value === 'string') return [{ code: value }];
  if (!isObject(value)) return null;
  if (type === 'CodeableConcept') return Array.isArray(value.coding) ? value.coding.flatMap((one) => coding(one)) : [];
  if (type === 'Coding') return coding(value);
  // A quantity without a coded unit is a matter of cardinality, not of its value set.
  if (typeof value.code === 'string' && 'value' in value) return coding(value);
  return null;
}
function coding(value: Json): CodeToCheck[] {
  if (!isObject(value) || typeof value.code !== 'string') return [];
  return [{
    code: value.code, ...(typeof value.system === 'string' && { system: value.system }), ...(typeof value.version === 'string' && { version: value.version }),
    ...(typeof value.display === 'string' && { display: value.display }),
  }];
}
/** An extension that says why there is no value stands in for it. */
function saysAbsent(item: Item): boolean {
  const value = item.value as JsonObject;
  return [value, ...(Array.isArray(value.coding) ? value.coding : [])].some((one) => isObject(one) && Array.isArray(one.extension)
    && one.extension.some((extension) => isObject(extension) && typeof extension.url === 'string' && /data-absent-reason|nullFlavor/.test(extension.url)));
}
