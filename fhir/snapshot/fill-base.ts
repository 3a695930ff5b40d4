import type { ElementFacts } from '../definitions/structure.ts';
import { choiceOf } from './choice.ts';
import { nameOf, type ElementNode } from './element-node.ts';
import { contentOf, type Sources } from './open.ts';

/**
 * Elements of a published snapshot with the cardinality and base facts that STU3 allows it to leave out (STU3, ElementDefinition.base),
 * as the specification has them for the type. `isType` tells whether a FHIR type of that name exists.
 */
export function withBase(elements: readonly ElementFacts[], type: string, sources: Sources, isType: (type: string) => boolean): readonly ElementFacts[] {
  if (elements.every(isWhole)) return elements;
  const root = sources.type(type);
  return elements.map((element) => {
    if (isWhole(element)) return element;
    const found = element.base ?? elementAt(element.path, root, sources, isType)?.base ?? { path: element.path, min: 0, max: '*' };
    return { ...element, min: element.min ?? found.min, max: element.max ?? found.max, base: found };
  });
}
const isWhole = ({ min, max, base }: ElementFacts): boolean => min !== undefined && max !== undefined && base !== undefined;

function elementAt(path: string, root: ElementNode | null, sources: Sources, isType: (type: string) => boolean): ElementFacts | undefined {
  let node = root;
  for (const name of path.split('.').slice(1)) {
    if (node === null) return undefined;
    const children = node.children.length > 0 ? node.children : contentOf(node.element, sources)?.children ?? [];
    const called = (wanted: string): ElementNode | null => children.find((child) => nameOf(child.element) === wanted) ?? null;
    const choice = choiceOf(name, children.map((child) => nameOf(child.element)), isType);
    const whole = choice === null ? null : called(choice.choice);
    node = called(name) ?? (whole === null ? null : { ...whole, element: { ...whole.element, types: [{ code: choice!.type }] } });
  }
  return node?.element;
}
