import type { Json } from '../json.ts';
import { isObject } from '../json.ts';

/** Exactly the same, `fixed[x]`: ElementDefinition, "must exactly match"; members in any order, arrays in order. */
export function sameValue(value: Json | undefined, fixed: Json | undefined): boolean {
  if (value === fixed) return true;
  if (Array.isArray(value) && Array.isArray(fixed)) return value.length === fixed.length && value.every((one, index) => sameValue(one, fixed[index]));
  if (!isObject(value) || !isObject(fixed)) return false;
  const members = Object.keys(fixed).filter((key) => fixed[key] !== undefined);
  return Object.keys(value).filter((key) => value[key] !== undefined).length === members.length && members.every((member) => Object.hasOwn(value, member) && sameValue(value[member], fixed[member]));
}
/** At least what `pattern[x]` holds: ElementDefinition, "must contain the pattern"; each array element of the pattern is found in some element of the value. */
export function containsPattern(value: Json | undefined, pattern: Json | undefined): boolean {
  if (value === pattern) return true;
  if (Array.isArray(pattern)) return Array.isArray(value) && pattern.every((wanted) => value.some((one) => containsPattern(one, wanted)));
  if (!isObject(pattern) || !isObject(value)) return false;
  return Object.keys(pattern).every((member) => pattern[member] === undefined || (Object.hasOwn(value, member) && containsPattern(value[member], pattern[member])));
}
/** Step and value of the first difference, for a finding: `coding.code = "8480-6"`. */
export function firstDifference(value: Json | undefined, wanted: Json | undefined, exact: boolean, at = ''): { readonly at: string; readonly wanted: Json | undefined; readonly found: Json | undefined } | null {
  if (exact ? sameValue(value, wanted) : containsPattern(value, wanted)) return null;
  if (isObject(wanted) && isObject(value)) {
    for (const member of Object.keys(wanted)) {
      const inner = firstDifference(value[member], wanted[member], exact, at === '' ? member : `${at}.${member}`);
      if (inner !== null) return inner;
    }
  }
  if (Array.isArray(wanted) && Array.isArray(value) && wanted.length === 1 && value.length === 1) return firstDifference(value[0], wanted[0], exact, at);
  return { at, wanted, found: value };
}
