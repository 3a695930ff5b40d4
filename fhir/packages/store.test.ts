import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from './digest.ts';
import { loadDefinitions } from './load.ts';
import { sampleFolder, sampleManifest, samplePackage, sampleProfile } from './sample.ts';
import { packageStore } from './store.ts';

let place: ReturnType<typeof sampleFolder>;
let lines: string[];
const open = () => packageStore(join(place.folder, 'store'), { cache: join(place.folder, 'cache'), log: (line) => lines.push(line.en) });
beforeEach(() => { place = sampleFolder(); lines = []; });
afterEach(() => place.clear());
const one = samplePackage(sampleManifest('a', '1.0.0'), [sampleProfile('http://example.org/a', '1.0.0')]);
const two = samplePackage(sampleManifest('a', '2.0.0', { b: '1.0.0' }), [sampleProfile('http://example.org/a', '2.0.0')]);
const b = samplePackage(sampleManifest('b', '1.0.0'), [sampleProfile('http://example.org/b')]);

test('added, listed, pinned, loaded and removed', async () => {
  const store = open();
  expect(store.list()).toEqual([]);
  const added = await store.add(two);
  expect(added).toMatchObject({ installed: { id: { name: 'a', version: '2.0.0' }, fhir: 'r4', form: 'tgz', sha256: sha256(two) }, notes: [], missing: [{ name: 'b', version: '1.0.0', neededBy: { name: 'a', version: '2.0.0' } }] });
  await store.add(one);
  expect((await store.add(b)).missing).toEqual([]);
  expect(store.pins()).toEqual([{ name: 'a', version: '1.0.0', sha256: sha256(one) }, { name: 'a', version: '2.0.0', sha256: sha256(two) }, { name: 'b', version: '1.0.0', sha256: sha256(b) }]);
  const { packages, missing, problems } = await open().load(store.pins());
  expect([missing, problems]).toEqual([[], []]);
  expect(packages.map((loaded) => `${loaded.id.name}#${loaded.id.version}`)).toEqual(['a#1.0.0', 'b#1.0.0', 'a#2.0.0']);
  expect(loadDefinitions('r4', packages).structure('http://example.org/a')!.version).toBe('2.0.0');
  store.remove({ name: 'a', version: '1.0.0' });
  expect(store.list().map((installed) => installed.id)).toEqual([{ name: 'a', version: '2.0.0' }, { name: 'b', version: '1.0.0' }]);
  expect(() => store.remove({ name: 'a', version: '1.0.0' })).toThrow(expect.objectContaining({ problem: 'not-installed' }));
});
test('what is kept is for its owner only', async () => {
  await open().add(one);
  for (const folder of ['store', 'cache']) {
    expect(statSync(join(place.folder, folder)).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(join(place.folder, folder))) expect(statSync(join(place.folder, folder, name)).mode & 0o777, name).toBe(0o600);
  }
});
test('pins decide what is loaded: nothing else, nothing other, and what is absent is said', async () => {
  const store = open();
  await store.add(one);
  await store.add(two);
  await store.add(b);
  const only = await store.load([{ name: 'a', version: '2.0.0', sha256: sha256(two).toUpperCase() }]);
  expect(only.packages.map((loaded) => loaded.id.version)).toEqual(['2.0.0']);
  expect(only.missing.map((missing) => missing.name)).toEqual(['b']);
  const wrong = await store.load([{ name: 'a', version: '1.0.0', sha256: sha256('other') }, { name: 'z', version: '1', sha256: '' }]);
  expect(wrong.packages).toEqual([]);
  expect(wrong.problems.map((problem) => [problem.kind, problem.pin.name])).toEqual([['differs', 'a'], ['missing', 'z']]);
});
test('an installed archive that was changed afterwards is not loaded, also when the cache has it', async () => {
  const store = open();
  await store.add(one);
  writeFileSync(join(store.folder, 'a#1.0.0.tgz'), b);
  expect((await store.load()).problems.map((problem) => problem.kind)).toEqual(['differs']);
  rmSync(join(store.folder, 'a#1.0.0.tgz'));
  expect((await store.load()).problems.map((problem) => problem.kind)).toEqual(['missing']);
});
test('a damaged cache is made again, and said', async () => {
  const store = open();
  await store.add(one);
  const [file] = readdirSync(join(place.folder, 'cache'));
  const path = join(place.folder, 'cache', file!);
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, 50));
  expect((await store.load()).packages).toHaveLength(1);
  expect(lines).toEqual([expect.stringContaining('damaged')]);
  expect(readFileSync(path)).toEqual(whole);
});
test('other content under the same name and version takes an explicit word', async () => {
  const store = open();
  const other = samplePackage(sampleManifest('a', '1.0.0'), []);
  await store.add(one);
  await store.add(one);
  await expect(store.add(other)).rejects.toMatchObject({ problem: 'already-installed' });
  await store.add(other, { replace: true });
  expect(store.pins()).toEqual([{ name: 'a', version: '1.0.0', sha256: sha256(other) }]);
  expect((await store.load()).packages[0]!.table.rows).toEqual([]);
});
test('a folder is kept with its files and loads without cache too', async () => {
  const folder = join(place.folder, 'my.folder-1.0.0');
  mkdirSync(folder);
  writeFileSync(join(folder, 'p.json'), JSON.stringify(sampleProfile('http://example.org/p')));
  const store = open();
  const { installed } = await store.add(folder);
  rmSync(folder, { recursive: true });
  rmSync(join(place.folder, 'cache'), { recursive: true });
  const { packages } = await store.load(store.pins());
  expect(packages[0]).toMatchObject({ id: installed.id, sha256: installed.sha256 });
  expect(packages[0]!.table.rows.map((row) => row.url)).toEqual(['http://example.org/p']);
});
test('name and version given by the user are kept for later starts', async () => {
  const folder = join(place.folder, 'sources');
  mkdirSync(folder);
  writeFileSync(join(folder, 'v.json'), '{"resourceType":"ValueSet","url":"http://example.org/v"}');
  const store = open();
  await store.add(folder, { id: { name: 'mine', version: '1.0' }, fhir: 'stu3' });
  rmSync(join(place.folder, 'cache'), { recursive: true });
  expect((await store.load()).packages.map((loaded) => [loaded.id.name, loaded.fhir])).toEqual([['mine', 'stu3']]);
});
test('records that were tampered with count as absent', async () => {
  const store = open();
  await store.add(one);
  const file = join(store.folder, 'a#1.0.0.json');
  const record = JSON.parse(readFileSync(file, 'utf8'));
  for (const change of [{ id: { name: '../../x', version: '1.0.0' } }, { id: { name: 'b', version: '1.0.0' } }, { form: 'exe' }, { fhir: 'r9' }, { sha256: 1 }]) {
    writeFileSync(file, JSON.stringify({ ...record, ...change }));
    expect(store.list(), JSON.stringify(change)).toEqual([]);
  }
  writeFileSync(file, '{');
  expect(store.list()).toEqual([]);
});
