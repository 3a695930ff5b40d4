import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { readCompiled } from './compiled.ts';
import { sampleManifest, samplePackage, sampleProfile } from './sample.ts';
import { readPackageSource } from './source.ts';

const compiled = (resources: readonly { readonly [member: string]: unknown }[]) => compile(readPackageSource(samplePackage(sampleManifest('a', '1.0.0', { b: '1' }), resources)));
const rows = (of: ReturnType<typeof compiled>) => of.table.rows.map((row) => [row.kind, row.url, row.version]);

test('definitions of all four kinds, displays kept; what is kept reads back the same', () => {
  const one = compiled([
    sampleProfile('http://example.org/p', '1.0'),
    { resourceType: 'ValueSet', url: 'http://example.org/v', compose: { include: [{ system: 's', concept: [{ code: 'x', display: 'X' }] }] } },
    { resourceType: 'CodeSystem', url: 'http://example.org/c', content: 'complete', concept: [{ code: 'x', display: 'X' }] },
    { resourceType: 'SearchParameter', url: 'http://example.org/s', code: 'x', type: 'token', base: ['Patient'] },
    { resourceType: 'Patient' },
  ]);
  expect(rows(one).sort()).toEqual([['code-system', 'http://example.org/c', undefined], ['search-parameter', 'http://example.org/s', undefined], ['structure', 'http://example.org/p', '1.0'], ['value-set', 'http://example.org/v', undefined]]);
  const again = readCompiled(one.table.bytes);
  expect(again).toMatchObject({ id: { name: 'a', version: '1.0.0' }, fhir: 'r4', sha256: one.sha256, dependencies: { b: '1' }, notes: [] });
  expect(again.table.read(again.table.rows.find((row) => row.kind === 'value-set')!)).toMatchObject({ include: [{ concepts: [{ code: 'x', display: 'X' }] }] });
});
test('of two with one canonical and version the first counts and the other is told; other versions stand side by side', () => {
  const one = compiled([sampleProfile('http://example.org/p', '1.0', { name: 'First' }), sampleProfile('http://example.org/p', '1.0', { name: 'Second' }), sampleProfile('http://example.org/p', '2.0')]);
  expect(rows(one)).toEqual([['structure', 'http://example.org/p', '1.0'], ['structure', 'http://example.org/p', '2.0']]);
  expect(one.table.read(one.table.rows[0]!)).toMatchObject({ name: 'First' });
  expect(one.notes.map((note) => [note.kind, note.file])).toEqual([['duplicate', 'StructureDefinition-1.json']]);
});
test('what can not be used is told: another FHIR version, no url, no elements; logical models are no concern', () => {
  const one = compiled([
    sampleProfile('http://example.org/stu3', '1', { fhirVersion: '3.0.2' }), sampleProfile('http://example.org/r5', '1', { fhirVersion: '5.0.0' }), { resourceType: 'ValueSet' },
    sampleProfile('http://example.org/empty', '1', { differential: { element: [] } }), sampleProfile('http://example.org/logical', '1', { kind: 'logical' }),
  ]);
  expect(rows(one)).toEqual([]);
  expect(one.notes.map((note) => note.kind)).toEqual(['left-out', 'left-out', 'left-out', 'left-out']);
});
test('a table that is not one of a package is refused', () => {
  const one = compiled([]);
  expect(() => readCompiled(Buffer.from('x'))).toThrow(TypeError);
  expect(readCompiled(one.table.bytes).id.name).toBe('a');
});
