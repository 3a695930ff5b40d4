import type { CodeSystemFacts, ValueSetFacts } from '../definitions/terminology.ts';
import type { SearchParameterFacts } from '../definitions/search-parameter.ts';
import type { ElementFacts, Structure } from '../definitions/structure.ts';

/**
 * A table is text of one definition a line: kind, canonical, and JSON, separated by tabs, so that a start reads only
 * the two first columns and each definition is parsed when it is first asked for.
 */
export type Definition =
  | { readonly kind: 'structure'; readonly facts: Structure }
  | { readonly kind: 'value-set'; readonly facts: ValueSetFacts }
  | { readonly kind: 'code-system'; readonly facts: CodeSystemFacts }
  | { readonly kind: 'search-parameter'; readonly facts: SearchParameterFacts };

export function writeLine(definition: Definition): string {
  const facts = definition.kind === 'structure' ? packStructure(definition.facts) : definition.facts;
  return `${definition.kind}\t${definition.facts.url}\t${JSON.stringify(facts)}`;
}
/** Where each line stands, by kind and canonical; nothing is parsed yet. */
export function indexLines(text: string): Map<Definition['kind'], Map<string, { readonly from: number; readonly to: number }>> {
  const index = new Map<Definition['kind'], Map<string, { from: number; to: number }>>();
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    const first = text.indexOf('\t', start);
    const second = text.indexOf('\t', first + 1);
    const kind = text.slice(start, first) as Definition['kind'];
    const byUrl = index.get(kind) ?? new Map<string, { from: number; to: number }>();
    index.set(kind, byUrl);
    byUrl.set(text.slice(first + 1, second), { from: second + 1, to: end });
    start = end + 1;
  }
  return index;
}

/** Leaves out what can be told from the rest: an id equal to the path, a base equal to the element itself. */
export function packStructure(structure: Structure): Structure {
  return { ...structure, ...(structure.snapshot && { snapshot: structure.snapshot.map(packElement) }), ...(structure.differential && { differential: structure.differential.map(packElement) }) };
}
export function unpackStructure(structure: Structure): Structure {
  return { ...structure, ...(structure.snapshot && { snapshot: structure.snapshot.map(unpackElement) }), ...(structure.differential && { differential: structure.differential.map(unpackElement) }) };
}
type Packed = Omit<ElementFacts, 'id' | 'base'> & { readonly id?: string; readonly base?: ElementFacts['base'] | 0 };
function packElement(element: ElementFacts): ElementFacts {
  const { id, base, ...rest } = element;
  const same = base !== undefined && base.path === element.path && base.min === element.min && base.max === element.max;
  return { ...(id !== element.path && { id }), ...rest, ...(base !== undefined && { base: same ? 0 : base }) } as unknown as ElementFacts;
}
function unpackElement(element: ElementFacts): ElementFacts {
  const { id, base, ...rest } = element as unknown as Packed;
  const whole = base === 0 ? { path: element.path, min: element.min!, max: element.max! } : base;
  return { id: id ?? element.path, ...rest, ...(whole !== undefined && { base: whole }) };
}
