import type { Definitions } from '../definitions/definitions.ts';
import type { ElementFacts, Structure } from '../definitions/structure.ts';

/** Data types that the Dutch checks look at; others are only walked through. */
export type Kind = 'Coding' | 'CodeableConcept' | 'Identifier' | 'Reference';
const kinds: ReadonlySet<string> = new Set<Kind>(['Coding', 'CodeableConcept', 'Identifier', 'Reference']);

/** What the members of an object are, by JSON name. Made when first asked for: types refer to each other in circles. */
export interface Shape { readonly kind: Kind | null; readonly members: ReadonlyMap<string, Member> }
/** `name` is the FHIRPath name: `value` for `valueCoding`. A shape of `resource` is told by the value's resourceType. */
export interface Member { readonly name: string; shape(): Shape | 'resource' }
export interface Shapes {
  /** Null for a type that the definitions do not know. */
  resource(type: string): Shape | null;
  /** Of the `_name` siblings of primitives: they hold extensions. */
  readonly primitive: Shape;
}

const known = new WeakMap<Definitions, Shapes>();

/** Shapes of all types of a FHIR version, from its structure definitions; kept with the definitions. */
export function shapesOf(definitions: Definitions): Shapes {
  let shapes = known.get(definitions);
  if (shapes === undefined) known.set(definitions, shapes = createShapes(definitions));
  return shapes;
}
function createShapes(definitions: Definitions): Shapes {
  const made = new Map<string, Shape>();
  const nothing: Shape = { kind: null, members: new Map() };

  function ofType(type: string): Shape | null {
    const before = made.get(type);
    if (before !== undefined) return before;
    const structure = definitions.type(type);
    return structure?.snapshot === undefined ? null : ofPath(structure, type);
  }
  function ofPath(structure: Structure, path: string): Shape {
    const before = made.get(path);
    if (before !== undefined) return before;
    const members = new Map<string, Member>();
    const shape: Shape = { kind: kinds.has(path) ? path as Kind : null, members };
    made.set(path, shape);
    for (const element of structure.snapshot ?? []) {
      if (!element.path.startsWith(`${path}.`) || element.path.indexOf('.', path.length + 1) !== -1 || element.sliceName !== undefined) continue;
      for (const [json, member] of membersOf(structure, element, element.path.slice(path.length + 1))) members.set(json, member);
    }
    return shape;
  }
  function* membersOf(structure: Structure, element: ElementFacts, name: string): Generator<[string, Member]> {
    const { contentReference } = element;
    if (contentReference !== undefined) {
      yield [name, { name, shape: () => ofPath(structure, contentReference) }];
      return;
    }
    const choice = name.endsWith('[x]');
    const base = choice ? name.slice(0, -3) : name;
    for (const { code } of element.types ?? []) {
      const json = choice ? base + code[0]!.toUpperCase() + code.slice(1) : name;
      yield [json, { name: base, shape: () => shapeOf(structure, element, code) }];
    }
  }
  function shapeOf(structure: Structure, element: ElementFacts, code: string): Shape | 'resource' {
    if (code === 'Resource') return 'resource';
    if (code === 'BackboneElement' || code === 'Element') return ofPath(structure, element.path);
    return ofType(code) ?? nothing;
  }
  return { resource: ofType, primitive: ofType('Element') ?? nothing };
}
