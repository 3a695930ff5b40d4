/**
 * Numbers keep the text that they had in the message: `1.50`, `1E2`, `9007199254740993`. JavaScript numbers cannot hold it,
 * and FHIR says that the precision of a decimal has meaning (STU3 and R4, Data Types, decimal). The text stands beside the
 * object that holds the number, so that resources stay plain JSON; a copy of the object has no texts of its own.
 */
const texts = new WeakMap<object, Map<string | number, string>>();

/** Remembers the text of `container[key]`. Nothing is kept when the number says the same by itself. */
export function setLexical(container: object, key: string | number, text: string): void {
  const known = texts.get(container);
  if (text === String((container as Record<string | number, unknown>)[key])) { known?.delete(key); return; }
  if (known !== undefined) known.set(key, text); else texts.set(container, new Map([[key, text]]));
}

export function forgetLexical(container: object, key: string | number): void { texts.get(container)?.delete(key); }

/** Text of the number at `container[key]` as it stood in the message, or `undefined` when `String(number)` is that text. */
export function lexicalOf(container: object, key: string | number): string | undefined {
  return texts.get(container)?.get(key);
}

/** Text of a number, kept or made. */
export const numberText = (container: object, key: string | number, value: number): string => lexicalOf(container, key) ?? String(value);

/** A number as JSON writes it. */
export const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
