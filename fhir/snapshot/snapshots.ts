import type { Definitions } from '../definitions/definitions.ts';
import type { ElementFacts, Structure } from '../definitions/structure.ts';
import { applyDifferential, type Workshop } from './apply.ts';
import { differentialTree } from './differential.ts';
import { elementsOf, treeOf, type ElementNode } from './element-node.ts';
import type { SnapshotIssue } from './issue.ts';
import type { TypeKnowledge } from './merge-types.ts';
import { withBase } from './fill-base.ts';
import { notTestedOf, type NotTested } from './not-tested.ts';
import { contentOf, type Sources } from './open.ts';
import { withoutShortChoices } from './short-choices.ts';
import { lineageOf } from './type-lineage.ts';

export type SnapshotResult =
  | {
    readonly kind: 'ok';
    /** With `snapshot`; ids and paths in the R4 style for STU3 too. */
    readonly structure: Structure;
    readonly notTested: readonly NotTested[];
    /** Contradictions of this definition's own differential with its base. */
    readonly issues: readonly SnapshotIssue[];
  }
  | { readonly kind: 'unknown'; readonly canonical: string }
  /** `canonical` is the definition at fault, which may be a base of the one that was asked for. */
  | { readonly kind: 'broken'; readonly canonical: string; readonly why: string };

export interface Snapshots {
  /** The snapshot of a profile or type, made when first asked for. Never throws. */
  of(canonical: string): SnapshotResult;
  /** The same as a tree; null where `of` does not answer `ok`. */
  tree(canonical: string): ElementNode | null;
  /**
   * The node whose children describe the content of an element: the element's own where the snapshot opens it, else those of its
   * content reference, its only profile, or its type. `type` is the type that the instance has, where the element allows several.
   */
  content(node: ElementNode, type?: string): ElementNode | null;
}
export interface SnapshotOptions {
  /** Elements that one snapshot or differential may have; beyond it a definition is refused. */
  readonly maxElements?: number;
}
/** Definitions that may build on each other, as bases or by opening each other. */
const maxDepth = 100;
/** Elements that may be made for the sake of one definition, in times those of the largest snapshot. */
const maxWork = 10;
/** Segments that a path may have. */
const maxPath = 100;

interface Made { readonly result: SnapshotResult; readonly tree: ElementNode | null }

/** Snapshots over definitions, each made once. A definition that comes with a snapshot keeps it. */
export function createSnapshots(definitions: Definitions, options: SnapshotOptions = {}): Snapshots {
  const limit = options.maxElements ?? 20_000;
  const made = new Map<Structure, Made>();
  /** Definitions that are being made, outermost first. */
  const running: Structure[] = [];
  /** The outermost definition that a circle ran into while something was made. What is made inside it depends on where it was begun and is not kept. */
  let circle = Infinity;
  /** Of definitions in a circle: what they are when they are asked for themselves. */
  const asked = new Map<Structure, Made>();
  /** Elements made for the one that was asked for: those inside a circle are made again for each way that leads to them. */
  let work = 0;
  const lineages = new Map<string, readonly string[]>();
  const knowledge: TypeKnowledge = {
    lineage(type) {
      let names = lineages.get(type);
      if (names === undefined) lineages.set(type, names = lineageOf(definitions, type));
      return names;
    },
    typeOf: (canonical) => definitions.structure(canonical)?.type ?? null,
  };
  const sources: Sources = {
    type(name) {
      const structure = definitions.type(name);
      return structure === null ? null : make(structure).tree;
    },
    profile(canonical) {
      const structure = definitions.structure(canonical);
      if (structure === null) return null;
      const at = running.indexOf(structure);
      if (at !== -1) { circle = Math.min(circle, at); return 'circle'; }
      return make(structure).tree;
    },
  };

  function make(structure: Structure): Made {
    const depth = running.length;
    const known = made.get(structure) ?? (depth === 0 ? asked.get(structure) : undefined);
    if (known !== undefined) return known;
    if (depth === 0) work = 0;
    if (depth === maxDepth || work > maxWork * limit) {
      // Where it is cut depends on where it began too.
      circle = 0;
      return broken(structure.url, 'too many definitions build on each other');
    }
    const outer = circle;
    circle = Infinity;
    running.push(structure);
    let answer: Made;
    try {
      answer = build(structure);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      answer = broken(structure.url, error.message);
    } finally {
      running.pop();
    }
    if (circle === Infinity) made.set(structure, answer);
    else if (depth === 0) asked.set(structure, answer);
    circle = Math.min(circle >= depth ? Infinity : circle, outer);
    return answer;
  }

  function build(structure: Structure): Made {
    const why = tooLarge(structure, limit);
    if (why !== null) return broken(structure.url, why);
    if (structure.snapshot !== undefined) return finished(structure, published(structure, structure.snapshot), []);
    if (structure.differential === undefined) return broken(structure.url, 'neither snapshot nor differential');
    if (structure.base === undefined) return broken(structure.url, 'no base definition');
    const base = definitions.structure(structure.base);
    if (base === null) return broken(structure.url, `base definition ${structure.base} is not loaded`);
    if (running.includes(base)) return broken(structure.url, `base definitions run in a circle: ${base.url}`);
    const below = make(base);
    if (below.tree === null) return { result: below.result, tree: null };
    const isNew = structure.derivation === 'specialization';
    const issues: SnapshotIssue[] = [];
    const shop: Workshop = { definitions, knowledge, sources, specialization: isNew, issues };
    const diff = differentialTree(structure.differential)!;
    const name = isNew ? structure.type.slice(structure.type.lastIndexOf('/') + 1) : below.tree.element.path;
    const tree = applyDifferential(shop, below.tree, diff, name);
    return finished(structure, elementsOf(tree, limit, name), issues);
  }
  /** A snapshot that came with its definition, in the shape that made ones have. */
  function published(structure: Structure, snapshot: readonly ElementFacts[]): readonly ElementFacts[] {
    const whole = withBase(snapshot, structure.type, sources, (type) => definitions.type(type) !== null);
    return definitions.fhir === 'stu3' ? withoutShortChoices(whole) : whole;
  }
  function finished(structure: Structure, snapshot: readonly ElementFacts[], issues: readonly SnapshotIssue[]): Made {
    work += snapshot.length;
    return { result: { kind: 'ok', structure: snapshot === structure.snapshot ? structure : { ...structure, snapshot }, notTested: notTestedOf(snapshot, definitions), issues }, tree: treeOf(snapshot) };
  }
  const answerOf = (canonical: string): Made | null => { const structure = definitions.structure(canonical); return structure === null ? null : make(structure); };

  return {
    of: (canonical) => answerOf(canonical)?.result ?? { kind: 'unknown', canonical },
    tree: (canonical) => answerOf(canonical)?.tree ?? null,
    content(node, type) {
      if (node.children.length > 0) return node;
      const types = node.element.types;
      const element = type === undefined || types === undefined ? node.element : { ...node.element, types: [types.find((one) => one.code === type) ?? { code: type }] };
      return contentOf(element, sources);
    },
  };
}
function tooLarge(structure: Structure, limit: number): string | null {
  const lists = [structure.snapshot ?? [], structure.differential ?? []];
  if (lists.some((list) => list.length > limit)) return `more than ${limit} elements`;
  return lists.some((list) => list.some((element) => element.path.split('.', maxPath + 1).length > maxPath)) ? `a path of more than ${maxPath} elements` : null;
}
const broken = (canonical: string, why: string): Made => ({ result: { kind: 'broken', canonical, why }, tree: null });
