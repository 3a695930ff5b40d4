import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sampleFolder } from './sample.ts';
import { openTableCache } from './table-cache.ts';
import { writeTable } from './table-file.ts';

const { folder, clear } = sampleFolder();
afterAll(clear);
const table = (what: string) => writeTable({ what }, []);

test('what is put comes back, for that subject and maker only; files are for their owner', () => {
  const cache = openTableCache(join(folder, 'a'));
  expect(cache.get('s', 'm')).toBeNull();
  cache.put('s', 'm', table('1'));
  expect(cache.get('s', 'm')!.meta).toEqual({ what: '1' });
  expect([cache.get('s', 'other'), cache.get('t', 'm')]).toEqual([null, null]);
  expect(statSync(join(folder, 'a', 's-m.table')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
});
test('a new maker clears away what the old one made, and drop all of a subject', () => {
  const cache = openTableCache(join(folder, 'b'));
  cache.put('s', 'old', table('1'));
  cache.put('t', 'old', table('2'));
  cache.put('s', 'new', table('3'));
  expect(readdirSync(join(folder, 'b')).sort()).toEqual(['s-new.table', 't-old.table']);
  cache.drop('s');
  expect(readdirSync(join(folder, 'b'))).toEqual(['t-old.table']);
});
test('a damaged file counts as absent and is said', () => {
  const lines: string[] = [];
  const cache = openTableCache(join(folder, 'c'), (line) => lines.push(line.en));
  cache.put('s', 'm', table('1'));
  writeFileSync(join(folder, 'c', 's-m.table'), 'half');
  expect(cache.get('s', 'm')).toBeNull();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('damaged');
});
test('a place that can not be written is said, and stops nobody', () => {
  const lines: string[] = [];
  writeFileSync(join(folder, 'file'), '');
  chmodSync(join(folder, 'file'), 0o400);
  openTableCache(join(folder, 'file', 'below'), (line) => lines.push(line.en)).put('s', 'm', table('1'));
  expect(lines[0]).toContain('not written');
});
