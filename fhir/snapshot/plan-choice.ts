import type { Item, Workshop } from './apply.ts';
import { typedName } from './choice.ts';
import type { DiffNode } from './differential.ts';
import { nameOf, type ElementNode } from './element-node.ts';

/**
 * How constraints on one type of a choice are meant.
 *
 * A path with the type in it (`valueQuantity`) is short for the choice limited to that type. STU3: it stands for the choice itself
 * (STU3, Profiling, "Limiting the choice of types"); R4: it is a slice of that type in a closed slicing by type. The snapshots in
 * both core packages are made that way. It can't be what is meant when the choice is sliced, lists more types, or has more than
 * one such type: then they are slices that exclude no other type, as `value[x]:valueQuantity` on the path `value[x]` always is
 * (R4, ElementDefinition, "path"; tracker FHIR-12259).
 */
export function planChoice(shop: Workshop, whole: ElementNode, items: readonly Item[], id: string): readonly Item[] {
  const named = items.filter((item) => item.type !== undefined);
  if (named.length === 0) return items;
  const listed = items.filter((item) => item.slice === undefined).flatMap((item) => item.diff.facts);
  const types = new Set(named.map((item) => item.type));
  const isSliced = whole.element.slicing !== undefined || whole.slices.length > 0 || listed.some((facts) => facts.slicing !== undefined) || items.some((item) => item.slice !== undefined && item.type === undefined);
  const isPlain = named.every((item) => item.slice === typedName(nameOf(whole.element), item.type!));
  const listsMore = listed.some((facts) => facts.types !== undefined && facts.types.some((type) => !types.has(type.code)));
  if (isSliced || !isPlain || listsMore) return items;
  if (types.size > 1) {
    shop.issues.push({ code: 'choice-ambiguous', element: id, detail: [...types].join(', ') });
    return items;
  }
  if (shop.definitions.fhir === 'stu3') return items.map(({ slice, ...item }) => item);
  return [{ diff: limitedTo(named[0]!.type!, id) }, ...items];
}
/** What the short form says of the choice as a whole in R4. */
function limitedTo(type: string, id: string): DiffNode {
  const facts = { id, path: id, types: [{ code: type }], slicing: { discriminators: [{ type: 'type', path: '$this' }], rules: 'closed', ordered: false } } as const;
  return { name: id, facts: [facts], children: [] };
}
