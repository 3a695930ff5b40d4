import type { ElementFacts, Structure } from '../../definitions/structure.ts';
import { isObject } from '../../json.ts';
import type { Json, JsonObject, JsonPath } from '../../json.ts';
import type { Subject } from './subject.ts';

export interface ProfileItem { readonly path: JsonPath; readonly value: Json; readonly json: string }
/** An element of a profile where it holds: in one object, with the items there that are of it. */
export interface ProfilePlace {
  readonly profile: string;
  readonly structure: Structure;
  readonly element: ElementFacts;
  /** Last step without slice and `[x]`. */
  readonly name: string;
  readonly choice: boolean;
  readonly parent: JsonObject;
  readonly parentPath: JsonPath;
  readonly items: readonly ProfileItem[];
  /** Part of what makes an item belong to a slice: changing it moves the item elsewhere. */
  readonly discriminates: boolean;
  /** Inside a slice: its parent is an item of one. */
  readonly inSlice: boolean;
}

interface Root { readonly canonical: string; readonly object: JsonObject; readonly path: JsonPath }
interface Tree { readonly structure: Structure; readonly byId: ReadonlyMap<string, ElementFacts> }
type Segment = { readonly name: string; readonly choice: boolean; readonly slice: string | undefined; readonly id: string; readonly headId: string };

/**
 * Places of the elements of profiles in a resource: of those that it states, and, going on from there, of extensions by their url and of
 * data types that a profile narrows. Membership of a slice is decided only where the definition fixes the discriminating value (url, code,
 * type); where it takes more (`resolve()`, profiles, existence) there are no places, and no mutants.
 */
export function profilePlaces(subject: Subject): ProfilePlace[] {
  const places: ProfilePlace[] = [];
  const done = new Set<string>();
  const roots: Root[] = [];
  for (const node of subject.nodes) {
    const profiles = node.object === node.resource && isObject(node.object.meta) && Array.isArray(node.object.meta.profile) ? node.object.meta.profile : [];
    for (const canonical of profiles) if (typeof canonical === 'string') roots.push({ canonical, object: node.object, path: node.path });
    if (node.type === 'Extension' && typeof node.object.url === 'string' && /^[a-z]+:/i.test(node.object.url)) roots.push({ canonical: node.object.url, object: node.object, path: node.path });
  }
  for (let root = roots.pop(); root !== undefined; root = roots.pop()) {
    const key = `${root.canonical} ${root.path.join('/')}`;
    if (done.has(key)) continue;
    done.add(key);
    const answer = subject.snapshots.of(root.canonical);
    if (answer.kind !== 'ok' || answer.structure.derivation !== 'constraint') continue;
    const tree: Tree = { structure: answer.structure, byId: new Map(answer.structure.snapshot!.map((one) => [one.id, one])) };
    for (const element of answer.structure.snapshot!.slice(1)) {
      for (const place of placesOf(tree, root, element)) {
        places.push(place);
        const types = element.types ?? [];
        const profiles = types.length === 1 ? types[0]!.profiles ?? [] : [];
        if (profiles.length === 1) for (const item of place.items) if (isObject(item.value)) roots.push({ canonical: profiles[0]!, object: item.value, path: item.path });
      }
    }
  }
  return places;
}

function segmentsOf(element: ElementFacts): Segment[] | null {
  const names = element.path.split('.');
  const parts = element.id.split('.');
  if (names.length !== parts.length) return null;
  return parts.slice(1).map((part, index) => {
    const name = names[index + 1]!;
    const before = parts.slice(0, index + 1).join('.');
    const slice = part.includes(':') ? part.slice(part.indexOf(':') + 1) : undefined;
    const choice = name.endsWith('[x]');
    return { name: choice ? name.slice(0, -3) : name, choice, slice, id: `${before}.${part}`, headId: `${before}.${part.split(':')[0]!}` };
  });
}

function placesOf(tree: Tree, root: Root, element: ElementFacts): ProfilePlace[] {
  const segments = segmentsOf(element);
  // Slices of slices are left to the tests of the validator.
  if (segments === null || segments.some((one) => one.slice?.includes('/') === true)) return [];
  let parents: { readonly object: JsonObject; readonly path: JsonPath }[] = [root];
  for (const segment of segments.slice(0, -1)) {
    parents = parents.flatMap(({ object, path }) => (itemsOf(tree, object, path, segment) ?? []).flatMap((item) => (isObject(item.value) ? [{ object: item.value, path: item.path }] : [])));
  }
  const last = segments[segments.length - 1]!;
  const discriminates = segments.some((segment, index) => segment.slice !== undefined && discriminatorIds(tree, segment).some((id) => {
    const own = element.id;
    return index < segments.length && (own === id || own.startsWith(`${id}.`) || id.startsWith(`${own}.`)) && own !== segment.id;
  }));
  return parents.flatMap(({ object, path }) => {
    const items = itemsOf(tree, object, path, last);
    if (items === null) return [];
    return [{ profile: root.canonical, structure: tree.structure, element, name: last.name, choice: last.choice, parent: object, parentPath: path, items, discriminates, inSlice: segments.slice(0, -1).some((one) => one.slice !== undefined) }];
  });
}

/** Items of an element in an object; null when a slice's members cannot be told. */
function itemsOf(tree: Tree, object: JsonObject, path: JsonPath, segment: Segment): ProfileItem[] | null {
  const all = named(object, path, segment);
  if (segment.slice === undefined) return all;
  const items: ProfileItem[] = [];
  for (const item of all) {
    const member = belongs(tree, segment, item);
    if (member === null) return null;
    if (member) items.push(item);
  }
  return items;
}
function named(object: JsonObject, path: JsonPath, { name, choice }: Pick<Segment, 'name' | 'choice'>): ProfileItem[] {
  const items: ProfileItem[] = [];
  for (const [json, value] of Object.entries(object)) {
    if (value === undefined || (choice ? !(json.startsWith(name) && /^[A-Z]/.test(json.slice(name.length))) : json !== name)) continue;
    if (Array.isArray(value)) { for (const [index, one] of value.entries()) if (one !== null) items.push({ path: [...path, json, index], value: one, json }); } else items.push({ path: [...path, json], value, json });
  }
  return items;
}

const discriminatorsOf = (tree: Tree, segment: Segment): readonly { readonly type: string; readonly path: string }[] => {
  const stated = tree.byId.get(segment.headId)?.slicing?.discriminators ?? [];
  if (stated.length > 0) return stated;
  if (segment.name === 'extension' || segment.name === 'modifierExtension') return [{ type: 'value', path: 'url' }];
  return segment.choice ? [{ type: 'type', path: '$this' }] : [];
};
/** Ids of the elements of a slice that its discriminators look at. */
function discriminatorIds(tree: Tree, segment: Segment): string[] {
  return discriminatorsOf(tree, segment).map((one) => (one.path === '$this' ? segment.id : `${segment.id}.${one.path}`));
}
/** Whether an item is a member of a slice; null when this reading cannot tell. */
function belongs(tree: Tree, segment: Segment, item: ProfileItem): boolean | null {
  const discriminators = discriminatorsOf(tree, segment);
  if (discriminators.length === 0) return null;
  let verdict: boolean | null = true;
  for (const { type, path } of discriminators) {
    const answer = type === 'type' && path === '$this' ? byType(tree, segment, item) : type === 'value' || type === 'pattern' ? byValue(tree, segment, path, item) : null;
    if (answer === false) return false;
    if (answer === null) verdict = null;
  }
  return verdict;
}
function byType(tree: Tree, segment: Segment, item: ProfileItem): boolean | null {
  const types = tree.byId.get(segment.id)?.types ?? [];
  if (!segment.choice || types.length !== 1) return null;
  return item.json === segment.name + types[0]!.code[0]!.toUpperCase() + types[0]!.code.slice(1);
}
function byValue(tree: Tree, segment: Segment, path: string, item: ProfileItem): boolean | null {
  const slice = tree.byId.get(segment.id);
  if (path === 'url' && (segment.name === 'extension' || segment.name === 'modifierExtension')) {
    const urls = slice?.types?.flatMap((one) => one.profiles ?? []).map((one) => one.split('|')[0]!) ?? [];
    const own = tree.byId.get(`${segment.id}.url`)?.fixed?.value;
    const wanted = typeof own === 'string' ? own : urls.length === 1 ? urls[0]! : null;
    return wanted === null || !isObject(item.value) ? null : item.value.url === wanted;
  }
  if (!/^(\$this|[A-Za-z]+(\.[A-Za-z]+)*)$/.test(path)) return null;
  const steps = path === '$this' ? [] : path.split('.');
  const element = steps.length === 0 ? slice : tree.byId.get(`${segment.id}.${path}`);
  const wanted = element?.fixed ?? element?.pattern;
  const below = wanted !== undefined ? null : patternAbove(tree, segment.id, steps);
  if (wanted === undefined && below === null) return null;
  const values = below === null ? valuesAt(item.value, steps) : valuesAt(item.value, below.steps);
  return values.some((value) => contains(value, (below?.value ?? wanted!.value)));
}
/** A pattern on an element above the one that the discriminator names: `code` where the path is `code.coding.code`. */
function patternAbove(tree: Tree, sliceId: string, steps: readonly string[]): { readonly steps: readonly string[]; readonly value: Json } | null {
  for (let length = steps.length - 1; length >= 0; length -= 1) {
    const element = tree.byId.get([sliceId, ...steps.slice(0, length)].join('.'));
    const found = element?.pattern ?? element?.fixed;
    if (found !== undefined) return { steps: steps.slice(0, length), value: found.value };
  }
  return null;
}
function valuesAt(value: Json | undefined, steps: readonly string[]): Json[] {
  let values: Json[] = value === undefined ? [] : [value];
  for (const step of steps) values = values.flatMap((one) => (isObject(one) && one[step] !== undefined ? [one[step]!] : [])).flatMap((one) => (Array.isArray(one) ? one as Json[] : [one]));
  return values;
}
/** Whether a value holds all of a pattern (ElementDefinition.pattern[x]). */
export function contains(value: Json | undefined, pattern: Json): boolean {
  if (Array.isArray(pattern)) return Array.isArray(value) && pattern.every((part) => value.some((one: Json) => contains(one, part)));
  if (isObject(pattern)) return isObject(value) && Object.entries(pattern).every(([key, part]) => part === undefined || contains(value[key], part));
  return value === pattern;
}
