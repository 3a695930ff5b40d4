import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sampleArchive, sampleFolder, sampleManifest, samplePackage, sampleProfile } from './sample.ts';
import { readPackageSource } from './source.ts';

const { folder, clear } = sampleFolder();
afterAll(clear);
const urls = (source: ReturnType<typeof readPackageSource>): unknown[] => [...source.resources].map((one) => one.resource.url);
const problem = (run: () => unknown): string | undefined => { try { run(); } catch (error) { return (error as { problem?: string }).problem ?? String(error); } return undefined; };
const stu3Xml = (url: string): string => `<StructureDefinition xmlns="http://hl7.org/fhir"><url value="${url}"/><name value="N"/><status value="draft"/><fhirVersion value="3.0.2"/><kind value="resource"/><abstract value="false"/><type value="Patient"/><derivation value="constraint"/><differential><element id="Patient"><path value="Patient"/></element></differential></StructureDefinition>`;

test('a standard package: manifest, and definitions of package/ alone', () => {
  const bytes = sampleArchive([
    { path: 'package/package.json', content: JSON.stringify(sampleManifest('a.b', '1.0.0', { 'c.d': '2.0.0' })) }, { path: 'package/.index.json', content: '{}' },
    { path: 'package/StructureDefinition-p.json', content: JSON.stringify(sampleProfile('http://example.org/p')) }, { path: 'package/broken.json', content: '{' },
    { path: 'package/example/q.json', content: JSON.stringify(sampleProfile('http://example.org/example')) }, { path: 'package/other/r.json', content: JSON.stringify(sampleProfile('http://example.org/other')) },
    { path: 'package/link', type: '2', link: 'x' },
  ]);
  const source = readPackageSource(bytes);
  expect(source).toMatchObject({ id: { name: 'a.b', version: '1.0.0' }, fhir: 'r4', dependencies: { 'c.d': '2.0.0' }, form: 'tgz', bytes });
  expect(source.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(urls(source)).toEqual(['http://example.org/p']);
  expect(source.notes.map((one) => [one.kind, one.file])).toEqual([['unsafe-entry', 'package/link'], ['unreadable', 'broken.json']]);
});
test('an archive of XML sources: name and version of its folder, FHIR version of its definitions, no examples', () => {
  const source = readPackageSource(sampleArchive([
    { path: 'my.profiles-1.2.3/z.xml', content: stu3Xml('http://example.org/z') }, { path: 'my.profiles-1.2.3/sub/a.xml', content: stu3Xml('http://example.org/a') },
    { path: 'my.profiles-1.2.3/examples/e.xml', content: stu3Xml('http://example.org/e') },
  ]));
  expect(source).toMatchObject({ id: { name: 'my.profiles', version: '1.2.3' }, fhir: 'stu3', dependencies: {} });
  expect(urls(source)).toEqual(['http://example.org/a', 'http://example.org/z']);
});
test('a folder, and the text that keeps it, give the same package', () => {
  const path = join(folder, 'my.folder-2.0.0');
  mkdirSync(path);
  writeFileSync(join(path, 'p.xml'), stu3Xml('http://example.org/p'));
  const source = readPackageSource(path);
  expect(source).toMatchObject({ id: { name: 'my.folder', version: '2.0.0' }, fhir: 'stu3', form: 'sources' });
  const again = readPackageSource(source.bytes, { id: source.id });
  expect(again.sha256).toBe(source.sha256);
  expect(urls(again)).toEqual(['http://example.org/p']);
});
test('a file may be named by a link', () => {
  writeFileSync(join(folder, 'f.tgz'), samplePackage(sampleManifest('a.b', '1.0.0'), []));
  symlinkSync(join(folder, 'f.tgz'), join(folder, 'l.tgz'));
  expect(readPackageSource(join(folder, 'l.tgz')).id).toEqual({ name: 'a.b', version: '1.0.0' });
});
test('what a source does not say the user says; what it says stands', () => {
  const bytes = sampleArchive([{ path: 'v.json', content: '{"resourceType":"ValueSet","url":"http://example.org/v"}' }]);
  expect(problem(() => readPackageSource(bytes))).toBe('name-unknown');
  expect(problem(() => readPackageSource(bytes, { id: { name: 'a', version: '1' } }))).toBe('fhir-version-unknown');
  expect(readPackageSource(bytes, { id: { name: 'a', version: '1' }, fhir: 'stu3' })).toMatchObject({ id: { name: 'a', version: '1' }, fhir: 'stu3' });
  expect(readPackageSource(bytes, { fileName: 'named-1.0.tgz', fhir: 'r4' }).id).toEqual({ name: 'named', version: '1.0' });
  const said = samplePackage(sampleManifest('real', '1.0.0'), []);
  expect(readPackageSource(said, { id: { name: 'a', version: '1' }, fhir: 'stu3' })).toMatchObject({ id: { name: 'real', version: '1.0.0' }, fhir: 'r4' });
});
test('definitions of both FHIR versions in one package are not guessed about', () => {
  const bytes = sampleArchive([{ path: 'm-1.0/a.xml', content: stu3Xml('http://example.org/a') }, { path: 'm-1.0/b.json', content: JSON.stringify(sampleProfile('http://example.org/b')) }]);
  expect(problem(() => readPackageSource(bytes))).toBe('fhir-version-unknown');
});
test('what is not there, no package, or named as a way out is refused', () => {
  expect(problem(() => readPackageSource(join(folder, 'none')))).toBe('not-found');
  writeFileSync(join(folder, 'text.txt'), 'hello');
  expect(problem(() => readPackageSource(join(folder, 'text.txt')))).toBe('not-a-package');
  expect(problem(() => readPackageSource(samplePackage(sampleManifest('../evil', '1.0.0'), [])))).toBe('illegal-name');
});
