import type { CodeFacts, CodeSystemFacts } from '../definitions/terminology.ts';

/** A code system ready for questions: codes by name, and what stands under what. */
export class SystemView {
  readonly facts: CodeSystemFacts;
  /** As FHIR has it when nothing is said: case matters. */
  readonly caseSensitive: boolean;
  private readonly byCode = new Map<string, CodeFacts>();
  private children: Map<string, string[]> | undefined;

  constructor(facts: CodeSystemFacts) {
    this.facts = facts;
    this.caseSensitive = facts.caseSensitive ?? true;
    for (const one of facts.codes) {
      const key = this.fold(one.code);
      if (!this.byCode.has(key)) this.byCode.set(key, one);
    }
  }
  /** The form in which codes are compared. */
  fold(code: string): string { return this.caseSensitive ? code : code.toLowerCase(); }
  get(code: string): CodeFacts | undefined { return this.byCode.get(this.fold(code)); }
  codes(): Iterable<CodeFacts> { return this.byCode.values(); }
  get size(): number { return this.byCode.size; }

  /** All below a code, itself not included, in folded form. Circles end where they began. */
  below(code: string): Set<string> {
    this.children ??= this.childrenOfAll();
    const found = new Set<string>();
    const next = [this.fold(code)];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      for (const child of this.children.get(at) ?? []) {
        if (found.has(child)) continue;
        found.add(child);
        next.push(child);
      }
    }
    return found;
  }
  /** All above a code, itself not included, in folded form. */
  above(code: string): Set<string> {
    const found = new Set<string>();
    const next = [this.fold(code)];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      for (const parent of parentsOf(this.byCode.get(at))) {
        const folded = this.fold(parent);
        if (found.has(folded)) continue;
        found.add(folded);
        next.push(folded);
      }
    }
    return found;
  }
  private childrenOfAll(): Map<string, string[]> {
    const children = new Map<string, string[]>();
    for (const [code, one] of this.byCode) for (const parent of parentsOf(one)) {
      const key = this.fold(parent);
      const known = children.get(key);
      if (known === undefined) children.set(key, [code]); else known.push(code);
    }
    return children;
  }
}
const parentsOf = (one: CodeFacts | undefined): readonly string[] =>
  one === undefined ? [] : [...one.parent === undefined ? [] : [one.parent], ...one.alsoUnder ?? []];
