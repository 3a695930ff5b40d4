import type { Item, Workshop } from './apply.ts';
import { typedName } from './choice.ts';
import { nameOf, type ElementNode } from './element-node.ts';

/**
 * How constraints on one type of a choice are meant.
 *
 * R4: they are a slice of that type and exclude no other type (tracker FHIR-12259).
 * STU3: a path with the type in it (`valueQuantity`) stands for the choice itself, limited to that type, unless the choice is sliced
 * (STU3, Profiling, "Limiting the choice of types"; the snapshots in the STU3 core package are made that way). With more than one
 * such type, or a list of types beside it, that can't be what is meant: then they are slices, as in R4.
 */
export function planChoice(shop: Workshop, whole: ElementNode, items: readonly Item[], id: string): readonly Item[] {
  const named = items.filter((item) => item.type !== undefined);
  if (shop.definitions.fhir !== 'stu3' || named.length === 0) return items;
  const listed = items.flatMap((item) => (item.slice === undefined ? item.diff.facts : []));
  const types = new Set(named.map((item) => item.type));
  const isSliced = whole.element.slicing !== undefined || whole.slices.length > 0 || listed.some((facts) => facts.slicing !== undefined) || items.some((item) => item.slice !== undefined && item.type === undefined);
  const isPlain = named.every((item) => item.slice === typedName(nameOf(whole.element), item.type!));
  const listsMore = listed.some((facts) => facts.types !== undefined && facts.types.some((type) => !types.has(type.code)));
  if (isSliced || !isPlain || listsMore) return items;
  if (types.size > 1) {
    shop.issues.push({ code: 'choice-ambiguous', element: id, detail: [...types].join(', ') });
    return items;
  }
  return items.map(({ slice, ...item }) => item);
}
