import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPackage, listPackages, pinPackages, removePackage } from '../commands/packages.ts';
import { exitCodeFor } from '../user-error.ts';
import { validateCommand, type ValidateOptions } from '../commands/validate.ts';

const folder = mkdtempSync(join(tmpdir(), 'toetssteen-validate-'));
const before = process.env['TOETSSTEEN_HOME'];
const source = join(folder, 'example.profiles-1.0.0');
const profile = 'http://example.org/fhir/StructureDefinition/p';
beforeAll(() => {
  process.env['TOETSSTEEN_HOME'] = join(folder, 'home');
  mkdirSync(source);
  writeFileSync(join(source, 'p.json'), JSON.stringify({
    resourceType: 'StructureDefinition', url: profile, name: 'P', status: 'active', fhirVersion: '3.0.2', kind: 'resource', abstract: false, type: 'Patient',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient', derivation: 'constraint',
    differential: { element: [{ id: 'Patient', path: 'Patient' }, { id: 'Patient.birthDate', path: 'Patient.birthDate', min: 1 }] },
  }));
  writeFileSync(join(source, 'q.json'), JSON.stringify({
    resourceType: 'StructureDefinition', url: `${profile}-coded`, name: 'Q', status: 'active', fhirVersion: '3.0.2', kind: 'resource', abstract: false, type: 'Basic',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Basic', derivation: 'constraint',
    differential: { element: [{ id: 'Basic', path: 'Basic' }, { id: 'Basic.code', path: 'Basic.code', binding: { strength: 'required', valueSetUri: 'http://example.org/fhir/ValueSet/findings' } }] },
  }));
  writeFileSync(join(source, 'v.json'), JSON.stringify({
    resourceType: 'ValueSet', url: 'http://example.org/fhir/ValueSet/findings', status: 'active',
    compose: { include: [{ system: 'http://snomed.info/sct', filter: [{ property: 'concept', op: 'is-a', value: '404684003' }] }] },
  }));
});
afterAll(() => {
  if (before === undefined) delete process.env['TOETSSTEEN_HOME']; else process.env['TOETSSTEEN_HOME'] = before;
  rmSync(folder, { recursive: true, force: true });
});
function file(name: string, content: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
async function run(targets: readonly string[], options: Partial<ValidateOptions> = {}): Promise<{ readonly exit: number; readonly text: string }> {
  const lines: string[] = [];
  const exit = await validateCommand({ targets, lang: 'en', json: false, all: false, out: (line) => lines.push(line), ...options });
  return { exit, text: lines.join('\n') };
}
const stated = { resourceType: 'Patient', meta: { profile: [profile] } };

test('exit codes: 0 nothing wrong, 1 errors, 2 not readable, 4 not tested', async () => {
  expect(await run([file('good.json', { resourceType: 'Patient' })])).toMatchObject({ exit: 0, text: expect.stringContaining('no packages loaded') });
  expect((await run([file('bad.json', { resourceType: 'Patient', gender: 'm' })])).exit).toBe(1);
  expect(await run([file('stated.json', stated)])).toMatchObject({ exit: 4, text: expect.stringContaining(`the package with ${profile} is missing`) });
  expect((await run([join(folder, 'gone.json'), file('good.json', { resourceType: 'Patient' })])).exit).toBe(2);
  mkdirSync(join(folder, 'empty'));
  expect(await run([join(folder, 'empty')])).toMatchObject({ exit: 2, text: 'No .json or .xml files found.' });
});
test('a package beside the command is used without being installed', async () => {
  expect(await run([file('stated.json', stated)], { package: [source] })).toMatchObject({ exit: 1, text: expect.stringContaining('Patient.birthDate  [element-missing]') });
  expect((await run([file('plain.json', { resourceType: 'Patient' })], { package: [source], profile: [profile] })).exit).toBe(1);
});
test('a package beside the command that is not there is the user\'s', async () => {
  const error = await run([file('stated.json', stated)], { package: [join(folder, 'absent')] }).then(() => null, (one: unknown) => one);
  expect(exitCodeFor(error)).toBe(2);
  expect((error as Error).message).toMatch(/^--package .*absent: .*absent does not exist$/);
});
test('installed, used, pinned in the configuration, and removed', async () => {
  const said: string[] = [];
  const common = { lang: 'en', out: (line: string) => said.push(line) } as const;
  expect(listPackages(common)).toBe(0);
  expect(said.at(-1)).toContain('No packages installed');
  expect(await addPackage({ ...common, what: source })).toBe(0);
  expect(said.join('\n')).toMatch(/example\.profiles 1\.0\.0 \(FHIR STU3\) installed, sha256 [0-9a-f]{64}/);
  const done = await run([file('stated.json', stated)]);
  expect(done).toMatchObject({ exit: 1, text: expect.stringContaining('and example.profiles 1.0.0') });
  const config = file('toetssteen.yaml', 'claim: {}  # mine\n');
  expect(await pinPackages({ ...common, config, names: ['example.profiles@1.0.0'] })).toBe(0);
  expect(readFileSync(config, 'utf8')).toMatch(/^claim: \{\}  # mine\npackages:\n  - name: example\.profiles\n    version: 1\.0\.0\n    sha256: [0-9a-f]{64}\n$/);
  await expect(pinPackages({ ...common, config, names: ['other'] })).rejects.toThrow('Not installed: other');
  await expect(pinPackages({ ...common, config: join(folder, 'none.yaml'), names: [] })).rejects.toThrow('toetssteen init');
  expect(await removePackage({ ...common, name: 'example.profiles', version: '1.0.0' })).toBe(0);
  await expect(removePackage({ ...common, name: 'example.profiles', version: '1.0.0' })).rejects.toThrow('not installed');
  await expect(addPackage({ ...common, what: join(folder, 'nothing') })).rejects.toThrow('--server');
  await expect(addPackage({ ...common, what: file('bad.tgz', 'x') })).rejects.toThrow();
});
test('for machines: everything, with the packages, the places and the exit code', async () => {
  const { exit, text } = await run([file('bad.json', '{ "resourceType": "Patient",\n "gender": "m" }'), join(folder, 'gone')], { json: true, package: [source] });
  expect(exit).toBe(2);
  expect(JSON.parse(text)).toMatchObject({
    schema: 'toetssteen-validation-1', packages: [{ name: 'example.profiles', version: '1.0.0', fhir: 'stu3' }],
    files: [{ fhir: 'stu3', fhirToldBy: 'assumption', format: 'json', resourceType: 'Patient', findings: [{ code: 'code-not-in-value-set', expression: 'Patient.gender', position: { line: 2 } }] }],
    problems: [{ problem: expect.stringContaining('does not exist') }], summary: { files: 1, errors: 1, exitCode: 2 },
  });
});
test('a terminology server settles what cannot be checked here; its silence does not', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/fhir+json');
    response.end(JSON.stringify({ resourceType: 'Parameters', parameter: [{ name: 'result', valueBoolean: false }] }));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const terminology = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  const target = file('coded.json', { resourceType: 'Basic', code: { text: 'x', coding: [{ system: 'http://snomed.info/sct', code: '22298006', display: 'x' }] } });
  const options = { terminology, package: [source], profile: [`${profile}-coded`] };
  try {
    expect(await run([target], options)).toMatchObject({ exit: 1, text: expect.stringContaining('as the terminology server says') });
    expect(asked).toHaveLength(1);
  } finally { await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }); }
  expect(await run([target], { ...options, all: true })).toMatchObject({ exit: 0, text: expect.stringContaining('not checked') });
  await expect(run([target], { terminology: 'ftp://x' })).rejects.toThrow('no http(s) address');
});
