import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterEach, expect, it, vi } from 'vitest';
import { filesOf, packagesFolder } from './packages-on-disk.ts';

afterEach(() => { vi.unstubAllEnvs(); });

it('takes the folder that the environment names, and says when there is none', () => {
  vi.stubEnv('FHIR_PACKAGES', tmpdir());
  expect(packagesFolder()).toBe(tmpdir());
  vi.stubEnv('FHIR_PACKAGES', join(tmpdir(), 'certainly', 'not', 'here'));
  expect(packagesFolder()).toBeNull();
});
it('reads the resources of an archive in the order of their names, without manifest and index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-proof-'));
  try {
    mkdirSync(join(folder, 'package', 'other'), { recursive: true });
    for (const name of ['package.json', '.index.json', 'b.json', 'a.json', 'c.xml', 'other/d.json']) writeFileSync(join(folder, 'package', name), name);
    create({ file: join(folder, 'p.tgz'), cwd: folder, gzip: true, sync: true }, ['package']);
    const files = filesOf(folder, { file: 'p.tgz', fhir: 'r4', format: 'json' });
    expect(files.map((file) => [file.name, file.bytes.toString()])).toEqual([['package/a.json', 'a.json'], ['package/b.json', 'b.json']]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
