import type { ElementFacts } from '../definitions/structure.ts';

/**
 * An element of a snapshot with its children, so that they can be walked instead of searched. Nodes are shared between
 * snapshots and never changed; in a tree that is still being made, `id` and `path` of a borrowed node are those of where it came from.
 */
export interface ElementNode {
  readonly element: ElementFacts;
  /** Children that are no slices, in order. Empty: the snapshot does not open this element, its content is that of its type. */
  readonly children: readonly ElementNode[];
  /** Slices of this element in order, those of a slice (`a/b`) right behind it (`a`). Only on elements that are no slices themselves. */
  readonly slices: readonly ElementNode[];
}

interface Growing { readonly element: ElementFacts; readonly children: Growing[]; readonly slices: Growing[] }

/** Last segment of the path: `value[x]`. */
export const nameOf = (element: ElementFacts): string => element.path.slice(element.path.lastIndexOf('.') + 1);

/** The tree of a snapshot's elements, which stand in order, parents before children. @throws {TypeError} when there is none, or one stands outside its parent */
export function treeOf(elements: readonly ElementFacts[]): ElementNode {
  const first = elements[0];
  if (first === undefined) throw new TypeError('a snapshot without elements');
  const root: Growing = { element: first, children: [], slices: [] };
  const line: Growing[] = [root];
  for (const element of elements.slice(1)) {
    const depth = element.path.split('.').length - 1;
    const parent = line[depth - 1];
    if (depth === 0 || parent === undefined || !element.path.startsWith(`${parent.element.path}.`)) throw new TypeError(`${element.id} stands outside its parent`);
    line.length = depth;
    const node: Growing = { element, children: [], slices: [] };
    line.push(node);
    const name = nameOf(element);
    const whole = element.sliceName === undefined ? undefined : parent.children.find((one) => nameOf(one.element) === name);
    if (whole === undefined) parent.children.push(node); else whole.slices.push(node);
  }
  return root;
}

/** The list of elements of a tree, ids and paths made anew from names and slices. @throws {RangeError} beyond `limit` elements */
export function elementsOf(root: ElementNode, limit: number, name: string = root.element.path): ElementFacts[] {
  const elements: ElementFacts[] = [];
  const add = (node: ElementNode, path: string, id: string): void => {
    if (elements.length === limit) throw new RangeError(`more than ${limit} elements`);
    elements.push({ ...node.element, id, path });
    for (const child of node.children) {
      const own = nameOf(child.element);
      add(child, `${path}.${own}`, `${id}.${own}`);
      for (const slice of child.slices) add(slice, `${path}.${own}`, `${id}.${own}:${slice.element.sliceName}`);
    }
  };
  add(root, name, name);
  return elements;
}
