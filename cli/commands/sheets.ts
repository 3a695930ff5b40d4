import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entrySheet } from '../../fixtures/entry-sheet.ts';
import { personas } from '../../fixtures/personas/index.ts';
import { writingTo } from '../system-error.ts';

/** `toetssteen sheets <folder>`: one printable page per patient, dated relative to today. */
export async function sheets(options: { readonly folder: string; readonly out: (line: string) => void }): Promise<number> {
  await writingTo(options.folder, null, () => mkdirSync(options.folder, { recursive: true }));
  for (const persona of personas) {
    const file = join(options.folder, `${persona.key}.html`);
    await writingTo(file, null, () => writeFileSync(file, entrySheet(persona, Date.now())));
    options.out(file);
  }
  return 0;
}
