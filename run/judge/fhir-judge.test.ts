import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { PackageStore } from '../../fhir/packages/store.ts';
import type { FhirMessage } from '../../model/fhir-judgement.ts';
import { baseJudge, openRunJudge } from './fhir-judge.ts';

const message = (resource: object): FhirMessage => ({ body: new TextEncoder().encode(JSON.stringify(resource)), fhir: 'stu3', served: false });

test('without packages it is base FHIR, prepared once for the process', async () => {
  const opened = await openRunJudge();
  expect(opened).toMatchObject({ packages: [], problems: [], missing: [] });
  expect(opened.judge).toBe(await baseJudge());
  expect(Object.keys(opened)).not.toContain('settle');
  const codes = (resource: object): string[] => opened.judge.of(message(resource)).validation!.map((one) => one.severity);
  expect(codes({ resourceType: 'Patient', gender: 'male' })).not.toContain('error');
  expect(codes({ resourceType: 'Patient', gender: 'masculine' })).toContain('error');
});
test('what was loaded is named; what could not be, and what is asked for and not pinned, is told in words', async () => {
  const asked: unknown[] = [];
  const store = {
    load: async (pins: unknown) => {
      asked.push(pins);
      return {
        packages: [{ id: { name: 'a', version: '1' }, sha256: 'ab', fhir: 'stu3', resources: [], conformance: [] }], problems: [{ text: { nl: 'ontbreekt', en: 'is absent' } }],
        missing: [{ name: 'c', version: '3', neededBy: { name: 'a', version: '1' } }],
      };
    },
  } as unknown as PackageStore;
  const pins = [{ name: 'a', version: '1', sha256: 'ab' }, { name: 'b', version: '2', sha256: 'cd' }];
  const opened = await openRunJudge(pins, { store });
  expect(asked).toEqual([pins]);
  expect([opened.packages, opened.problems, opened.missing]).toEqual([
    [{ name: 'a', version: '1', sha256: 'ab' }], [{ nl: 'ontbreekt', en: 'is absent' }], [{ nl: 'a 1 vraagt om c 3, dat niet is vastgelegd', en: 'a 1 asks for c 3, which is not pinned' }],
  ]);
  expect(opened.judge).not.toBe(await baseJudge());
});
test('a terminology server that does not answer leaves a message as it was judged, and nothing rejects', async () => {
  const server = createServer((_incoming, outgoing) => { outgoing.writeHead(500).end(); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { settle, judge } = await openRunJudge([], { terminologyServer: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir` });
  const one = message({ resourceType: 'Condition', subject: { display: 'x' }, code: { coding: [{ system: 'http://snomed.info/sct', code: '1' }] } });
  const before = judge.of(one).validation;
  await settle!(one);
  await settle!({ ...one, fhir: 'r4' });
  expect(judge.of(one).validation!.filter((each) => each.severity === 'error')).toEqual(before!.filter((each) => each.severity === 'error'));
  await new Promise<void>((resolve) => { server.close(() => resolve()); server.closeAllConnections(); });
});
