import type { Definitions } from '../../definitions/definitions.ts';
import { isObject } from '../../json.ts';
import type { FhirResource, Json, JsonObject, JsonPath } from '../../json.ts';
import type { Snapshots } from '../../snapshot/index.ts';
import { profilePlaces } from './profile-places.ts';
import type { ProfilePlace } from './profile-places.ts';
import { StructureFacts } from './structure-facts.ts';
import type { MemberFacts, Spot } from './structure-facts.ts';

/** One occurrence of an element: an item of a list, or the only value. */
export interface Occurrence { readonly node: Node; readonly member: MemberFacts; readonly path: JsonPath; readonly value: Json | undefined; readonly side: JsonObject | undefined }
/** An object in a resource with where its members are defined: the resource itself, a complex value, or the `_` object of a primitive. */
export interface Node {
  readonly path: JsonPath;
  readonly object: JsonObject;
  /** `HumanName`, `BackboneElement`, `Patient`. */
  readonly type: string;
  readonly spot: Spot;
  /** How it stands in its parent; null at the root and for resources inside. */
  readonly member: MemberFacts | null;
  /** The resource that it stands in, and where that begins. */
  readonly resource: FhirResource;
  readonly resourcePath: JsonPath;
  readonly inSide: boolean;
}

/** A valid resource to make mutants of, with what the definitions say of each of its parts. */
export class Subject {
  readonly name: string;
  readonly resource: FhirResource;
  readonly definitions: Definitions;
  readonly snapshots: Snapshots;
  readonly facts: StructureFacts;
  /** The other FHIR version, for elements that exist only there. */
  readonly other: StructureFacts | null;
  readonly nodes: Node[] = [];
  readonly occurrences: Occurrence[] = [];
  #places: readonly ProfilePlace[] | undefined;

  constructor(name: string, resource: FhirResource, world: { readonly facts: StructureFacts; readonly snapshots: Snapshots; readonly other?: StructureFacts }) {
    this.name = name;
    this.resource = resource;
    this.facts = world.facts;
    this.definitions = world.facts.definitions;
    this.snapshots = world.snapshots;
    this.other = world.other ?? null;
    this.#resource(resource, []);
  }
  /** Where elements of the profiles that are stated in it, or that extensions and data types have, hold. */
  get places(): readonly ProfilePlace[] { return this.#places ??= profilePlaces(this); }

  #resource(resource: FhirResource, path: JsonPath): void {
    const spot = this.facts.isConcreteResource(resource.resourceType) ? this.facts.spotOf(resource.resourceType) : null;
    if (spot !== null) this.#node({ path, object: resource, type: resource.resourceType, spot, member: null, resource, resourcePath: path, inSide: false });
  }
  #node(node: Node): void {
    this.nodes.push(node);
    const members = this.facts.membersOf(node.spot);
    for (const key of Object.keys(node.object)) {
      const side = key.startsWith('_');
      const json = side ? key.slice(1) : key;
      const member = members.get(json);
      if (member === undefined || (side && node.object[json] !== undefined)) continue;
      this.#member(node, member, side ? undefined : node.object[key], node.object[`_${json}`]);
    }
  }
  #member(node: Node, member: MemberFacts, value: Json | undefined, side: Json | undefined): void {
    const name = value === undefined ? `_${member.json}` : member.json;
    if (!Array.isArray(value) && !Array.isArray(side)) { this.#occurrence(node, member, [...node.path, name], value, side, [...node.path, `_${member.json}`]); return; }
    const values = Array.isArray(value) ? value : [];
    const sides = Array.isArray(side) ? side : [];
    for (let index = 0; index < Math.max(values.length, sides.length); index += 1) {
      this.#occurrence(node, member, [...node.path, name, index], values[index] ?? undefined, sides[index], [...node.path, `_${member.json}`, index]);
    }
  }
  #occurrence(node: Node, member: MemberFacts, path: JsonPath, value: Json | undefined, side: Json | undefined, sidePath: JsonPath): void {
    const beside = isObject(side) ? side : undefined;
    this.occurrences.push({ node, member, path, value, side: beside });
    if (isObject(value) && this.facts.isResource(member.type)) {
      if (typeof value.resourceType === 'string') this.#resource(value as FhirResource, path);
      return;
    }
    const spot = isObject(value) || beside !== undefined ? this.facts.inside(member) : null;
    if (spot === null) return;
    const { resource, resourcePath } = node;
    if (isObject(value)) this.#node({ path, object: value, type: member.type, spot, member, resource, resourcePath, inSide: false });
    else if (beside !== undefined) this.#node({ path: sidePath, object: beside, type: member.type, spot, member, resource, resourcePath, inSide: true });
  }
}
