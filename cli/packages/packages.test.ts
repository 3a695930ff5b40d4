import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { addPackage, pinPackages } from '../commands/packages.ts';
import { UserError } from '../user-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toetssteen-packages-'));
  vi.stubEnv('TOETSSTEEN_HOME', join(folder, 'home'));
  return () => vi.unstubAllEnvs();
});
const out = (): void => {};
const configuration = (bytes: string | Buffer): string => {
  const file = join(folder, 'toetssteen.yaml');
  writeFileSync(file, bytes);
  return file;
};
async function example(): Promise<void> {
  const source = join(folder, 'example.profiles-1.0.0');
  mkdirSync(source);
  writeFileSync(join(source, 'patient.json'), JSON.stringify({
    resourceType: 'StructureDefinition', url: 'http://example.org/fhir/StructureDefinition/patient', name: 'P', status: 'active', fhirVersion: '3.0.2', kind: 'resource', abstract: false, type: 'Patient',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient', derivation: 'constraint', differential: { element: [{ id: 'Patient.birthDate', path: 'Patient.birthDate', min: 1 }] },
  }));
  await addPackage({ what: source, lang: 'en', out });
}

test('pins of another machine are not taken away where nothing is installed', async () => {
  const text = 'packages:\n  - name: a.b\n    version: "1.0"\n    sha256: "00"\n';
  const config = configuration(text);
  await expect(pinPackages({ config, names: [], lang: 'en', out })).rejects.toThrow(/No packages are installed; nothing was written into .*Add one first: toetssteen packages add/);
  expect(readFileSync(config, 'utf8')).toBe(text);
});
test('what is installed is pinned; a file that is not UTF-8 stays as it is', async () => {
  await example();
  const config = configuration('claim: {}\n');
  expect(await pinPackages({ config, names: [], lang: 'en', out })).toBe(0);
  expect(readFileSync(config, 'utf8')).toContain('name: example.profiles');
  const latin = Buffer.from('claim: { supplier: "Zorg\u00eb" }\n', 'latin1');
  configuration(latin);
  await expect(pinPackages({ config, names: [], lang: 'en', out })).rejects.toThrow('cannot be read as UTF-8');
  expect(readFileSync(config).equals(latin)).toBe(true);
});
test('what cannot be added is named', async () => {
  const file = join(folder, 'no-package');
  writeFileSync(file, 'x');
  const error = await addPackage({ what: file, lang: 'en', out }).then(() => null, (one: unknown) => one);
  expect(error).toBeInstanceOf(UserError);
  expect((error as Error).message).toContain(`${file}: `);
});
