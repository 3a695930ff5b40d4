import type { ElementFacts } from '../definitions/structure.ts';

/** A differential as a tree, whatever the order of its elements: what stands between is there without facts. */
export interface DiffNode {
  /** Segment of the path: `component`, `value[x]`, `valueQuantity`. */
  readonly name: string;
  readonly slice?: string;
  readonly facts: readonly ElementFacts[];
  readonly children: readonly DiffNode[];
}
/** One segment of an element's id. */
export interface Step { readonly name: string; readonly slice?: string }

/**
 * Steps from the root to an element, from its id along its path, so that dots in slice names do no harm:
 * `Observation.component:a.value[x]` → `Observation`, `component:a`, `value[x]`.
 * The name is that of the path, also where the id names the choice: `value[x]:valueQuantity` on `…valueQuantity` → `valueQuantity:valueQuantity`.
 */
export function stepsOf(element: ElementFacts): readonly Step[] {
  const names = element.path.split('.');
  let rest = element.id;
  const steps: Step[] = [];
  for (const [index, name] of names.entries()) {
    const segment = head(rest, names[index + 1]);
    rest = rest.slice(segment.length + 1);
    const colon = segment.indexOf(':');
    const slice = colon === -1 ? undefined : segment.slice(colon + 1);
    steps.push(slice === undefined ? { name } : { name, slice });
  }
  const last = steps[steps.length - 1]!;
  const own = element.sliceName;
  if (last.slice === undefined && own !== undefined && steps.length > 1) steps[steps.length - 1] = { ...last, slice: own };
  return steps;
}
/** The first segment of an id: up to the dot before the next name, with or without its slice or as the choice that it is of. */
function head(id: string, next: string | undefined): string {
  if (next === undefined) return id;
  for (let dot = id.indexOf('.'); dot !== -1; dot = id.indexOf('.', dot + 1)) {
    const name = id.slice(dot + 1).split(/[.:]/, 1)[0]!;
    if (name === next || (name.endsWith('[x]') && next.startsWith(name.slice(0, -3)))) return id.slice(0, dot);
  }
  return id;
}

interface Growing { readonly name: string; readonly slice?: string; readonly facts: ElementFacts[]; readonly children: Growing[]; readonly byName: Map<string, Growing> }

const growing = (step: Step): Growing => ({ ...step, facts: [], children: [], byName: new Map() });

/** The tree of a differential; null when it is empty. Elements that stand more than once keep all their facts. */
export function differentialTree(elements: readonly ElementFacts[]): DiffNode | null {
  const first = elements[0];
  if (first === undefined) return null;
  const root = growing({ name: first.path.split('.')[0]! });
  for (const element of elements) {
    let node = root;
    for (const step of stepsOf(element).slice(1)) {
      const key = step.slice === undefined ? step.name : `${step.name}:${step.slice}`;
      let child = node.byName.get(key);
      if (child === undefined) { child = growing(step); node.children.push(child); node.byName.set(key, child); }
      node = child;
    }
    node.facts.push(element);
  }
  return root;
}
