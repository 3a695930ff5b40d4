import type { ElementFacts } from '../definitions/structure.ts';

/**
 * Elements of a published STU3 snapshot with `valueQuantity` instead of `value[x]` as R4 has them: the choice under its own name,
 * limited to that type. Beside a `value[x]` of its own it is a slice of that.
 */
export function withoutShortChoices(elements: readonly ElementFacts[]): readonly ElementFacts[] {
  const ids = new Set(elements.map((element) => element.id));
  /** Path and id of each renamed element, and what they become. */
  const renamed: { readonly path: string; readonly id: string; readonly newPath: string; readonly newId: string }[] = [];
  let changed = false;
  const result = elements.map((element) => {
    const above = renamed.findLast((one) => element.path.startsWith(`${one.path}.`));
    const path = above === undefined ? element.path : above.newPath + element.path.slice(above.path.length);
    const id = above === undefined ? element.id : above.newId + element.id.slice(above.id.length);
    const choice = element.base?.path.slice(element.base.path.lastIndexOf('.') + 1);
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (choice === undefined || !choice.endsWith('[x]') || name.endsWith('[x]') || !name.startsWith(choice.slice(0, -3))) {
      if (above === undefined) return element;
      changed = true;
      return { ...element, id, path };
    }
    changed = true;
    const { sliceName, ...rest } = element;
    const newPath = path.slice(0, -name.length) + choice;
    const whole = parentOf(id, name, choice) + choice;
    const isSlice = ids.has(parentOf(element.id, name, choice) + choice);
    const newId = whole + (isSlice ? `:${sliceName ?? name}` : '');
    renamed.push({ path: element.path, id: element.id, newPath, newId });
    return { ...rest, id: newId, path: newPath, ...(isSlice && { sliceName: sliceName ?? name }) };
  });
  return changed ? result : elements;
}
/** The id up to its last segment, which is the name in the path or that of the choice, perhaps with a slice. */
const parentOf = (id: string, name: string, choice: string): string => id.slice(0, Math.max(id.lastIndexOf(`.${name}`), id.lastIndexOf(`.${choice}`)) + 1);
