import type { FhirResource, Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { BaseNode, Member } from './base-plan.ts';
import { Item } from './item.ts';
import { isResource } from './scope.ts';
import type { ResourceScope } from './scope.ts';
import type { BasePlans } from './base-plan.ts';

/** Occurrences of a child element, for profiles: shapes that base validation refuses are read as well as can be. */
export function childItems(plans: BasePlans, parent: Item, name: string): Item[] {
  const members = parent.members;
  if (members === undefined) return [];
  const known = parent.base.membersOf(parent.type);
  if (known === null) return [];
  const node = known.byName.get(name);
  // A path may name one type of a choice: `valueQuantity`.
  const among: readonly Member[] = node !== undefined ? node.json : single(known.byJson.get(name));
  const items: Item[] = [];
  for (const member of among) collect(plans, parent, members, member, items);
  return items;
}
const single = (member: Member | undefined): readonly Member[] => (member === undefined ? [] : [member]);

function collect(plans: BasePlans, parent: Item, members: JsonObject, member: Member, items: Item[]): void {
  const value = Object.hasOwn(members, member.json) ? members[member.json] : undefined;
  const side = member.type.kind === 'primitive' && Object.hasOwn(members, `_${member.json}`) ? members[`_${member.json}`] : undefined;
  if (value === undefined && side === undefined) return;
  if (!Array.isArray(value) && !Array.isArray(side)) {
    items.push(childItem(plans, parent, member, -1, value === null ? undefined : value, isObject(side) ? side : undefined));
    return;
  }
  const values: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  const sides: readonly (Json | undefined)[] = Array.isArray(side) ? side : [side];
  for (let index = 0; index < Math.max(values.length, sides.length); index += 1) {
    const own = values[index] ?? undefined;
    const beside = sides[index];
    if (own === undefined && !isObject(beside)) continue;
    items.push(childItem(plans, parent, member, index, own, isObject(beside) ? beside : undefined));
  }
}
/** An occurrence; a resource inside gets a scope of its own and is walked by the definition of its type. */
export function childItem(plans: BasePlans, parent: Item, member: Member, index: number, value: Json | undefined, side: JsonObject | undefined): Item {
  const { node, json, type } = member;
  if (type.kind === 'resource' && isResource(value)) {
    const root = plans.type(value.resourceType);
    return new Item(parent, json, node.name, index, value, undefined, value.resourceType, root ?? node, innerScope(parent, node, value));
  }
  return new Item(parent, json, node.name, index, value, side, type.code, node, parent.scope);
}
/** Scope of a resource inside another: made once, so that FHIRPath nodes and indexes are shared between walks. */
function innerScope(parent: Item, node: BaseNode, value: FhirResource): ResourceScope {
  const known = parent.scope.inner.get(value);
  if (known !== undefined) return known;
  const entry = parent.value as JsonObject;
  const scope = node.name === 'contained' ? parent.scope.contained(value) : parent.scope.entry(value, typeof entry.fullUrl === 'string' ? entry.fullUrl : undefined);
  parent.scope.inner.set(value, scope);
  return scope;
}
