import type { BindingFacts, ConstraintFacts, ElementFacts, SlicingFacts, Structure, TypeFacts, TypedValue } from '../definitions/structure.ts';
import type { BasePlans } from './base-plan.ts';
import { stepsOf } from './element-tree.ts';
import type { SnapshotsPort } from './snapshots-port.ts';
import type { Asker } from './session.ts';
import type { SliceMatcher } from './discriminators.ts';

/** What a profile asks of one element beyond the specification's own definition; what it only repeats is left out. */
export class ProfileNode {
  readonly name: string;
  readonly slice: string | undefined;
  element: ElementFacts | undefined;
  readonly children = new Map<string, ProfileNode>();
  readonly slices: ProfileNode[] = [];
  slicing: SlicingFacts | undefined;
  min = 0;
  max = Infinity;
  /** Types allowed, when fewer than base allows. */
  types: readonly TypeFacts[] | undefined;
  /** Any of these has profiles or targets beyond base. */
  narrowed: readonly TypeFacts[] | undefined;
  fixed: TypedValue | undefined;
  pattern: TypedValue | undefined;
  minValue: TypedValue | undefined;
  maxValue: TypedValue | undefined;
  maxLength: number | undefined;
  binding: BindingFacts | undefined;
  constraints: readonly ConstraintFacts[] = [];
  /** Made at the first use (`discriminators.ts`). */
  matchers: readonly SliceMatcher[] | undefined;
  asker!: Asker;
  active = false;
  constructor(name: string, slice: string | undefined) { this.name = name; this.slice = slice; }
}
export interface ProfilePlan { readonly structure: Structure; readonly canonical: string; readonly root: ProfileNode; readonly notTested: ReadonlyMap<string, string> }
export type PlanAnswer =
  | { readonly kind: 'ok'; readonly plan: ProfilePlan }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'broken'; readonly why: string };

/** Plans of profiles, each made when it is first asked for. */
export class ProfilePlans {
  private readonly snapshots: SnapshotsPort;
  private readonly base: BasePlans;
  private readonly made = new Map<string, PlanAnswer>();
  constructor(snapshots: SnapshotsPort, base: BasePlans) { this.snapshots = snapshots; this.base = base; }

  of(canonical: string): PlanAnswer {
    let answer = this.made.get(canonical);
    if (answer !== undefined) return answer;
    const snapshot = this.snapshots.of(canonical);
    // A canonical of a message that nobody knows is not remembered: messages must not fill the memory.
    if (snapshot.kind === 'unknown') return snapshot;
    answer = snapshot.kind === 'broken' ? { kind: 'broken', why: snapshot.why } : { kind: 'ok', plan: this.build(snapshot.structure, new Map(snapshot.notTested.map((one) => [one.element, one.canonical]))) };
    this.made.set(canonical, answer);
    return answer;
  }
  private build(structure: Structure, notTested: ReadonlyMap<string, string>): ProfilePlan {
    const canonical = structure.version === undefined ? structure.url : `${structure.url}|${structure.version}`;
    const elements = structure.snapshot ?? [];
    const root = new ProfileNode(elements[0]?.path ?? structure.type, undefined);
    this.fill(root, elements[0] ?? { id: structure.type, path: structure.type }, canonical);
    for (const element of elements.slice(1)) this.fill(nodeAt(root, element), element, canonical);
    finish(root, canonical);
    return { structure, canonical, root, notTested };
  }
  private fill(node: ProfileNode, element: ElementFacts, canonical: string): void {
    node.element = element;
    // What is asked of an element inside a slice is asked by that slice.
    const slice = node.slice ?? stepsOf(element).findLast((step) => step.slice !== undefined)?.slice;
    node.asker = { profile: canonical, element: element.id, ...(slice !== undefined && { slice }) };
    node.slicing = element.slicing ?? node.slicing;
    const base = element.base === undefined ? null : this.base.element(element.base.path);
    const own = base?.element;
    // A slice has a minimum and maximum of its own; an element is compared with base.
    if (node.slice !== undefined || base === null || (element.min ?? 0) > base.min) node.min = element.min ?? 0;
    const max = element.max === undefined || element.max === '*' ? Infinity : element.max;
    if (node.slice !== undefined || base === null || max < base.max) node.max = max;
    node.fixed = element.fixed;
    node.pattern = element.pattern;
    node.minValue = own !== undefined && same(own.minValue, element.minValue) ? undefined : element.minValue;
    node.maxValue = own !== undefined && same(own.maxValue, element.maxValue) ? undefined : element.maxValue;
    node.maxLength = own?.maxLength === element.maxLength ? undefined : element.maxLength;
    node.binding = own !== undefined && same(own.binding, element.binding) ? undefined : weighs(element.binding);
    const inherited = [...own?.constraints ?? [], ...(element.types ?? []).flatMap((type) => this.base.type(type.code)?.constraints ?? [])];
    node.constraints = (element.constraints ?? []).filter((one) => !inherited.some((other) => other.key === one.key && (other.expression === one.expression || isSpecKey(one.key))));
    const types = element.types ?? [];
    if (types.length > 0 && (base === null || (own?.types ?? []).some((type) => !types.some((one) => one.code === type.code)))) node.types = types;
    if (types.some((type) => narrows(type, own?.types?.find((one) => one.code === type.code)))) node.narrowed = types;
  }
}
/** Keys of the data types' own rules: some published profiles repeat the key with another text. */
const isSpecKey = (key: string): boolean => /^(ref|qty|rat|per|rng|att|cpt|txt|tim|ele|ext)-\d+$/.test(key);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const weighs = (binding: BindingFacts | undefined): BindingFacts | undefined =>
  (binding === undefined || ((binding.strength === 'preferred' || binding.strength === 'example') && binding.maxValueSet === undefined) ? undefined : binding);
function narrows(type: TypeFacts, base: TypeFacts | undefined): boolean {
  if (type.profiles !== undefined && !same(type.profiles, base?.profiles)) return true;
  if (type.targets !== undefined && !same([...type.targets].sort(), [...base?.targets ?? []].sort())) return true;
  return type.aggregation !== undefined && !same(type.aggregation, base?.aggregation);
}
function nodeAt(root: ProfileNode, element: ElementFacts): ProfileNode {
  let node = root;
  for (const step of stepsOf(element)) {
    let child = node.children.get(step.name);
    if (child === undefined) node.children.set(step.name, child = new ProfileNode(step.name, undefined));
    node = step.slice === undefined ? child : sliceAt(child, step.slice);
  }
  return node;
}
/** Slice `a/b` stands inside slice `a` when that is sliced again. */
function sliceAt(head: ProfileNode, slice: string): ProfileNode {
  const known = head.slices.find((one) => one.slice === slice);
  if (known !== undefined) return known;
  const outer = head.slices.find((one) => slice.startsWith(`${one.slice}/`));
  if (outer !== undefined) return sliceAt(outer, slice);
  const made = new ProfileNode(head.name, slice);
  head.slices.push(made);
  return made;
}
/** Marks what has anything to check, and gives nodes without an element of their own a name for findings. */
function finish(node: ProfileNode, canonical: string): boolean {
  node.asker ??= { profile: canonical, element: node.name, ...(node.slice !== undefined && { slice: node.slice }) };
  let below = false;
  for (const child of node.children.values()) below = finish(child, canonical) || below;
  for (const slice of node.slices) below = finish(slice, canonical) || below;
  const closed = node.slicing !== undefined && (node.slicing.rules !== 'open' || node.slicing.ordered) && node.slices.length > 0;
  const own = node.min > 0 || node.max < Infinity || node.types !== undefined || node.narrowed !== undefined || node.fixed !== undefined || node.pattern !== undefined || node.minValue !== undefined
    || node.maxValue !== undefined || node.maxLength !== undefined || node.binding !== undefined || node.constraints.length > 0;
  node.active = below || own || closed;
  return node.active;
}
