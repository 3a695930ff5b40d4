import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageId } from '../definitions/definitions.ts';
import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import { fhirVersions } from '../version.ts';
import type { FhirVersion } from '../version.ts';
import { asCompiled, type CompiledPackage } from './compiled.ts';
import { withDependencies, type MissingPackage } from './dependencies.ts';
import { sha256 } from './digest.ts';
import { readIfPresent, replaceFile } from './files.ts';
import { codeFingerprint } from './fingerprint.ts';
import type { PackageNote } from './note.ts';
import { PackageError } from './package-error.ts';
import { checkedId } from './package-name.ts';
import { downloadPackage, type PackageServer } from './package-server.ts';
import { pinProblem, type PackagePin, type PinProblem } from './pins.ts';
import { cacheDirectory, packagesDirectory } from './places.ts';
import type { SourceOptions } from './source.ts';
import { openTableCache, type Log } from './table-cache.ts';
import { compareVersions } from './version-order.ts';

/** A package that is installed, as its record says. */
export interface InstalledPackage {
  readonly id: PackageId;
  readonly fhir: FhirVersion;
  /** Of the archive, or of the sources as kept; hex. */
  readonly sha256: string;
  readonly sha512: string;
  readonly form: 'tgz' | 'sources';
  readonly dependencies: Readonly<Record<string, string>>;
}
export interface Added { readonly installed: InstalledPackage; readonly notes: readonly PackageNote[]; readonly missing: readonly MissingPackage[] }
export interface AddOptions extends SourceOptions {
  /** Take the place of a package of the same name and version with other content. */
  readonly replace?: boolean;
}
export interface Loaded {
  /** Dependencies first; dependencies of what was asked are in it. */
  readonly packages: readonly CompiledPackage[];
  /** Dependencies that are not installed. */
  readonly missing: readonly MissingPackage[];
  /** Packages that were asked and are absent or other than pinned: they are not in `packages`. */
  readonly problems: readonly PinProblem[];
}
export interface StoreOptions {
  /** Folder for compiled packages. */
  readonly cache?: string;
  readonly log?: Log;
}

/** Packages that the user installed: each an archive (or the sources of a folder) with a record beside it, owner only. */
export interface PackageStore {
  readonly folder: string;
  /** From a file or a folder, or bytes. @throws {PackageError} */
  add(from: string | Uint8Array, options?: AddOptions): Promise<Added>;
  /** From a package server whose address the user gives; with what it depends on as far as that server has it. @throws {PackageError} */
  addFromServer(server: PackageServer, name: string, version?: string, options?: { readonly replace?: boolean }): Promise<readonly Added[]>;
  /** In order of name, then version. */
  list(): readonly InstalledPackage[];
  /** @throws {PackageError} when it is not installed */
  remove(id: PackageId): void;
  /** Entries for the configuration. */
  pins(): readonly PackagePin[];
  /** Compiled packages, from the cache when it has them: those pinned, or all when no pins are given. */
  load(pins?: readonly PackagePin[]): Promise<Loaded>;
}

export function packageStore(folder: string = packagesDirectory(), options: StoreOptions = {}): PackageStore {
  const cache = openTableCache(options.cache ?? cacheDirectory(), options.log);
  let maker: string | undefined;
  const makerNow = (): string => maker ??= codeFingerprint(['definitions', 'packages', 'codec', 'tables']);
  const stem = (id: PackageId): string => join(folder, `${id.name}#${id.version}`);
  const contentFile = (one: Pick<InstalledPackage, 'id' | 'form'>): string => `${stem(one.id)}.${one.form === 'tgz' ? 'tgz' : 'sources'}`;

  function list(): InstalledPackage[] {
    let names: string[];
    try { names = readdirSync(folder); } catch { return []; }
    const found = names.flatMap((name) => name.endsWith('.json') ? recordIn(join(folder, name), name) ?? [] : []);
    return found.sort((a, b) => (a.id.name === b.id.name ? compareVersions(a.id.version, b.id.version) : a.id.name < b.id.name ? -1 : 1));
  }
  async function add(from: string | Uint8Array, { replace = false, ...how }: AddOptions = {}, expected?: PackageId): Promise<Added> {
    const { readPackageSource, compile } = await readers();
    const source = readPackageSource(from, how);
    if (expected !== undefined && (source.id.name !== expected.name || source.id.version !== expected.version)) throw wrongPackage(expected, source.id);
    const record: InstalledPackage = { id: source.id, fhir: source.fhir, sha256: source.sha256, sha512: source.sha512, form: source.form, dependencies: source.dependencies };
    const before = list().find((one) => one.id.name === source.id.name && one.id.version === source.id.version);
    if (before !== undefined && before.sha256 !== record.sha256 && !replace) {
      throw new PackageError('already-installed', {
        nl: `${source.id.name} ${source.id.version} is al geïnstalleerd, met andere inhoud; verwijder het eerst of vervang het uitdrukkelijk`,
        en: `${source.id.name} ${source.id.version} is installed already, with other content; remove it first or replace it explicitly`,
      });
    }
    const compiled = compile(source);
    cache.put(source.sha256, makerNow(), compiled.table);
    replaceFile(contentFile(record), source.bytes);
    replaceFile(`${stem(record.id)}.json`, `${JSON.stringify(record, null, 2)}\n`);
    if (before !== undefined && before.form !== record.form) rmSync(contentFile(before), { force: true });
    if (before !== undefined && before.sha256 !== record.sha256) cache.drop(before.sha256);
    return { installed: record, notes: compiled.notes, missing: withDependencies([record], list()).missing };
  }
  async function compiledOf(one: InstalledPackage): Promise<CompiledPackage | PinProblem> {
    const content = readIfPresent(contentFile(one));
    if (content === undefined) return pinProblem('missing', { ...one.id, sha256: one.sha256 });
    const found = sha256(content);
    if (found !== one.sha256) return pinProblem('differs', { ...one.id, sha256: one.sha256 }, found);
    const kept = cache.get(one.sha256, makerNow());
    if (kept !== null) return asCompiled(kept);
    const { readPackageSource, compile } = await readers();
    const compiled = compile(readPackageSource(content, { id: one.id, fhir: one.fhir }));
    cache.put(one.sha256, makerNow(), compiled.table);
    return compiled;
  }
  return {
    folder, list, add: (from, how) => add(from, how),
    async addFromServer(server, name, version, how = {}) {
      const added: Added[] = [];
      const asked = new Set<string>();
      const take = async (wantedName: string, wantedVersion: string | undefined, needed: boolean): Promise<void> => {
        asked.add(`${wantedName}#${wantedVersion ?? ''}`);
        let got: Added;
        try {
          const { id, bytes } = await downloadPackage(server, wantedName, wantedVersion);
          got = await add(bytes, { ...how, id, fileName: `${id.name}#${id.version}` }, id);
        } catch (error) {
          // A dependency that this server does not have stays missing, by name.
          if (!needed && error instanceof PackageError && error.problem === 'version-unknown') return;
          throw error;
        }
        added.push(got);
        for (const missing of got.missing) if (!asked.has(`${missing.name}#${missing.version}`)) await take(missing.name, missing.version, false);
      };
      await take(name, version, true);
      const now = list();
      return added.map((one) => ({ ...one, missing: withDependencies([one.installed], now).missing }));
    },
    remove(id) {
      const one = list().find((other) => other.id.name === id.name && other.id.version === id.version);
      if (one === undefined) throw new PackageError('not-installed', { nl: `${id.name} ${id.version} is niet geïnstalleerd`, en: `${id.name} ${id.version} is not installed` });
      removeFrom(folder, contentFile(one), one);
      cache.drop(one.sha256);
    },
    pins: () => list().map((one) => ({ name: one.id.name, version: one.id.version, sha256: one.sha256 })),
    async load(pins) {
      const installed = list();
      const problems: PinProblem[] = [];
      const wanted: InstalledPackage[] = [];
      for (const pin of pins ?? []) {
        const one = installed.find((other) => other.id.name === pin.name && other.id.version === pin.version);
        if (one === undefined) problems.push(pinProblem('missing', pin));
        else if (one.sha256 !== pin.sha256.toLowerCase()) problems.push(pinProblem('differs', pin, one.sha256));
        else wanted.push(one);
      }
      // What is pinned is loaded and nothing else: a dependency that is installed but not pinned would make two machines differ.
      const pool = pins === undefined ? installed : wanted;
      const { ordered, missing } = withDependencies(pool, pool);
      const packages: CompiledPackage[] = [];
      for (const one of ordered) {
        const compiled = await compiledOf(one);
        if ('table' in compiled) packages.push(compiled); else problems.push(compiled);
      }
      return { packages, missing, problems };
    },
  };
}
/** Archive and XML readers are loaded only when something is read from its source: a start from the cache does without. */
async function readers(): Promise<Pick<typeof import('./source.ts'), 'readPackageSource'> & Pick<typeof import('./compile.ts'), 'compile'>> {
  const [{ readPackageSource }, { compile }] = await Promise.all([import('./source.ts'), import('./compile.ts')]);
  return { readPackageSource, compile };
}
const wrongPackage = (asked: PackageId, got: PackageId): PackageError => new PackageError('wrong-package', {
  nl: `de pakketserver gaf ${got.name} ${got.version} waar ${asked.name} ${asked.version} gevraagd was`, en: `the package server gave ${got.name} ${got.version} where ${asked.name} ${asked.version} was asked`,
});
function removeFrom(folder: string, content: string, one: InstalledPackage): void {
  rmSync(join(folder, `${one.id.name}#${one.id.version}.json`), { force: true });
  rmSync(content, { force: true });
}
/** A record that was tampered with or is half there counts as absent. */
function recordIn(file: string, name: string): InstalledPackage | null {
  try {
    const json = JSON.parse(readIfPresent(file)?.toString('utf8') ?? 'null') as Json;
    if (!isObject(json) || !isObject(json.id) || typeof json.id.name !== 'string' || typeof json.id.version !== 'string') return null;
    const id = checkedId({ name: json.id.name, version: json.id.version });
    if (name !== `${id.name}#${id.version}.json` || typeof json.sha256 !== 'string' || typeof json.sha512 !== 'string') return null;
    if ((json.form !== 'tgz' && json.form !== 'sources') || !fhirVersions.includes(json.fhir as FhirVersion)) return null;
    const dependencies = isObject(json.dependencies) ? Object.entries(json.dependencies).filter((one): one is [string, string] => typeof one[1] === 'string') : [];
    return { id, fhir: json.fhir as FhirVersion, sha256: json.sha256, sha512: json.sha512, form: json.form, dependencies: Object.fromEntries(dependencies) };
  } catch {
    return null;
  }
}
