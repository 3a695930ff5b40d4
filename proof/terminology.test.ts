import { createServer, type Server } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageStore, type PackageStore } from '../fhir/packages/store.ts';
import { openRunJudge } from '../run/judge/fhir-judge.ts';
import { runWorld } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'toetssteen-terminology-'));
const valueSet = 'http://example.org/fhir/ValueSet/findings';
let store: PackageStore;
let server: Server;
let answers: boolean;
const asked: string[] = [];
const address = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;

beforeAll(async () => {
  // A profile under the canonical that the reference XIS states, with a value set that only a terminology server can tell.
  const source = join(folder, 'example.problems-1.0.0');
  mkdirSync(source);
  writeFileSync(join(source, 'profile.json'), JSON.stringify({
    resourceType: 'StructureDefinition', url: 'http://nictiz.nl/fhir/StructureDefinition/zib-Problem', name: 'P', status: 'active', fhirVersion: '3.0.2', kind: 'resource', abstract: false,
    type: 'Condition', baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Condition', derivation: 'constraint',
    differential: { element: [{ id: 'Condition.code', path: 'Condition.code', binding: { strength: 'required', valueSetUri: valueSet } }] },
  }));
  writeFileSync(join(source, 'set.json'), JSON.stringify({
    resourceType: 'ValueSet', url: valueSet, status: 'active', compose: { include: [{ system: 'http://snomed.info/sct', filter: [{ property: 'concept', op: 'is-a', value: '404684003' }] }] },
  }));
  store = packageStore(join(folder, 'packages'), { cache: join(folder, 'cache') });
  await store.add(source);
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://x').searchParams.get('url') ?? '');
    response.setHeader('content-type', 'application/fhir+json');
    response.end(JSON.stringify({ resourceType: 'Parameters', parameter: [{ name: 'result', valueBoolean: answers }] }));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
});
afterAll(async () => {
  await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
  rmSync(folder, { recursive: true, force: true });
});

/** BGZ-R-05 after one referral, judged with this package. */
async function validity(terminologyServer?: string) {
  const fhir = await openRunJudge(store.pins(), { store, terminologyServer });
  expect(fhir).toMatchObject({ packages: [{ name: 'example.problems', version: '1.0.0' }], problems: [], missing: [] });
  const result = await runWorld({ only: ['TS-01'], fhir });
  expect(result.packages).toEqual(fhir.packages);
  expect(result.harnessErrors).toEqual([]);
  const found = result.findings.filter((finding) => finding.requirement === 'BGZ-R-05');
  return { verdict: result.requirements.find((one) => one.requirement.id === 'BGZ-R-05')!.verdict, found };
}
test('a code that the server refuses fails; one that it knows does not; its silence leaves the code not checked', async () => {
  answers = false;
  const refused = await validity(address());
  expect(refused.verdict).toBe('fail');
  expect(refused.found.map((one) => [one.severity, one.actual.split(':')[0], one.place.path.includes('.code')])).toContainEqual(['fail', 'code-not-in-value-set', true]);
  expect(new Set(asked)).toEqual(new Set([valueSet]));
  answers = true;
  expect((await validity(address())).found).toEqual([]);
  expect((await validity('http://127.0.0.1:9/fhir')).found).toEqual([]);
  const before = asked.length;
  expect((await validity()).found).toEqual([]);
  expect(asked).toHaveLength(before);
}, 120_000);
