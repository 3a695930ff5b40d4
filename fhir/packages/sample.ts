/** Small packages for tests, made on the spot. Not part of the product. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface SampleEntry { readonly path: string; readonly content?: string; readonly type?: string; readonly link?: string; readonly size?: number }

/** A tar entry as any tool may write it, also such as no honest tool does. */
function entry({ path, content = '', type = '0', link = '', size }: SampleEntry): Buffer {
  const body = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(path, 0, 100);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${(size ?? body.length).toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}
export const sampleTar = (entries: readonly SampleEntry[]): Buffer => Buffer.concat([...entries.map(entry), Buffer.alloc(1024)]);
export const sampleArchive = (entries: readonly SampleEntry[]): Buffer => gzipSync(sampleTar(entries));

/** A standard FHIR package of these resources. */
export function samplePackage(manifest: object, resources: readonly { readonly [member: string]: unknown }[]): Buffer {
  return sampleArchive([
    { path: 'package/package.json', content: JSON.stringify(manifest) },
    ...resources.map((resource, index) => ({ path: `package/${String(resource.resourceType)}-${index}.json`, content: JSON.stringify(resource) })),
  ]);
}
export const sampleManifest = (name: string, version: string, dependencies: Readonly<Record<string, string>> = {}): object => ({ name, version, fhirVersions: ['4.0.1'], dependencies });
export const sampleProfile = (url: string, version?: string, more: object = {}): { readonly [member: string]: unknown } => ({
  resourceType: 'StructureDefinition', url, ...(version !== undefined && { version }), name: 'Sample', status: 'draft', fhirVersion: '4.0.1', kind: 'resource', abstract: false, type: 'Patient',
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient', derivation: 'constraint', differential: { element: [{ id: 'Patient.birthDate', path: 'Patient.birthDate', min: 1 }] }, ...more,
});

/** A folder of its own for a test, and the way to clear it away. */
export function sampleFolder(): { readonly folder: string; readonly clear: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-packages-'));
  return { folder, clear: () => rmSync(folder, { recursive: true, force: true }) };
}
