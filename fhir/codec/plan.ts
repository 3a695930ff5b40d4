import type { Definitions } from '../definitions/definitions.ts';
import type { ElementFacts, Structure } from '../definitions/structure.ts';

/** How the JSON of a primitive is written (STU3 and R4, JSON page): the tables of R4 call positiveInt a string, JSON does not. */
const numbers = new Set(['decimal', 'integer', 'unsignedInt', 'positiveInt']);

/** A type, or a backbone element inside one, reduced to what reading and writing ask. */
export interface TypePlan {
  /** FHIR type, or path of the backbone element. */
  readonly name: string;
  readonly resource: boolean;
  /** By JSON member and XML name, choice elements once for each type: `valueQuantity`. */
  readonly children: ReadonlyMap<string, ChildPlan>;
}

export interface ChildPlan {
  /** `valueQuantity` */
  readonly name: string;
  /** `value`: the name in FHIRPath. */
  readonly base: string;
  /** Place among its siblings; types of one choice share it. */
  readonly order: number;
  readonly isArray: boolean;
  /** `resource`: any resource inside, in XML with an element of its own name around it. */
  readonly kind: 'primitive' | 'complex' | 'resource' | 'xhtml';
  /** JSON type of a primitive. */
  readonly json: 'string' | 'number' | 'boolean';
  /** `id` of elements and `url` of extensions are attributes in XML. */
  readonly isAttribute: boolean;
  /** Plan of what is inside; for a primitive the plan of its `_` object; null for resources, XHTML and types without a definition. */
  readonly plan: TypePlan | null;
}

/** Plans of one set of definitions, made when first asked for. */
export interface Plans {
  readonly definitions: Definitions;
  /** A resource type that can stand in a message; null for abstract and unknown ones. */
  resource(name: string): TypePlan | null;
  /** Any type of the specification. */
  type(name: string): TypePlan | null;
}

const made = new WeakMap<Definitions, Plans>();
export function plansOf(definitions: Definitions): Plans {
  let plans = made.get(definitions);
  if (plans === undefined) made.set(definitions, plans = new LazyPlans(definitions));
  return plans;
}

class LazyPlans implements Plans {
  readonly #types = new Map<string, TypePlan | null>();
  readonly #inner = new Map<string, TypePlan>();
  readonly definitions: Definitions;
  constructor(definitions: Definitions) { this.definitions = definitions; }

  resource(name: string): TypePlan | null {
    const plan = this.type(name);
    return plan !== null && plan.resource ? plan : null;
  }

  type(name: string): TypePlan | null {
    let plan = this.#types.get(name);
    // Only names of types are asked: a name from a message could be anything, and must not fill the memory.
    if (plan === undefined) {
      plan = this.#make(name);
      if (plan !== null) this.#types.set(name, plan);
    }
    return plan;
  }

  #make(name: string): TypePlan | null {
    const structure = /^[A-Za-z][A-Za-z0-9]{0,63}$/.test(name) ? this.definitions.type(name) : null;
    const root = structure?.snapshot?.[0];
    if (structure === null || root === undefined) return null;
    const resource = structure.kind === 'resource' && !structure.abstract && structure.derivation === 'specialization';
    return { name, resource, children: this.#children(structure, root.path) };
  }

  #children(structure: Structure, path: string): Map<string, ChildPlan> {
    const children = new Map<string, ChildPlan>();
    const depth = path.length + 1;
    let order = 0;
    for (const element of structure.snapshot!) {
      if (!element.path.startsWith(`${path}.`) || element.path.includes('.', depth) || element.sliceName !== undefined) continue;
      order += 1;
      const name = element.path.slice(depth);
      if (!name.endsWith('[x]')) { children.set(name, this.#child(structure, element, name, name, order, element.types?.[0]?.code)); continue; }
      const base = name.slice(0, -3);
      for (const type of element.types ?? []) {
        const one = base + type.code[0]!.toUpperCase() + type.code.slice(1);
        children.set(one, this.#child(structure, element, one, base, order, type.code));
      }
    }
    return children;
  }

  #child(structure: Structure, element: ElementFacts, name: string, base: string, order: number, type: string | undefined): ChildPlan {
    const max = element.base?.max ?? element.max ?? 1;
    const kind = this.#kind(element, type);
    return new LazyChild(
      { name, base, order, kind, isArray: max === '*' || max > 1, isAttribute: element.representation === 'xmlAttr', json: type === 'boolean' ? 'boolean' : numbers.has(type ?? '') ? 'number' : 'string' },
      () => kind === 'resource' || kind === 'xhtml' ? null : this.#inside(structure, element, type),
    );
  }

  #kind(element: ElementFacts, type: string | undefined): ChildPlan['kind'] {
    if (element.representation === 'xhtml' || type === 'xhtml') return 'xhtml';
    if (type === undefined) return 'complex';
    if (type.startsWith('System.')) return 'primitive';
    const definition = this.definitions.type(type);
    return definition?.kind === 'resource' ? 'resource' : definition?.kind === 'primitive-type' ? 'primitive' : 'complex';
  }

  #inside(structure: Structure, element: ElementFacts, type: string | undefined): TypePlan | null {
    const path = element.contentReference ?? element.path;
    const key = `${structure.url}#${path}`;
    const known = this.#inner.get(key);
    if (known !== undefined) return known;
    const inner = this.#children(structure, path);
    if (inner.size === 0) return type === undefined ? null : this.type(type);
    const plan = { name: path, resource: false, children: inner };
    this.#inner.set(key, plan);
    return plan;
  }
}

/** Types refer to each other in circles (Extension, Reference, Identifier): what is inside is looked up on first use. */
class LazyChild implements ChildPlan {
  readonly name: string;
  readonly base: string;
  readonly order: number;
  readonly isArray: boolean;
  readonly kind: ChildPlan['kind'];
  readonly json: ChildPlan['json'];
  readonly isAttribute: boolean;
  #plan: TypePlan | null | undefined;
  #find: () => TypePlan | null;
  constructor(facts: Omit<ChildPlan, 'plan'>, find: () => TypePlan | null) {
    this.name = facts.name;
    this.base = facts.base;
    this.order = facts.order;
    this.isArray = facts.isArray;
    this.kind = facts.kind;
    this.json = facts.json;
    this.isAttribute = facts.isAttribute;
    this.#find = find;
  }
  get plan(): TypePlan | null {
    if (this.#plan === undefined) this.#plan = this.#find();
    return this.#plan;
  }
}
