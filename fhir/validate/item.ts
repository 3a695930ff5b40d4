import type { Json, JsonObject, JsonPath } from '../json.ts';
import { isObject } from '../json.ts';
import type { BaseNode } from './base-plan.ts';
import type { ResourceScope } from './scope.ts';

/**
 * One occurrence of an element while a resource is walked: its value, its `_field` sibling, and where it stands.
 * A linked list to the root; paths are made only when something is found.
 */
export class Item {
  readonly parent: Item | null;
  /** JSON member of the parent, without the underscore. */
  readonly json: string;
  /** FHIRPath name: choice elements without the type. */
  readonly label: string;
  /** Place in the JSON array, or -1 where there is none. */
  readonly index: number;
  readonly value: Json | undefined;
  /** Object of the `_field` sibling of a primitive. */
  readonly side: JsonObject | undefined;
  /** FHIR type: `HumanName`, `code`, `BackboneElement`, or the type of a resource. */
  readonly type: string;
  readonly base: BaseNode;
  readonly scope: ResourceScope;

  constructor(parent: Item | null, json: string, label: string, index: number, value: Json | undefined, side: JsonObject | undefined, type: string, base: BaseNode, scope: ResourceScope) {
    this.parent = parent;
    this.json = json;
    this.label = label;
    this.index = index;
    this.value = value;
    this.side = side;
    this.type = type;
    this.base = base;
    this.scope = scope;
  }

  /** Object that holds the children: the value itself, or the `_field` object of a primitive. */
  get members(): JsonObject | undefined {
    return isObject(this.value) ? this.value : this.side;
  }
  get childrenInSide(): boolean {
    return !isObject(this.value) && this.side !== undefined;
  }

  /** Steps to the value itself, with `extra` steps after it. */
  path(extra: JsonPath = []): JsonPath {
    const steps: (string | number)[] = [];
    this.collect(steps, false);
    return extra.length === 0 ? steps : [...steps, ...extra];
  }
  /** Steps to the object that holds the children of a primitive. */
  pathOfMembers(extra: JsonPath = []): JsonPath {
    const steps: (string | number)[] = [];
    this.collect(steps, this.childrenInSide);
    return [...steps, ...extra];
  }
  private collect(steps: (string | number)[], inSide: boolean): void {
    if (this.parent === null) return;
    this.parent.collect(steps, this.parent.childrenInSide);
    // A primitive that only has a `_field` stands there.
    const onlySide = this.value === undefined && this.side !== undefined;
    steps.push(inSide || onlySide ? `_${this.json}` : this.json);
    if (this.index >= 0) steps.push(this.index);
  }
  /** FHIRPath to here: `Bundle.entry[3].resource.status`. */
  expression(): string {
    if (this.parent === null) return this.label;
    const own = `${this.parent.expression()}.${this.label}`;
    return this.index >= 0 ? `${own}[${this.index}]` : own;
  }
  depth(): number {
    let depth = 0;
    for (let item = this.parent; item !== null; item = item.parent) depth += 1;
    return depth;
  }
}
