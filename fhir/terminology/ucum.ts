/** What a unit is made of: its symbols with prefix and all, `mg`, `mm[Hg]`, `10*`; `null` when it is not well-formed. */
export type UnitSymbols = ReadonlySet<string> | null;

const printable = /^[\u0021-\u007e]+$/;
const digits = /\d+/y;
/** `10*` and `10^` are symbols; else letters and marks, with bracketed parts whole. */
const symbol = /10[*^]|(?:[A-Za-z%'"*^_]|\[[^\[\]{}]*\])+/y;
const exponent = /[+-]?\d+/y;
const annotation = /\{[^{}]*\}/y;
const longest = 200;

/**
 * Symbols of a UCUM unit in its case sensitive form (The Unified Code for Units of Measure, section 2, grammar).
 * More lenient than the grammar where FHIR's own list of common units is: spaces in annotations, annotations after numbers and parentheses.
 * Whether a symbol exists is not judged here.
 */
export function unitSymbols(unit: string): UnitSymbols {
  if (unit === '' || unit.length > longest) return null;
  if (!printable.test(unit.replace(/\{[^{}]*\}/g, '{}'))) return null;
  const symbols = new Set<string>();
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(unit)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  function term(depth: number): boolean {
    if (unit[at] === '/') at += 1;
    for (;;) {
      if (!component(depth)) return false;
      if (unit[at] !== '.' && unit[at] !== '/') return true;
      at += 1;
    }
  }
  function component(depth: number): boolean {
    if (unit[at] === '(') {
      if (depth > 20) return false;
      at += 1;
      if (!term(depth + 1) || unit[at] !== ')') return false;
      at += 1;
      take(exponent);
      take(annotation);
      return true;
    }
    const name = take(symbol);
    if (name !== null) {
      symbols.add(name);
      take(exponent);
      take(annotation);
      return true;
    }
    const number = take(digits);
    return take(annotation) !== null || number !== null;
  }
  return term(0) && at === unit.length ? symbols : null;
}
