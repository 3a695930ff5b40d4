import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloadPackage } from './package-server.ts';
import { sampleFolder, sampleManifest, samplePackage } from './sample.ts';
import { packageStore } from './store.ts';

type Answer = { readonly status?: number; readonly body: string | Buffer } | 'hang';
let server: Server;
let answers: Record<string, Answer>;
let asked: string[];
let address: string;
beforeEach(async () => {
  answers = {};
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url!);
    const answer = answers[request.url!] ?? { status: 404, body: 'none' };
    if (answer === 'hang') return;
    response.writeHead(answer.status ?? 200).end(answer.body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/registry/`;
});
afterEach(() => new Promise<void>((closed) => { server.closeAllConnections(); server.close(() => closed()); }));

const archive = samplePackage(sampleManifest('a.b', '1.0.1', { 'c.d': '1.0.x', missing: '1.0.0' }), []);
const serve = (name: string, versions: Record<string, { archive: Buffer; dist?: object }>, tags?: object): void => {
  answers[`/registry/${name}`] = { body: JSON.stringify({ name, ...(tags !== undefined && { 'dist-tags': tags }), versions: Object.fromEntries(Object.entries(versions).map(([version, one]) => [version, { name, version, dist: one.dist ?? {} }])) }) };
  for (const [version, one] of Object.entries(versions)) answers[`/registry/${name}/${version}`] = { body: one.archive };
};

test('an exact version, the newest patch, or what the server calls latest', async () => {
  serve('a.b', { '1.0.0': { archive: Buffer.from('0') }, '1.0.1': { archive }, '2.0.0-beta': { archive: Buffer.from('2') } }, { latest: '1.0.0' });
  expect((await downloadPackage({ address }, 'a.b', '1.0.1')).bytes).toEqual(archive);
  expect((await downloadPackage({ address }, 'a.b', '1.0.x')).id.version).toBe('1.0.1');
  expect((await downloadPackage({ address }, 'a.b')).id.version).toBe('1.0.0');
  expect(asked).toEqual(['/registry/a.b', '/registry/a.b/1.0.1', '/registry/a.b', '/registry/a.b/1.0.1', '/registry/a.b', '/registry/a.b/1.0.0']);
});
test('a hash that the list gives is checked', async () => {
  const right = { shasum: createHash('sha1').update(archive).digest('hex'), integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}` };
  serve('a.b', { '1.0.1': { archive, dist: right } });
  expect((await downloadPackage({ address }, 'a.b', '1.0.1')).bytes).toEqual(archive);
  serve('a.b', { '1.0.1': { archive: Buffer.from('other'), dist: { shasum: right.shasum } } });
  await expect(downloadPackage({ address }, 'a.b', '1.0.1')).rejects.toMatchObject({ problem: 'hash-differs' });
  serve('a.b', { '1.0.1': { archive: Buffer.from('other'), dist: { integrity: right.integrity } } });
  await expect(downloadPackage({ address }, 'a.b', '1.0.1')).rejects.toMatchObject({ problem: 'hash-differs' });
});
test('what goes wrong is told apart', async () => {
  await expect(downloadPackage({ address }, 'none')).rejects.toMatchObject({ problem: 'version-unknown' });
  serve('a.b', { '1.0.1': { archive } });
  await expect(downloadPackage({ address }, 'a.b', '3.0.0')).rejects.toMatchObject({ problem: 'version-unknown', message: expect.stringContaining('1.0.1') });
  await expect(downloadPackage({ address }, '../up')).rejects.toMatchObject({ problem: 'illegal-name' });
  answers['/registry/a.b'] = { body: 'no json' };
  await expect(downloadPackage({ address }, 'a.b')).rejects.toMatchObject({ problem: 'server-answer-malformed' });
  answers['/registry/a.b'] = { status: 500, body: '' };
  await expect(downloadPackage({ address }, 'a.b')).rejects.toMatchObject({ problem: 'server-refused' });
  answers['/registry/a.b'] = 'hang';
  await expect(downloadPackage({ address, listTimeout: 50 }, 'a.b')).rejects.toMatchObject({ problem: 'server-unreachable' });
  for (const wrong of ['ftp://example.org', 'nothing', `${address}?q`]) await expect(downloadPackage({ address: wrong }, 'a.b')).rejects.toMatchObject({ problem: 'server-unreachable' });
});
test('downloads are bounded', async () => {
  serve('a.b', { '1.0.1': { archive } });
  await expect(downloadPackage({ address, limits: { archive: 10 } }, 'a.b', '1.0.1')).rejects.toMatchObject({ problem: 'too-large' });
  await expect(downloadPackage({ address, limits: { list: 10 } }, 'a.b', '1.0.1')).rejects.toMatchObject({ problem: 'too-large' });
});
test('a store takes a package with what it depends on; what the server has not stays missing by name', async () => {
  const { folder, clear } = sampleFolder();
  try {
    const store = packageStore(join(folder, 'store'), { cache: join(folder, 'cache') });
    serve('a.b', { '1.0.1': { archive } });
    serve('c.d', { '1.0.0': { archive: samplePackage(sampleManifest('c.d', '1.0.0'), []) }, '1.0.4': { archive: samplePackage(sampleManifest('c.d', '1.0.4', { 'a.b': '1.0.1' }), []) } });
    const added = await store.addFromServer({ address }, 'a.b', '1.0.1');
    expect(added.map((one) => `${one.installed.id.name}#${one.installed.id.version}`)).toEqual(['a.b#1.0.1', 'c.d#1.0.4']);
    expect(added[0]!.missing.map((one) => one.name)).toEqual(['missing']);
    expect(store.list().map((one) => one.id.name)).toEqual(['a.b', 'c.d']);
    serve('e.f', { '1.0.0': { archive: samplePackage(sampleManifest('a.b', '1.0.1'), []) } });
    await expect(store.addFromServer({ address }, 'e.f', '1.0.0', { replace: true })).rejects.toMatchObject({ problem: 'wrong-package' });
    expect(store.pins().find((pin) => pin.name === 'a.b')).toMatchObject({ sha256: added[0]!.installed.sha256 });
  } finally {
    clear();
  }
});
