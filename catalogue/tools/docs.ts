import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { TestPurpose } from '../../model/requirement.ts';
import { coverageMarkdown } from '../coverage-text.ts';
import { severityMarkdown } from '../severity-text.ts';

export interface Page { readonly name: string; readonly file: URL; readonly text: string }

const purposesModule = new URL('../purposes/index.ts', import.meta.url);

/** Without the module nothing is built, and the coverage page says so: everything planned. */
export async function readPurposes(): Promise<readonly TestPurpose[]> {
  if (!existsSync(purposesModule)) return [];
  const { testPurposes } = (await import(purposesModule.href)) as { testPurposes: readonly TestPurpose[] };
  return testPurposes;
}

/** The pages of `docs/` that are made from data, as they should be now. */
export async function generatedPages(): Promise<readonly Page[]> {
  const page = (name: string, text: string): Page => ({ name, file: new URL(`../../docs/${name}`, import.meta.url), text });
  return [page('severity.md', severityMarkdown()), page('coverage.md', coverageMarkdown(await readPurposes()))];
}

/** Lines that differ between the committed page and what it should be, with line numbers; empty when they are equal. */
export function differences(committed: string, wanted: string): readonly string[] {
  if (committed === wanted) return [];
  const [before, after] = [committed.split('\n'), wanted.split('\n')];
  const [had, has] = [new Set(before), new Set(after)];
  const gone = before.flatMap((line, index) => (has.has(line) ? [] : [`- ${index + 1}: ${line}`]));
  const come = after.flatMap((line, index) => (had.has(line) ? [] : [`+ ${index + 1}: ${line}`]));
  // Equal sets of lines in another order or number are a difference too.
  return gone.length + come.length > 0 ? [...gone, ...come] : ['the same lines in another order or number'];
}

/** The committed text of a page; empty when it was never made. */
export function committedText(page: Page): string {
  return existsSync(page.file) ? readFileSync(page.file, 'utf8') : '';
}

async function main(): Promise<void> {
  for (const page of await generatedPages()) {
    const stale = differences(committedText(page), page.text).length > 0;
    if (stale) writeFileSync(page.file, page.text);
    console.log(`docs/${page.name}: ${stale ? 'written' : 'unchanged'}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
