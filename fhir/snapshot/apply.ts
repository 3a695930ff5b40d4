import type { Definitions } from '../definitions/definitions.ts';
import type { ElementFacts, SlicingFacts } from '../definitions/structure.ts';
import { choiceOf, isChoice } from './choice.ts';
import type { DiffNode } from './differential.ts';
import { nameOf, type ElementNode } from './element-node.ts';
import type { SnapshotIssue, SnapshotIssueCode } from './issue.ts';
import { merge, mergeFromWhole } from './merge.ts';
import type { TypeKnowledge } from './merge-types.ts';
import { contentOf, type Sources } from './open.ts';
import { planChoice } from './plan-choice.ts';

/** What applying a differential works with. */
export interface Workshop {
  readonly definitions: Definitions;
  readonly knowledge: TypeKnowledge;
  readonly sources: Sources;
  /** New elements are allowed: the differential defines a type and constrains none. */
  readonly specialization: boolean;
  readonly issues: SnapshotIssue[];
}
/** Something that a differential says of one element: of the whole, or of a slice of it. */
export interface Item { readonly diff: DiffNode; readonly slice?: string; readonly type?: string }
type SliceItem = Item & { readonly slice: string };

/** A node after a differential. `id` is that of the node in the snapshot that is being made. */
export function applyDifferential(shop: Workshop, node: ElementNode, diff: DiffNode, id: string): ElementNode {
  return applyChildren(shop, { ...node, element: applyFacts(shop, node.element, diff, id) }, diff.children, id);
}

function applyFacts(shop: Workshop, element: ElementFacts, diff: DiffNode, id: string): ElementFacts {
  if (diff.facts.length > 1) shop.issues.push({ code: 'repeated-element', element: id, detail: `${diff.facts.length}` });
  return diff.facts.reduce((before, facts) => merge(before, facts, shop.knowledge, teller(shop, id)), element);
}
const teller = (shop: Workshop, element: string) => (code: SnapshotIssueCode, detail: string): void => { shop.issues.push({ code, element, detail }); };

function applyChildren(shop: Workshop, node: ElementNode, diffs: readonly DiffNode[], id: string): ElementNode {
  if (diffs.length === 0) return node;
  let { children } = node;
  if (diffs.some((diff) => placeOf(shop, children, diff) === null)) children = withContent(children, opened(shop, node.element, id));
  const items = new Map<string, Item[]>();
  for (const diff of diffs) {
    const place = placeOf(shop, children, diff);
    if (place === null) {
      if (shop.specialization) children = [...children, { element: newElement(diff, id), children: [], slices: [] }];
      else { shop.issues.push({ code: 'unknown-element', element: `${id}.${diff.name}`, detail: diff.name }); continue; }
    }
    const { name, item } = place ?? { name: diff.name, item: { diff, slice: diff.slice } };
    const known = items.get(name);
    if (known === undefined) items.set(name, [item]); else known.push(item);
  }
  return { ...node, children: children.map((child) => { const own = items.get(nameOf(child.element)); return own === undefined ? child : applyItems(shop, child, own, `${id}.${nameOf(child.element)}`); }) };
}
const opened = (shop: Workshop, element: ElementFacts, id: string): readonly ElementNode[] => contentOf(element, shop.sources, teller(shop, id))?.children ?? [];
/** A base may have opened an element while it still had several types: what its one type brings is put beside that, in the order of the type. */
function withContent(children: readonly ElementNode[], content: readonly ElementNode[]): readonly ElementNode[] {
  const known = new Map(children.map((child) => [nameOf(child.element), child]));
  return [...content.map((child) => known.get(nameOf(child.element)) ?? child), ...children.filter((child) => !content.some((one) => nameOf(one.element) === nameOf(child.element)))];
}
const newElement = (diff: DiffNode, parent: string): ElementFacts => {
  const [facts] = diff.facts;
  const path = `${parent}.${diff.name}`;
  const min = facts?.min ?? 0;
  const max = facts?.max ?? '*';
  return { id: path, path, min, max, base: { path, min, max } };
};

/** The child that a node of the differential speaks of, by its name or by a choice with the type in the name. */
function placeOf(shop: Workshop, children: readonly ElementNode[], diff: DiffNode): { readonly name: string; readonly item: Item } | null {
  const names = children.map((child) => nameOf(child.element));
  if (names.includes(diff.name)) return { name: diff.name, item: { diff, ...(diff.slice !== undefined && { slice: diff.slice }) } };
  const choice = choiceOf(diff.name, names, (type) => shop.definitions.type(type) !== null);
  return choice === null ? null : { name: choice.choice, item: { diff, slice: diff.slice ?? diff.name, type: choice.type } };
}

function applyItems(shop: Workshop, whole: ElementNode, given: readonly Item[], id: string): ElementNode {
  const items = isChoice(nameOf(whole.element)) ? planChoice(shop, whole, given, id) : given;
  const own = items.filter((item) => item.slice === undefined);
  let result = whole;
  for (const item of own) {
    const before = item.type === undefined ? result : { ...result, element: merge(result.element, { id, path: id, types: [{ code: item.type }] }, shop.knowledge, teller(shop, id)) };
    result = applyDifferential(shop, before, item.diff, id);
  }
  const slices = new Map<string, ElementNode>();
  for (const slice of whole.slices) slices.set(slice.element.sliceName!, own.reduce((before, item) => fromWhole(shop, before, item.diff), slice));
  for (const item of items) if (item.slice !== undefined) slices.set(item.slice, applySlice(shop, result, slices, item as SliceItem, id));
  return { ...result, slices: inOrder(slices), element: slices.size > 0 ? withSlicing(shop, result.element, id) : result.element };
}

/** What a differential says of a whole, for a slice that the base has; also of its children where the base has opened them. */
function fromWhole(shop: Workshop, slice: ElementNode, diff: DiffNode): ElementNode {
  const silent: Workshop = { ...shop, issues: [] };
  const element = diff.facts.reduce((before, facts) => mergeFromWhole(before, facts, shop.knowledge), slice.element);
  if (slice.children.length === 0) return { ...slice, element };
  return applyChildren(silent, { ...slice, element }, diff.children, slice.element.id);
}

function applySlice(shop: Workshop, whole: ElementNode, slices: ReadonlyMap<string, ElementNode>, item: SliceItem, id: string): ElementNode {
  const outer = outerName(item.slice, slices);
  const from = slices.get(item.slice) ?? newSlice(shop, outer === undefined ? whole : slices.get(outer)!, item);
  return applyDifferential(shop, from, item.diff, `${id}:${item.slice}`);
}
/** The nearest slice that a slice of a slice is of: `a/b` or else `a` of `a/b/c`. */
function outerName(name: string, slices: ReadonlyMap<string, unknown>): string | undefined {
  for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) if (slices.has(name.slice(0, end))) return name.slice(0, end);
  return undefined;
}
/** Slices in the order in which they were first named, those of a slice right behind it. */
function inOrder(slices: ReadonlyMap<string, ElementNode>): ElementNode[] {
  const inner = new Map<string | undefined, string[]>();
  for (const name of slices.keys()) {
    const outer = outerName(name, slices);
    const names = inner.get(outer);
    if (names === undefined) inner.set(outer, [name]); else names.push(name);
  }
  const listed = (outer?: string): ElementNode[] => (inner.get(outer) ?? []).flatMap((name) => [slices.get(name)!, ...listed(name)]);
  return listed();
}

/** A slice begins as the element that it is a slice of, with a minimum of its own: that of the whole need not be met by each slice. */
function newSlice(shop: Workshop, from: ElementNode, item: SliceItem): ElementNode {
  const { slicing, ...facts } = from.element;
  const type = item.type ?? typeOfSlice(shop, from.element, item);
  const types = type === undefined ? [] : (facts.types ?? []).filter((one) => shop.knowledge.lineage(type).includes(one.code));
  return { element: { ...facts, sliceName: item.slice, min: 0, ...(types.length > 0 && { types }) }, children: from.children, slices: [] };
}
/** A slice of a choice that is named after a type is for that type: `valueQuantity` (FHIR-12259; FHIR R4, ElementDefinition.sliceName). */
function typeOfSlice(shop: Workshop, whole: ElementFacts, item: SliceItem): string | undefined {
  const name = nameOf(whole);
  if (!isChoice(name) || item.diff.facts.some((facts) => facts.types !== undefined)) return undefined;
  return choiceOf(item.slice, [name], () => true)?.type;
}

/** Slices need a slicing; extensions are sliced by url and choices by type without saying so (FHIR R4 and STU3, Profiling, "Slicing"). */
function withSlicing(shop: Workshop, element: ElementFacts, id: string): ElementFacts {
  if (element.slicing !== undefined && element.slicing.discriminators.length > 0) return element;
  const implied = implicitDiscriminators(nameOf(element));
  if (implied === null && element.slicing === undefined) shop.issues.push({ code: 'slicing-missing', element: id, detail: nameOf(element) });
  return { ...element, slicing: { rules: 'open', ordered: false, ...element.slicing, discriminators: implied ?? [] } };
}
function implicitDiscriminators(name: string): SlicingFacts['discriminators'] | null {
  if (name === 'extension' || name === 'modifierExtension') return [{ type: 'value', path: 'url' }];
  return isChoice(name) ? [{ type: 'type', path: '$this' }] : null;
}
