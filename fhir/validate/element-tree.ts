import type { ElementFacts } from '../definitions/structure.ts';

/** A step of an element id: `component`, with the slices inside slices that it names: `a/b` → `['a', 'a/b']`. */
export interface IdStep { readonly name: string; readonly slice?: string }

/** Steps of an element's id below the root, read along its path so that dots in slice names do no harm. */
export function stepsOf(element: ElementFacts): IdStep[] {
  const names = element.path.split('.');
  const steps: IdStep[] = [];
  let rest = element.id;
  for (const [index, name] of names.entries()) {
    if (!rest.startsWith(name)) return fromPath(element, names);
    rest = rest.slice(name.length);
    let slice: string | undefined;
    if (rest.startsWith(':')) {
      const next = names[index + 1];
      const end = next === undefined ? rest.length : endOfSlice(rest, next);
      slice = rest.slice(1, end);
      rest = rest.slice(end);
    }
    if (index > 0) steps.push({ name: plain(name), ...(slice !== undefined && { slice }) });
    if (rest.startsWith('.')) rest = rest.slice(1);
  }
  return steps;
}
function endOfSlice(rest: string, next: string): number {
  for (let at = rest.indexOf(`.${next}`); at !== -1; at = rest.indexOf(`.${next}`, at + 1)) {
    const after = rest[at + next.length + 1];
    if (after === undefined || after === '.' || after === ':') return at;
  }
  return rest.length;
}
const plain = (name: string): string => (name.endsWith('[x]') ? name.slice(0, -3) : name);
function fromPath(element: ElementFacts, names: readonly string[]): IdStep[] {
  return names.slice(1).map((name, index, all) => ({ name: plain(name), ...(index === all.length - 1 && element.sliceName !== undefined && { slice: element.sliceName }) }));
}
