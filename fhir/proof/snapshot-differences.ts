import { isDeepStrictEqual } from 'node:util';
import type { ElementFacts, Structure } from '../definitions/structure.ts';

/** One way in which a made snapshot differs from the published one. `field` is a fact of the element, or `extra`, `missing`, `order` for elements themselves. */
export interface Difference { readonly element: string; readonly field: string; readonly published?: unknown; readonly made?: unknown }

/**
 * Differences between two snapshots of one definition, element by element (by id) and fact by fact. Of invariants neither `source`
 * (prose of the publisher) nor the order is compared.
 */
export function differences(published: readonly ElementFacts[], made: readonly ElementFacts[]): Difference[] {
  const [theirs, ours] = [byId(published), byId(made)];
  const found: Difference[] = [];
  for (const [id, one] of theirs) {
    const other = ours.get(id);
    if (other === undefined) { found.push({ element: id, field: 'missing' }); continue; }
    for (const field of new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof ElementFacts>) {
      if (!isDeepStrictEqual(one[field], other[field])) found.push({ element: id, field, published: one[field], made: other[field] });
    }
  }
  for (const id of ours.keys()) if (!theirs.has(id)) found.push({ element: id, field: 'extra' });
  if (found.length === 0 && !isDeepStrictEqual([...theirs.keys()], [...ours.keys()])) found.push({ element: published[0]!.id, field: 'order' });
  return found;
}
function byId(elements: readonly ElementFacts[]): Map<string, ElementFacts> {
  const root = elements[0]!;
  // The published SimpleQuantity has a slice name on its root, in every id.
  const plain = (id: string): string => (root.sliceName === undefined || !id.startsWith(root.id) ? id : root.path + id.slice(root.id.length));
  return new Map(elements.map((element) => [plain(element.id), comparable({ ...element, id: plain(element.id) })]));
}
function comparable(element: ElementFacts): ElementFacts {
  if (element.constraints === undefined) return element;
  const plain = element.constraints.map(({ source, ...rest }) => rest);
  return { ...element, constraints: plain.sort((one, other) => (`${one.key} ${one.expression}` < `${other.key} ${other.expression}` ? -1 : 1)) };
}

/** The published snapshot contradicts its own differential: that states the fact, and the made snapshot has it as it is stated. */
export function againstDifferential(structure: Structure, difference: Difference): boolean {
  const stated = structure.differential?.filter((element) => element.id === difference.element).map((element) => element[difference.field as keyof ElementFacts]) ?? [];
  return stated.some((value) => value !== undefined && isDeepStrictEqual(value, difference.made));
}
