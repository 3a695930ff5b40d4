import type { Definitions } from '../../definitions/definitions.ts';
import type { ElementFacts, Structure } from '../../definitions/structure.ts';

/** Where an object's children are defined: an element of a structure. */
export interface Spot { readonly structure: Structure; readonly path: string }
/** A member that JSON may have in an object: `valueQuantity` of `value[x]`. */
export interface MemberFacts { readonly json: string; readonly element: ElementFacts; readonly type: string; readonly choice: boolean; readonly list: boolean; readonly structure: Structure }

/**
 * The specification's own definitions, read straight from the snapshots of the core tables: a reading of its own, not the validator's,
 * so that a mistake in either shows.
 */
export class StructureFacts {
  readonly definitions: Definitions;
  readonly #members = new Map<string, ReadonlyMap<string, MemberFacts>>();
  constructor(definitions: Definitions) { this.definitions = definitions; }

  spotOf(type: string): Spot | null {
    const structure = this.definitions.type(type);
    return structure?.snapshot === undefined ? null : { structure, path: structure.snapshot[0]!.path };
  }
  elementAt({ structure, path }: Spot): ElementFacts { return structure.snapshot!.find((one) => one.path === path)!; }

  /** By JSON name, choices once for each type. */
  membersOf({ structure, path }: Spot): ReadonlyMap<string, MemberFacts> {
    const key = `${structure.url}#${path}`;
    let members = this.#members.get(key);
    if (members === undefined) this.#members.set(key, members = new Map(childrenOf(structure, path).flatMap((element) => membersOf(structure, element)).map((one) => [one.json, one])));
    return members;
  }
  /** Elements directly in it, choices as one. */
  elementsOf({ structure, path }: Spot): readonly ElementFacts[] { return childrenOf(structure, path); }

  /** Where the content of a member is defined; null for primitives that stand alone, resources and unknown types. */
  inside(member: MemberFacts): Spot | null {
    const { structure, element, type } = member;
    if (element.contentReference !== undefined) {
      const target = structure.snapshot!.find((one) => one.id === element.contentReference || one.path === element.contentReference);
      return target === undefined ? null : { structure, path: target.path };
    }
    if (childrenOf(structure, element.path).length > 0) return { structure, path: element.path };
    return this.spotOf(type);
  }
  isPrimitive(type: string): boolean { return type.startsWith('System.') || this.definitions.type(type)?.kind === 'primitive-type'; }
  isResource(type: string): boolean { return this.definitions.type(type)?.kind === 'resource'; }
  isConcreteResource(type: string): boolean {
    const structure = this.definitions.type(type);
    return structure?.kind === 'resource' && !structure.abstract && structure.derivation === 'specialization';
  }
  /** `Age` → `Age`, `Quantity`, `Element`. */
  lineage(type: string): string[] {
    const names: string[] = [];
    for (let structure = this.definitions.type(type); structure !== null && names.length < 10; structure = structure.base === undefined ? null : this.definitions.structure(structure.base)) names.push(structure.type);
    return names;
  }
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

function childrenOf(structure: Structure, path: string): ElementFacts[] {
  const seen = new Set<string>();
  return structure.snapshot!.filter((one) => {
    if (!one.path.startsWith(`${path}.`) || one.path.includes('.', path.length + 1) || seen.has(one.path)) return false;
    // The value of a primitive type is the JSON value itself.
    if (structure.kind === 'primitive-type' && one.path.endsWith('.value')) return false;
    seen.add(one.path);
    return true;
  });
}
function membersOf(structure: Structure, element: ElementFacts): MemberFacts[] {
  const name = element.path.slice(element.path.lastIndexOf('.') + 1);
  const max = element.base?.max ?? element.max ?? 1;
  const list = max === '*' || max > 1;
  // The R4 tables name a resource's id a string; its regex and text ask an id.
  const types = element.base?.path === 'Resource.id' || element.path === 'Resource.id' ? [{ code: 'id' }] : element.types ?? [{ code: 'BackboneElement' }];
  if (!name.endsWith('[x]')) return [{ json: name, element, type: types[0]!.code, choice: false, list, structure }];
  return types.map(({ code }) => ({ json: name.slice(0, -3) + capital(code), element, type: code, choice: true, list, structure }));
}
