import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { compile } from './compile.ts';
import { sampleFolder, sampleManifest, samplePackage } from './sample.ts';
import { openSnapshotCache } from './snapshot-cache.ts';
import { readPackageSource } from './source.ts';

const { folder, clear } = sampleFolder();
afterAll(clear);
const pack = (version: string) => compile(readPackageSource(samplePackage(sampleManifest('a', version), [])));
const kept = { structure: coreDefinitions('r4').type('Observation')!, notTested: [{ element: 'Observation.code', canonical: 'http://example.org/x' }] };

test('snapshots come back for the same packages in a later process, and for no others', () => {
  const open = (packages: Parameters<typeof openSnapshotCache>[0]) => openSnapshotCache(packages, { folder: join(folder, 'cache') });
  const first = open([pack('1.0.0')]);
  expect([first.size, first.get('http://example.org/p')]).toEqual([0, null]);
  first.keep([['http://example.org/p', kept]]);
  expect(first.get('http://example.org/p')).toEqual(kept);
  const later = open([pack('1.0.0')]);
  expect(later.size).toBe(1);
  expect(later.get('http://example.org/p')).toEqual(kept);
  expect(later.get('http://example.org/p')).toBe(later.get('http://example.org/p'));
  expect([open([pack('1.0.1')]).size, open([]).size, open([pack('1.0.0'), pack('1.0.1')]).size]).toEqual([0, 0, 0]);
});
