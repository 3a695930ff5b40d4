import { typeOfSuffix } from '../definitions/normalise.ts';

/** Whether a name is of a choice of types: `value[x]`. */
export const isChoice = (name: string): boolean => name.endsWith('[x]');

/** Name of a choice element for one type: `value[x]` and `dateTime` → `valueDateTime`. */
export const typedName = (choice: string, type: string): string => choice.slice(0, -3) + type[0]!.toUpperCase() + type.slice(1);

/**
 * The choice that a name with a type in it belongs to (`valueQuantity` → `value[x]`, `Quantity`), among the names of an element's
 * children; null when there is none. `isType` tells whether a FHIR type of that name exists.
 */
export function choiceOf(name: string, names: readonly string[], isType: (type: string) => boolean): { readonly choice: string; readonly type: string } | null {
  let found: { choice: string; type: string } | null = null;
  for (const choice of names) {
    if (!isChoice(choice) || !name.startsWith(choice.slice(0, -3)) || (found !== null && found.choice.length > choice.length)) continue;
    const suffix = name.slice(choice.length - 3);
    if (!/^[A-Z]/.test(suffix)) continue;
    const type = typeOfSuffix(suffix);
    if (isType(type)) found = { choice, type };
  }
  return found;
}
