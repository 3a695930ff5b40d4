import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readArchive } from './archive.ts';
import { defaultPackageLimits } from './limits.ts';
import { sampleArchive, sampleTar } from './sample.ts';

const read = (bytes: Uint8Array, limits: object = {}) => readArchive(bytes, { ...defaultPackageLimits, ...limits });
const problem = (run: () => unknown): string | undefined => { try { run(); } catch (error) { return (error as { problem?: string }).problem ?? String(error); } return undefined; };

test('plain files come out as they are', () => {
  const { files, refused } = read(sampleArchive([{ path: 'package/', type: '5' }, { path: 'package/a.json', content: '{"é":1}' }, { path: './package/empty.json' }]));
  expect(files.map((file) => [file.path, Buffer.from(file.bytes).toString()])).toEqual([['package/a.json', '{"é":1}'], ['package/empty.json', '']]);
  expect(refused).toEqual([]);
});
test('links, devices and paths that step out are refused by name', () => {
  const { files, refused } = read(sampleArchive([
    { path: '../evil.json', content: '{}' }, { path: '/etc/evil.json', content: '{}' }, { path: 'package/../../evil.json', content: '{}' }, { path: 'package\\evil.json', content: '{}' },
    { path: 'package/link.json', type: '2', link: '/etc/passwd' }, { path: 'package/hard.json', type: '1', link: 'package/a.json' }, { path: 'package/fifo', type: '6' },
    { path: 'package/a.json', content: '{}' },
  ]));
  expect(files.map((file) => file.path)).toEqual(['package/a.json']);
  expect(refused.map((one) => one.path)).toEqual(['../evil.json', '/etc/evil.json', 'package/../../evil.json', 'package\\evil.json', 'package/link.json', 'package/hard.json', 'package/fifo']);
});
test('of two entries with one path the first counts', () => {
  const { files, refused } = read(sampleArchive([{ path: 'package/a.json', content: '1' }, { path: './package/a.json', content: '2' }]));
  expect(files.map((file) => Buffer.from(file.bytes).toString())).toEqual(['1']);
  expect(refused).toEqual([{ path: './package/a.json', why: 'repeated' }]);
});
test('long names by pax headers are read', () => {
  const path = `package/${'x'.repeat(150)}.json`;
  const record = `${` path=${path}\n`.length + 3} path=${path}\n`;
  expect(read(sampleArchive([{ path: 'pax', type: 'x', content: record }, { path: 'package/cut', content: '{}' }])).files[0]!.path).toBe(path);
});
test('a bomb stops at the bound of what is unpacked', () => {
  expect(problem(() => read(gzipSync(Buffer.alloc(5_000_000)), { unpacked: 1_000_000 }))).toBe('too-large');
});
test('bounds of the archive, one file and the number of files hold', () => {
  const archive = sampleArchive([{ path: 'a', content: 'x'.repeat(2000) }, { path: 'b' }, { path: 'c' }]);
  expect(problem(() => read(archive, { archive: 10 }))).toBe('too-large');
  expect(problem(() => read(archive, { file: 1999 }))).toBe('too-large');
  expect(problem(() => read(archive, { files: 2 }))).toBe('too-many-files');
  expect(problem(() => read(archive, { file: 2000, files: 3 }))).toBeUndefined();
});
test('what is no archive, cut off or damaged is refused', () => {
  expect(problem(() => read(Buffer.from('hello')))).toBe('not-a-package');
  expect(problem(() => read(gzipSync(Buffer.from('hello'))))).toBe('not-a-package');
  const archive = sampleArchive([{ path: 'a', content: 'x'.repeat(2000) }]);
  expect(problem(() => read(archive.subarray(0, archive.length - 20)))).toBe('not-a-package');
  expect(problem(() => read(gzipSync(sampleTar([{ path: 'a', content: 'x'.repeat(2000) }]).subarray(0, 1024))))).toBe('not-a-package');
  const tar = sampleTar([{ path: 'a', content: '{}' }]);
  tar[0] = 0x62;
  expect(problem(() => read(gzipSync(tar)))).toBe('not-a-package');
  expect(problem(() => read(sampleArchive([{ path: 'a', content: 'x', size: 70_000 }])))).toBe('not-a-package');
});
