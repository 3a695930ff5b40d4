import type { Definitions } from '../definitions/definitions.ts';
import type { ConstraintFacts, ElementFacts, Structure, TypeFacts } from '../definitions/structure.ts';
import type { Asker } from './session.ts';

/** What a value of a type is, for the walk. */
export type TypeKind = 'primitive' | 'complex' | 'resource' | 'xhtml' | 'unknown';
export interface TypeUse { readonly code: string; readonly kind: TypeKind }
/** A JSON member of an element: the child that it belongs to, its name (`side`: with the underscore) and its type. */
export interface Member { readonly node: BaseNode; readonly json: string; readonly side: string; readonly type: TypeUse }
export interface Members {
  /** By JSON member, without underscore. */
  readonly byJson: ReadonlyMap<string, Member>;
  /** By element name; choice elements without `[x]`. */
  readonly byName: ReadonlyMap<string, BaseNode>;
  readonly required: readonly BaseNode[];
}

/** One element of the specification's own definition of a type, ready for walking. */
export class BaseNode {
  readonly element: ElementFacts;
  /** Canonical of the definition. */
  readonly source: string;
  readonly path: string;
  /** Last step, choice elements without `[x]`. */
  readonly name: string;
  readonly choice: boolean;
  readonly list: boolean;
  readonly min: number;
  readonly max: number;
  readonly types: readonly TypeUse[];
  readonly json: readonly Member[];
  readonly constraints: readonly ConstraintFacts[];
  /** Who asks what this element asks. */
  readonly asker: Asker;
  /** Profiles that the specification itself asks of a data type: SimpleQuantity. */
  readonly profiled: readonly TypeFacts[];
  private readonly plans: BasePlans;
  private readonly children: BaseNode[] = [];
  private own: Members | null | undefined;
  private readonly root: BaseNode | null;
  private readonly byPath: Map<string, BaseNode>;

  constructor(plans: BasePlans, structure: Structure, element: ElementFacts, root: BaseNode | null, byPath: Map<string, BaseNode>) {
    this.plans = plans;
    this.element = element;
    this.source = structure.url;
    this.path = element.path;
    const last = element.path.slice(element.path.lastIndexOf('.') + 1);
    this.choice = last.endsWith('[x]');
    this.name = this.choice ? last.slice(0, -3) : last;
    this.min = element.min ?? 0;
    this.max = element.max === '*' || element.max === undefined ? Infinity : element.max;
    this.list = this.max > 1 || element.base?.max === '*';
    this.root = root;
    this.byPath = byPath;
    byPath.set(element.path, this);
    // The R4 tables name `Resource.id` a string; the specification's text and regex ask an id.
    const facts = element.base?.path === 'Resource.id' || element.path === 'Resource.id' ? [{ code: 'id' }] : element.types ?? [];
    this.types = facts.map((type) => ({ code: type.code, kind: plans.kindOf(type.code) }));
    const member = (json: string, type: TypeUse): Member => ({ node: this, json, side: `_${json}`, type });
    this.json = this.types.map((type) => member(this.choice ? this.name + type.code[0]!.toUpperCase() + type.code.slice(1) : this.name, type));
    if (this.types.length === 0) this.json = [member(this.name, { code: 'BackboneElement', kind: 'complex' })];
    this.constraints = element.constraints ?? [];
    this.asker = { profile: structure.url, element: element.id };
    this.profiled = (element.types ?? []).filter((type) => type.profiles !== undefined);
  }
  adopt(child: BaseNode): void { this.children.push(child); }

  /** Members of a value of this element whose type is `type`; null when nothing is known of the type. */
  membersOf(type: string): Members | null {
    if (this.own === undefined) this.own = this.inline();
    return this.own ?? this.plans.type(type)?.inlineMembers() ?? null;
  }
  inlineMembers(): Members | null {
    if (this.own === undefined) this.own = this.inline();
    return this.own;
  }
  /** Where children are defined inline: `Observation.component`; for datatypes the root of their definition. */
  private inline(): Members | null {
    if (this.element.contentReference !== undefined) return this.byPath.get(this.element.contentReference)?.inlineMembers() ?? null;
    if (this.children.length === 0) return null;
    const byJson = new Map<string, Member>();
    const byName = new Map<string, BaseNode>();
    for (const child of this.children) {
      byName.set(child.name, child);
      for (const member of child.json) byJson.set(member.json, member);
    }
    return { byJson, byName, required: this.children.filter((child) => child.min > 0) };
  }
  /**
   * The element whose binding and invariants count: where a content reference points, as it "brings across all the rules" but cardinality
   * (ElementDefinition.contentReference, R4 and STU3).
   */
  get rules(): BaseNode { return this.element.contentReference === undefined ? this : this.byPath.get(this.element.contentReference) ?? this; }
  at(path: string): BaseNode | undefined { return this.byPath.get(path); }
  get isRoot(): boolean { return this.root === null; }
}

const typeName = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/** Plans of the specification's own types, each made when it is first asked for. */
export class BasePlans {
  readonly definitions: Definitions;
  private readonly made = new Map<string, BaseNode>();
  private readonly kinds = new Map<string, TypeKind>();
  constructor(definitions: Definitions) { this.definitions = definitions; }

  type(name: string): BaseNode | null {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    // Names may come from messages: what is no name is not asked, what is not found is not kept.
    const structure = typeName.test(name) ? this.definitions.type(name) : null;
    if (structure?.snapshot === undefined) return null;
    const plan = this.build(structure);
    this.made.set(name, plan);
    return plan;
  }
  /** Element of the specification by its path: `Observation.code`, `Quantity.value`, `Element.extension`. */
  element(path: string): BaseNode | null {
    const dot = path.indexOf('.');
    const root = this.type(dot === -1 ? path : path.slice(0, dot));
    return root?.at(path) ?? null;
  }
  kindOf(code: string): TypeKind {
    let kind = this.kinds.get(code);
    if (kind === undefined) {
      kind = this.findKind(code);
      this.kinds.set(code, kind);
    }
    return kind;
  }
  private findKind(code: string): TypeKind {
    if (code === 'xhtml') return 'xhtml';
    if (code.startsWith('System.')) return 'primitive';
    const structure = this.definitions.type(code);
    if (structure === null) return 'unknown';
    return structure.kind === 'primitive-type' ? 'primitive' : structure.kind === 'resource' ? 'resource' : 'complex';
  }
  /** Names of types from this one to the most general: `Age` → `Age`, `Quantity`, `Element`. */
  lineage(type: string): readonly string[] {
    const names = [type];
    for (let structure = this.definitions.type(type); structure?.base !== undefined; structure = this.definitions.structure(structure.base)) {
      if (names.length > 10) break;
      const name = structure.base.slice(structure.base.lastIndexOf('/') + 1);
      names.push(name);
    }
    return names;
  }
  private build(structure: Structure): BaseNode {
    const byPath = new Map<string, BaseNode>();
    const elements = structure.snapshot!;
    const root = new BaseNode(this, structure, elements[0]!, null, byPath);
    for (const element of elements.slice(1)) {
      // Slices in core definitions do not exist but in profiles; an unsliced path is what counts here.
      if (byPath.has(element.path)) continue;
      // The value of a primitive is the JSON value itself.
      if (structure.kind === 'primitive-type' && element.path.endsWith('.value')) continue;
      const parent = byPath.get(element.path.slice(0, element.path.lastIndexOf('.')));
      if (parent === undefined) continue;
      parent.adopt(new BaseNode(this, structure, element, root, byPath));
    }
    return root;
  }
}
