import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesOf, mutantsOf } from './find-mutants.ts';

const root = mkdtempSync(join(tmpdir(), 'toetssteen-mutants-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
/** What is put in the place of something, over all mutants of this source. */
async function replacements(source: string): Promise<(string | undefined)[]> {
  writeFileSync(join(root, 'f.ts'), source);
  return (await mutantsOf(['f.ts'], root)).map((one) => one.replacement);
}
test('sentences in both languages, reasons and what a pass saw are left out', async () => {
  expect(await replacements("const title = { nl: 'Een zin', en: 'A sentence' };")).toEqual([]);
  expect(await replacements("const said = [text('Een zin', 'A sentence'), notApplicable('no task'), pass('seen', exchange)];")).toEqual(['[]']);
  expect(await replacements('const said = text(`Status ${exchange.status}`, `Status ${show(one[0]!)}`);')).toEqual([]);
});
test('all else is mutated: logic in a sentence, other arguments, other objects', async () => {
  expect(await replacements("const said = text(`Status ${a ?? 'none'}`, 'A sentence');")).toContain('``');
  expect(await replacements("const said = text(`Status ${a ?? 'none'}`, 'A sentence');")).toContain("a && 'none'");
  expect(await replacements("const said = text(a === 1 ? 'een' : 'twee', 'A sentence');")).toContain('a !== 1');
  expect(await replacements("const said = notApplicable('why', ['X-1']);")).toEqual(['[]', '""']);
  expect(await replacements("const said = violation(where, expected, 'absent', next);")).toEqual(['""']);
  expect(await replacements("const rule = { nl: 'a', en: 'b', id: 'c' };")).toEqual(['{}', '""', '""', '""']);
  expect(await replacements("const rule = { nl: a || 'b', en: 'c' };")).toContain("a && 'b'");
});
test('patterns pick files, and with ! leave them out', () => {
  writeFileSync(join(root, 'g.ts'), '');
  writeFileSync(join(root, 'g.test.ts'), '');
  expect(filesOf(['*.ts', '!*.test.ts'], null, root)).toEqual(['f.ts', 'g.ts']);
  expect(filesOf(['*.ts', '!*.test.ts'], 'g*', root)).toEqual(['g.ts']);
});
