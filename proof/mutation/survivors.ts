import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Described } from './mutants.ts';

/** A survivor that was looked at, and why no test can or should notice it. */
export interface Explained extends Described { readonly why: string }
const schema = z.array(z.strictObject({ file: z.string().min(1), line: z.string().min(1), mutant: z.string().min(1), why: z.string().min(20) }));

/** The explained survivors of the project. Throws when the file has another shape. */
export function readExplained(path: string = join(import.meta.dirname, 'survivors.yaml')): readonly Explained[] {
  return schema.parse(parse(readFileSync(path, 'utf8')) ?? []);
}

export interface Compared {
  readonly explained: readonly Explained[];
  readonly unexplained: readonly Described[];
  /** Explanations whose mutant is noticed by now or is no more: they must go. */
  readonly stale: readonly Explained[];
}
/** Each explanation serves one survivor; the same mutant twice on equal lines needs two. */
export function compare(survivors: readonly Described[], explanations: readonly Explained[]): Compared {
  const left = [...explanations];
  const explained: Explained[] = [];
  const unexplained: Described[] = [];
  for (const survivor of survivors) {
    const at = left.findIndex((one) => one.file === survivor.file && one.line === survivor.line && one.mutant === survivor.mutant);
    if (at < 0) unexplained.push(survivor);
    else explained.push(...left.splice(at, 1));
  }
  return { explained, unexplained, stale: left };
}
