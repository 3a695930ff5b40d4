import type { Definitions } from '../definitions/definitions.ts';
import type { Structure } from '../definitions/structure.ts';
import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';

/** A value in a resource with its FHIR type, and the place that holds it (for numbers that keep their text). */
export interface Element {
  /** FHIR type name; `Resource` type names for resources inside resources. */
  readonly type: string;
  readonly value: Json;
  readonly holder: object;
  readonly key: string | number;
  /** Systems of the codes that may stand here, for a `code`: they are implied (FHIR STU3 and R4, Search, token). */
  readonly systems?: readonly string[];
  readonly children: Children | null;
}
interface ChildFacts {
  readonly name: string;
  readonly types: readonly string[];
  readonly choice: boolean;
  readonly systems?: readonly string[];
  /** Where its own children stand, when they stand in the same structure. */
  readonly inside?: { readonly structure: Structure; readonly path: string };
}
export interface Children { readonly byName: ReadonlyMap<string, ChildFacts> }

/** Steps from element to element along the structure definitions, so that each value has a known type. Facts are read once. */
export interface ElementWalker {
  root(resource: JsonObject): Element;
  /** Children by FHIRPath name: `value` finds `valueQuantity`. */
  step(element: Element, name: string): Element[];
}

export function createWalker(definitions: Definitions): ElementWalker {
  const known = new Map<string, Children | null>();
  const childrenOfType = (type: string): Children | null => {
    const structure = definitions.type(type);
    return structure === null ? null : childrenAt(structure, type);
  };
  function childrenAt(structure: Structure, path: string): Children {
    const key = `${structure.url}#${path}`;
    const cached = known.get(key);
    if (cached) return cached;
    const byName = new Map<string, ChildFacts>();
    for (const element of structure.snapshot ?? []) {
      if (!element.path.startsWith(`${path}.`) || element.sliceName !== undefined) continue;
      const last = element.path.slice(path.length + 1);
      if (last.includes('.')) continue;
      const choice = last.endsWith('[x]');
      const name = choice ? last.slice(0, -3) : last;
      const types = [...new Set((element.types ?? []).map(({ code }) => (code.startsWith('System.') ? systemType(last, code) : code)))];
      const inside = element.contentReference !== undefined ? element.contentReference : types.some((type) => type === 'BackboneElement' || type === 'Element') ? element.path : undefined;
      const systems = types.includes('code') ? systemsOf(element.binding?.valueSet) : undefined;
      byName.set(name, { name, types, choice, ...(systems && { systems }), ...(inside !== undefined && { inside: { structure, path: inside } }) });
    }
    const children = { byName };
    known.set(key, children);
    return children;
  }
  function systemsOf(valueSet: string | undefined): readonly string[] | undefined {
    const found = valueSet === undefined ? null : definitions.valueSet(valueSet);
    const systems = (found?.include ?? []).flatMap((part) => part.system ?? []);
    return systems.length > 0 ? systems : undefined;
  }

  function elementsOf(facts: ChildFacts, type: string, holder: JsonObject, key: string): Element[] {
    const value = holder[key];
    const build = (one: Json, at: object, index: string | number): Element[] => {
      if (one === null || one === undefined) return [];
      const actual = isObject(one) && typeof one.resourceType === 'string' ? one.resourceType : type;
      const children = facts.inside !== undefined && actual === type ? childrenAt(facts.inside.structure, facts.inside.path) : isObject(one) ? childrenOfType(actual) : null;
      return [{ type: actual, value: one, holder: at, key: index, children, ...(facts.systems && { systems: facts.systems }) }];
    };
    return Array.isArray(value) ? value.flatMap((one, index) => build(one as Json, value, index)) : build(value as Json, holder, key);
  }
  return {
    root: (resource) => ({ type: String(resource['resourceType']), value: resource, holder: resource, key: '', children: childrenOfType(String(resource['resourceType'])) }),
    step(element, name) {
      const facts = element.children?.byName.get(name);
      if (facts === undefined || !isObject(element.value)) return [];
      const holder = element.value;
      if (!facts.choice) return elementsOf(facts, facts.types[0] ?? 'BackboneElement', holder, name);
      return facts.types.flatMap((type) => {
        const key = name + type[0]!.toUpperCase() + type.slice(1);
        return key in holder ? elementsOf(facts, type, holder, key) : [];
      });
    },
  };
}
/** Definitions give ids, urls and values of primitives a FHIRPath type. */
function systemType(name: string, code: string): string {
  if (name === 'id') return 'id';
  if (name === 'url') return 'uri';
  return code === 'System.Boolean' ? 'boolean' : 'string';
}
