import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inputsOf, type Input, type InputProblem } from './inputs.ts';

const folder = mkdtempSync(join(tmpdir(), 'toetssteen-inputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
async function all(...targets: string[]): Promise<(Input | InputProblem)[]> {
  const found: (Input | InputProblem)[] = [];
  for await (const one of inputsOf(targets)) found.push(one);
  return found;
}
test('a folder gives its .json and .xml files, those below it too, in order of name', async () => {
  for (const name of ['b.json', 'a.XML', 'notes.txt']) writeFileSync(join(folder, name), name);
  for (const below of ['deep', 'node_modules']) { mkdirSync(join(folder, below)); writeFileSync(join(folder, below, 'c.json'), ''); }
  expect((await all(folder)).map((one) => one.name.slice(folder.length + 1))).toEqual(['a.XML', 'b.json', join('deep', 'c.json')]);
});
test('a file that is named is read whatever its name, and comes as bytes', async () => {
  expect(await all(join(folder, 'notes.txt'))).toMatchObject([{ bytes: Buffer.from('notes.txt'), contentType: '' }]);
});
test('what is not there is a problem that says what to do, and the rest goes on', async () => {
  expect(await all(join(folder, 'gone'), join(folder, 'b.json'))).toMatchObject([{ problem: { en: expect.stringContaining('does not exist') } }, { bytes: Buffer.from('b.json') }]);
});
test('an address is fetched with its content type; a refusal and silence are problems', async () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/no' ? 404 : 200;
    response.setHeader('content-type', 'application/fhir+json; fhirVersion=4.0');
    response.end(request.headers.accept);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    expect(await all(`${base}/x`)).toMatchObject([{ name: `${base}/x`, contentType: expect.stringContaining('fhirVersion=4.0'), bytes: Buffer.from('application/fhir+json, application/fhir+xml;q=0.9') }]);
    expect(await all(`${base}/no`)).toMatchObject([{ problem: { en: 'answered with status 404' } }]);
  } finally { await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }); }
  expect(await all(`${base}/x`)).toMatchObject([{ problem: { en: expect.stringContaining('was not reached') } }]);
});
