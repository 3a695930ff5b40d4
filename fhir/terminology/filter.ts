import type { ValueSetPart } from '../definitions/terminology.ts';
import type { SystemView } from './system-view.ts';

export type Filter = NonNullable<ValueSetPart['filters']>[number];

/** Patterns come from packages. Groups that repeat, back references and many repeats could run for ever on a long code: those are not evaluated. */
const risky = /\)[*+{]|\\\d|\(\?[<=!]/;
const mostRepeats = 3;
const longestCode = 200;
export type Matcher = (text: string) => boolean | null;
/** Matches the whole of a text; null for a text that is too long to try. Null instead when the pattern is not one that may be tried. */
export function safeMatcher(pattern: string): Matcher | null {
  if (pattern.length > 200 || risky.test(pattern) || (pattern.match(/[*+]|\{\d+,/g)?.length ?? 0) > mostRepeats) return null;
  let regex: RegExp;
  try { regex = new RegExp(`^(?:${pattern})$`, 'u'); } catch { return null; }
  return (text) => text.length > longestCode ? null : regex.test(text);
}
const list = (value: string): string[] => value.split(',').map((one) => one.trim()).filter((one) => one !== '');
const aboutCode = new Set(['concept', 'code']);

/**
 * Filters that can be judged by the code alone, whatever the system: FHIR, ValueSet, "Filters" and FilterOperator; a regex covers the whole code.
 * Undefined when it takes the system to tell.
 */
export function filterByCode({ property, op, value }: Filter): Matcher | undefined {
  return op === 'regex' && aboutCode.has(property) ? safeMatcher(value) ?? (() => null) : undefined;
}

/**
 * Codes of a complete system, folded, that a filter selects; null when that can't be computed from the facts at hand:
 * the value is not a code of the system, the property is not among the facts, or the operation is unknown.
 */
export function selected(view: SystemView, filter: Filter): ReadonlySet<string> | null {
  const { property, op, value } = filter;
  if (aboutCode.has(property) || (property === '' && hierarchical.has(op))) return selectedByCode(view, op, value);
  if (property === 'parent' && op === '=') return known(view, value) ? only(view, (code) => isDirectParent(view, code, value)) : null;
  return selectedByProperty(view, property, op, value);
}
const hierarchical = new Set(['is-a', 'descendent-of', 'is-not-a', 'generalizes']);
const known = (view: SystemView, code: string): boolean => view.get(code) !== undefined;

function selectedByCode(view: SystemView, op: string, value: string): ReadonlySet<string> | null {
  switch (op) {
    case 'is-a': return known(view, value) ? view.below(value).add(view.fold(value)) : null;
    case 'descendent-of': return known(view, value) ? view.below(value) : null;
    case 'is-not-a': {
      if (!known(view, value)) return null;
      const under = view.below(value).add(view.fold(value));
      return only(view, (code) => !under.has(code));
    }
    case 'generalizes': return known(view, value) ? view.above(value).add(view.fold(value)) : null;
    case '=': return only(view, (code) => code === view.fold(value));
    case 'in': { const codes = new Set(list(value).map((one) => view.fold(one))); return only(view, (code) => codes.has(code)); }
    case 'not-in': { const codes = new Set(list(value).map((one) => view.fold(one))); return only(view, (code) => !codes.has(code)); }
    default: return null;
  }
}
function selectedByProperty(view: SystemView, property: string, op: string, value: string): ReadonlySet<string> | null {
  let carried = false;
  for (const one of view.codes()) if (one.properties !== undefined && Object.hasOwn(one.properties, property)) { carried = true; break; }
  // Properties of other types (dates, numbers, codings) are not among the facts: a property that no code carries may be one of those.
  if (!carried) return null;
  const valueOf = (properties: Readonly<Record<string, string>> | undefined): string | undefined => properties !== undefined && Object.hasOwn(properties, property) ? properties[property] : undefined;
  switch (op) {
    case '=': return only(view, (_, facts) => valueOf(facts.properties) === value);
    case 'in': { const values = new Set(list(value)); return only(view, (_, facts) => values.has(valueOf(facts.properties) ?? '\u0000')); }
    case 'not-in': { const values = new Set(list(value)); return only(view, (_, facts) => !values.has(valueOf(facts.properties) ?? '\u0000')); }
    case 'exists': return value === 'true' || value === 'false' ? only(view, (_, facts) => (valueOf(facts.properties) !== undefined) === (value === 'true')) : null;
    case 'regex': {
      const matcher = safeMatcher(value);
      if (matcher === null) return null;
      let tooLong = false;
      const found = only(view, (_, facts) => {
        const own = valueOf(facts.properties);
        const matches = own === undefined ? false : matcher(own);
        tooLong ||= matches === null;
        return matches === true;
      });
      return tooLong ? null : found;
    }
    default: return null;
  }
}
function only(view: SystemView, keep: (code: string, facts: { readonly code: string; readonly properties?: Readonly<Record<string, string>> }) => boolean): Set<string> {
  const found = new Set<string>();
  for (const facts of view.codes()) {
    const code = view.fold(facts.code);
    if (keep(code, facts)) found.add(code);
  }
  return found;
}
function isDirectParent(view: SystemView, code: string, parent: string): boolean {
  const facts = view.get(code)!;
  return [facts.parent, ...facts.alsoUnder ?? []].some((one) => one !== undefined && view.fold(one) === view.fold(parent));
}
