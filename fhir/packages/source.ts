import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { PackageId } from '../definitions/definitions.ts';
import type { FhirResource } from '../json.ts';
import { fhirVersionOf } from '../version.ts';
import type { FhirVersion } from '../version.ts';
import { readArchive } from './archive.ts';
import { sha256, sha512 } from './digest.ts';
import { readBounded, readFolder } from './folder.ts';
import { defaultPackageLimits, type PackageLimits } from './limits.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { note, type PackageNote } from './note.ts';
import { PackageError } from './package-error.ts';
import { checkedId, idFromFileName } from './package-name.ts';
import { readResource } from './read-resource.ts';
import { bundleOf, readBundle } from './source-bundle.ts';
import { baseName, type SourceFile } from './source-file.ts';

export interface SourceOptions {
  /** Name and version, for sources that do not say them; wins over what they say only where they say nothing. */
  readonly id?: PackageId;
  /** For sources that do not say for which FHIR version they are. */
  readonly fhir?: FhirVersion;
  /** Name of the file or folder, when `bytes` are given without one. */
  readonly fileName?: string;
  readonly limits?: Partial<PackageLimits>;
}
export interface SourceResource { readonly file: string; readonly resource: FhirResource }

/** A package as it came, before it is compiled. */
export interface PackageSource {
  readonly id: PackageId;
  readonly fhir: FhirVersion;
  readonly dependencies: Readonly<Record<string, string>>;
  /** `tgz`: `bytes` are the archive as it came. `sources`: `bytes` are the files of a folder in one text (`source-bundle.ts`). */
  readonly form: 'tgz' | 'sources';
  readonly bytes: Uint8Array;
  /** Of `bytes`, hex. */
  readonly sha256: string;
  readonly sha512: string;
  /** Definitions, in order of path; each is read when it is reached, and what can't be read goes to `notes`. */
  readonly resources: Iterable<SourceResource>;
  /** What was passed over and why; complete once `resources` has been walked. */
  readonly notes: PackageNote[];
}

/**
 * Reads a package: a `.tgz`, a folder of JSON or XML sources, or the bytes of either form of `PackageSource`.
 * @throws {PackageError} when it is no package, too large, or does not tell its name, version or FHIR version and `options` do not either.
 */
export function readPackageSource(from: string | Uint8Array, options: SourceOptions = {}): PackageSource {
  const limits = { ...defaultPackageLimits, ...options.limits };
  if (typeof from !== 'string') return fromBytes(from, options.fileName ?? '', options, limits);
  const path = resolve(from);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new PackageError('not-found', { nl: `${from} bestaat niet`, en: `${from} does not exist` });
  if (stat.isDirectory()) return fromBytes(bundleOf(readFolder(path, limits)), basename(path), options, limits);
  return fromBytes(readFile(path, from, limits), basename(path), options, limits);
}
function readFile(path: string, name: string, limits: PackageLimits): Buffer {
  try {
    return readBounded(path, name, limits.archive);
  } catch (error) {
    // The user may name a link; only inside a folder links are not followed.
    if ((error as NodeJS.ErrnoException).code === 'ELOOP' && statSync(path).size <= limits.archive) return readFileSync(path);
    throw error;
  }
}

function fromBytes(bytes: Uint8Array, fileName: string, options: SourceOptions, limits: PackageLimits): PackageSource {
  const form = bytes[0] === 0x1f && bytes[1] === 0x8b ? 'tgz' : 'sources';
  const notes: PackageNote[] = [];
  let all: readonly SourceFile[];
  if (form === 'tgz') {
    const archive = readArchive(bytes, limits);
    for (const { path, why } of archive.refused) notes.push(note('unsafe-entry', path, why));
    all = archive.files;
  } else {
    all = readBundle(bytes, limits);
  }
  const { root, manifest, files } = layout(all, form);
  const id = idOf(manifest, options, [root, fileName]);
  const fhir = fhirOf(manifest, options, files, id);
  return {
    id, fhir, dependencies: manifest?.dependencies ?? {}, form, bytes, sha256: sha256(bytes), sha512: sha512(bytes), notes,
    resources: { *[Symbol.iterator]() { yield* definitionsIn(files, fhir, notes); } },
  };
}

/** Where the definitions stand: `package/` of a FHIR package without its subfolders, else all but examples. */
function layout(all: readonly SourceFile[], form: PackageSource['form']): { root: string; manifest: Manifest | null; files: SourceFile[] } {
  const sorted = [...all].sort((a, b) => (a.path < b.path ? -1 : 1));
  const standard = sorted.some((file) => file.path === 'package/package.json');
  const tops = new Set(sorted.map((file) => file.path.split('/')[0]!));
  const root = standard ? 'package' : form === 'tgz' && tops.size === 1 && sorted[0]!.path.includes('/') ? [...tops][0]! : '';
  const below = root === '' ? sorted : sorted.filter((file) => file.path.startsWith(`${root}/`)).map((file) => ({ path: file.path.slice(root.length + 1), bytes: file.bytes }));
  const manifestFile = below.find((file) => file.path === 'package.json');
  const files = below.filter(({ path }) => {
    if (!/\.(json|xml)$/i.test(path) || path === 'package.json' || baseName(path).startsWith('.')) return false;
    const folders = path.split('/').slice(0, -1);
    return standard ? folders.length === 0 : !folders.some((folder) => folder.startsWith('.') || /^examples?$/i.test(folder));
  });
  return { root, manifest: manifestFile === undefined ? null : readManifest(manifestFile.bytes), files };
}

function idOf(manifest: Manifest | null, options: SourceOptions, names: readonly string[]): PackageId {
  if (manifest?.name !== undefined && manifest.version !== undefined) return checkedId({ name: manifest.name, version: manifest.version });
  if (options.id !== undefined) return checkedId(options.id);
  for (const name of names) {
    const id = idFromFileName(name);
    if (id !== null) return id;
  }
  throw new PackageError('name-unknown', {
    nl: 'dit pakket zegt niet hoe het heet en welke versie het is (geen package.json, en niet in de naam van bestand of map); geef naam en versie op',
    en: 'this package does not say its name and version (no package.json, nor in the name of file or folder); state name and version',
  });
}

const stated = /fhirVersion"?\s*(?:value)?\s*[=:]\s*"([\d.]+)"/;
/** The manifest, else what the user says, else what the StructureDefinitions say when they agree. */
function fhirOf(manifest: Manifest | null, options: SourceOptions, files: readonly SourceFile[], id: PackageId): FhirVersion {
  if (manifest?.fhir.length === 1) return manifest.fhir[0]!;
  if (options.fhir !== undefined) return options.fhir;
  const found = new Set<FhirVersion>();
  for (const file of files) {
    const text = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength).toString('latin1');
    if (!text.includes('StructureDefinition')) continue;
    const version = fhirVersionOf(stated.exec(text)?.[1] ?? '');
    if (version !== null) found.add(version);
  }
  if (found.size === 1) return [...found][0]!;
  throw new PackageError('fhir-version-unknown', found.size === 0
    ? { nl: `${id.name} zegt niet voor welke FHIR-versie het is (STU3 of R4); geef die op`, en: `${id.name} does not say for which FHIR version it is (STU3 or R4); state it` }
    : { nl: `${id.name} bevat definities van STU3 en van R4; geef op als welke versie het gelezen moet worden`, en: `${id.name} holds definitions of both STU3 and R4; state as which version to read it` });
}

function* definitionsIn(files: readonly SourceFile[], fhir: FhirVersion, notes: PackageNote[]): Generator<SourceResource> {
  for (const file of files) {
    const read = readResource(file, fhir);
    if (read.kind === 'unreadable') notes.push(note('unreadable', file.path, read.why));
    if (read.kind !== 'resource') continue;
    if (read.doubt !== undefined) notes.push(note('doubtful', file.path, read.doubt));
    yield { file: file.path, resource: read.resource };
  }
}
