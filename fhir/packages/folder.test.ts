import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFolder } from './folder.ts';
import { defaultPackageLimits } from './limits.ts';
import { sampleFolder } from './sample.ts';

const { folder, clear } = sampleFolder();
afterAll(clear);
mkdirSync(join(folder, 'profiles/examples'), { recursive: true });
mkdirSync(join(folder, '.git'));
for (const name of ['b.xml', 'a.json', 'readme.md', 'profiles/c.json', 'profiles/examples/d.json', '.git/e.json', '.index.json']) writeFileSync(join(folder, name), name);
symlinkSync(join(folder, 'a.json'), join(folder, 'link.json'));
symlinkSync(folder, join(folder, 'round'));

test('definitions in order of path; no examples, hidden files or links', () => {
  expect(readFolder(folder, defaultPackageLimits).map((file) => [file.path, Buffer.from(file.bytes).toString()])).toEqual([['a.json', 'a.json'], ['b.xml', 'b.xml'], ['profiles/c.json', 'profiles/c.json']]);
});
test.each([[{ files: 3 }, 'too-many-files'], [{ file: 3 }, 'too-large'], [{ unpacked: 12 }, 'too-large']])('bounds %j hold', (limits, problem) => {
  expect(() => readFolder(folder, { ...defaultPackageLimits, ...limits })).toThrow(expect.objectContaining({ problem }));
});
