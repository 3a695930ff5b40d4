import type { Definitions } from '../definitions/definitions.ts';
import type { ElementFacts } from '../definitions/structure.ts';

/** An element that names a profile which is not loaded, or whose own base is not: what that profile asks is not tested. */
export interface NotTested { readonly element: string; readonly canonical: string }

/** Elements of a snapshot that name profiles (of the type or of the target) that are not here, in order. */
export function notTestedOf(elements: readonly ElementFacts[], definitions: Definitions): readonly NotTested[] {
  const known = new Map<string, boolean>();
  const isHere = (canonical: string): boolean => {
    let here = known.get(canonical);
    if (here === undefined) known.set(canonical, here = hasWholeChain(canonical, definitions));
    return here;
  };
  return elements.flatMap((element) => {
    const named = new Set((element.types ?? []).flatMap((type) => [...type.profiles ?? [], ...type.targets ?? []]));
    return [...named].filter((canonical) => !isHere(canonical)).map((canonical) => ({ element: element.id, canonical }));
  });
}
function hasWholeChain(canonical: string, definitions: Definitions): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = canonical; at !== undefined;) {
    const structure = definitions.structure(at);
    if (structure === null || seen.has(structure.url)) return false;
    if (structure.snapshot !== undefined) return true;
    seen.add(structure.url);
    at = structure.base;
  }
  return false;
}
