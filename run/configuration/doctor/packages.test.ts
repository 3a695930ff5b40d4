import { expect, test } from 'vitest';
import type { Pki } from '../../../fixtures/pki/index.ts';
import { packageChecks } from './packages.ts';
import { claimWith, fakeTools } from './test-support.ts';
import type { DoctorTools } from './tools.ts';

const pins = [{ name: 'example.profiles', version: '1.0.0', sha256: '0'.repeat(64) }];
const look = (packages: Partial<DoctorTools['packages']>, pinned: typeof pins | undefined) =>
  packageChecks({ ...claimWith(), packages: pinned }, fakeTools({} as Pki, { packages: { installed: () => [], open: async () => ({ problems: [], missing: [] }), ...packages } }));
const says = (text: string) => ({ nl: text, en: text });

test('pinned and present is good, and named', async () => {
  expect(await look({}, pins)).toMatchObject([{ id: 'packages', ok: true, detail: { en: 'pinned and present: example.profiles 1.0.0' } }]);
});
test('a pinned package that is absent or differs stops a run', async () => {
  expect(await look({ open: async () => ({ problems: [says('gone'), says('differs')], missing: [] }) }, pins)).toMatchObject([
    { id: 'packages:0', ok: false, detail: { en: 'gone' } }, { id: 'packages:1', ok: false, detail: { en: 'differs' } },
  ]);
});
test('a package that a pinned one asks for is a warning', async () => {
  expect(await look({ open: async () => ({ problems: [], missing: [says('a asks for b')] }) }, pins)).toMatchObject([{ ok: 'warning', detail: { en: 'a asks for b' } }]);
});
test('none pinned is a warning: profiles are then not tested; installed ones that nobody pinned are told', async () => {
  for (const none of [undefined, []]) expect(await look({}, none)).toMatchObject([{ ok: 'warning', next: { en: expect.stringContaining('packages add') } }]);
  expect(await look({ installed: () => [{ name: 'a', version: '1' }] }, [])).toMatchObject([{ ok: 'warning', detail: { en: expect.stringContaining('1 installed') }, next: { en: expect.stringContaining('packages pin') } }]);
});
