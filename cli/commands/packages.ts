import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PackageError } from '../../fhir/packages/package-error.ts';
import { packageStore, type Added } from '../../fhir/packages/store.ts';
import type { FhirVersion } from '../../fhir/version.ts';
import { withPins } from '../packages/pin-file.ts';
import type { Lang } from '../progress.ts';
import { writingTo } from '../system-error.ts';
import { UserError } from '../user-error.ts';

interface Common { readonly lang: Lang; readonly json?: boolean; readonly out: (line: string) => void }

/** `toetssteen packages`: what is installed, with the hash that pins it. */
export function listPackages({ lang, json, out }: Common): number {
  const store = packageStore();
  const installed = store.list();
  if (json === true) { out(JSON.stringify({ folder: store.folder, packages: installed }, null, 2)); return 0; }
  for (const { id, fhir, sha256 } of installed) out(`${id.name} ${id.version}  FHIR ${fhir === 'stu3' ? 'STU3' : 'R4'}  sha256 ${sha256}`);
  if (installed.length === 0) out(lang === 'nl' ? 'Geen pakketten geïnstalleerd. Voeg er een toe met: toetssteen packages add <bestand.tgz of map>' : 'No packages installed. Add one with: toetssteen packages add <file.tgz or folder>');
  else out(lang === 'nl' ? `In ${store.folder}. FHIR STU3 en R4 zelf zitten in Toetssteen. Vastleggen in de configuratie: toetssteen packages pin` : `In ${store.folder}. FHIR STU3 and R4 themselves are in Toetssteen. Pin them in the configuration: toetssteen packages pin`);
  return 0;
}

export interface AddGiven extends Common {
  /** A file, a folder, or with `server` the name of a package, `name@version` or `name#version`. */
  readonly what: string;
  readonly server?: string; readonly name?: string; readonly version?: string; readonly fhir?: FhirVersion; readonly replace?: boolean;
}
/** `toetssteen packages add`: installs from a file, a folder, or a package server whose address the user gives. */
export async function addPackage(given: AddGiven): Promise<number> {
  const { lang, out, what, replace } = given;
  return told(lang, what, async () => {
    if (given.server === undefined && !existsSync(what)) {
      throw new UserError(lang === 'nl' ? `${what} bestaat niet. Noem een bestand of map; van een pakketserver halen kan met --server <adres> (er is geen standaardadres).` : `${what} does not exist. Name a file or folder; to fetch from a package server, give --server <address> (there is no default).`);
    }
    const store = packageStore();
    const added = given.server === undefined ? [await store.add(what, { replace, ...idOf(given), ...(given.fhir !== undefined && { fhir: given.fhir }) })] : await fromServer(store, given);
    if (given.json === true) { out(JSON.stringify(added, null, 2)); return 0; }
    for (const one of added) for (const line of addedLines(one, lang)) out(line);
    out(lang === 'nl' ? 'Leg vast waarmee runs toetsen: toetssteen packages pin' : 'Pin what runs judge with: toetssteen packages pin');
    return 0;
  });
}
function idOf({ name, version, lang }: AddGiven): { id?: { name: string; version: string } } {
  if (name === undefined && version === undefined) return {};
  if (name === undefined || version === undefined) throw new UserError(lang === 'nl' ? 'Geef --name en --version samen.' : 'Give --name and --version together.');
  return { id: { name, version } };
}
function fromServer(store: ReturnType<typeof packageStore>, { what, server, version, replace }: AddGiven): Promise<readonly Added[]> {
  const [name = '', stated] = what.split(/[@#]/);
  return store.addFromServer({ address: server! }, name, stated ?? version, { replace });
}
function addedLines({ installed, notes, missing }: Added, lang: Lang): string[] {
  const { id, fhir, sha256 } = installed;
  const nl = lang === 'nl';
  return [
    `${id.name} ${id.version} (FHIR ${fhir === 'stu3' ? 'STU3' : 'R4'}) ${nl ? 'geïnstalleerd' : 'installed'}, sha256 ${sha256}`,
    ...notes.slice(0, 20).map((note) => `  ${note.text[lang]}`),
    ...(notes.length > 20 ? [nl ? `  … en nog ${notes.length - 20} opmerkingen` : `  … and ${notes.length - 20} more notes`] : []),
    ...missing.map((one) => (nl ? `  vraagt ook om ${one.name} ${one.version}, dat niet is geïnstalleerd` : `  asks for ${one.name} ${one.version} too, which is not installed`)),
  ];
}

/** `toetssteen packages remove`. */
export function removePackage({ name, version, lang, out }: Common & { readonly name: string; readonly version: string }): Promise<number> {
  return told(lang, `${name} ${version}`, () => {
    packageStore().remove({ name, version });
    out(lang === 'nl' ? `${name} ${version} verwijderd` : `${name} ${version} removed`);
    return 0;
  });
}

/** `toetssteen packages pin`: writes into the configuration exactly what is installed, or only the packages named (`name` or `name@version`). The rest of the file stays as it is. */
export async function pinPackages({ config, names, lang, out }: Common & { readonly config: string; readonly names: readonly string[] }): Promise<number> {
  const installed = packageStore().pins();
  // Writing "nothing" would take away the pins that a colleague made on a machine with packages.
  if (installed.length === 0) throw new UserError(lang === 'nl' ? `Er zijn geen pakketten geïnstalleerd; er is niets geschreven in ${config}. Voeg er eerst een toe: toetssteen packages add <bestand.tgz of map>.` : `No packages are installed; nothing was written into ${config}. Add one first: toetssteen packages add <file.tgz or folder>.`);
  const pins = names.length === 0 ? installed : installed.filter((pin) => names.some((name) => name === pin.name || name === `${pin.name}@${pin.version}` || name === `${pin.name}#${pin.version}`));
  const unknown = names.filter((name) => !installed.some((pin) => name === pin.name || name === `${pin.name}@${pin.version}` || name === `${pin.name}#${pin.version}`));
  if (unknown.length > 0) throw new UserError(lang === 'nl' ? `Niet geïnstalleerd: ${unknown.join(', ')}. Zie toetssteen packages.` : `Not installed: ${unknown.join(', ')}. See toetssteen packages.`);
  let text: string;
  try { text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(config)); } catch { throw new UserError(lang === 'nl' ? `Het bestand ${config} is niet te lezen als UTF-8. Maak het met toetssteen init, of noem het met --config.` : `The file ${config} cannot be read as UTF-8. Make it with toetssteen init, or name it with --config.`); }
  const changed = withPins(text, pins);
  if (changed === null) throw new UserError(lang === 'nl' ? `${config} is geen geldige YAML; er is niets in geschreven. Zie toetssteen doctor.` : `${config} is no valid YAML; nothing was written. See toetssteen doctor.`);
  await writingTo(config, lang, () => writeFileSync(config, changed));
  for (const pin of pins) out(`${pin.name} ${pin.version}  sha256 ${pin.sha256}`);
  out(lang === 'nl' ? `${pins.length} vastgelegd in ${config}` : `${pins.length} pinned in ${config}`);
  return 0;
}

/** A package that cannot be taken in is the user's to put right: a sentence, exit code 2. */
async function told(lang: Lang, what: string, work: () => Promise<number> | number): Promise<number> {
  try { return await work(); } catch (error) {
    if (error instanceof PackageError) throw new UserError(`${what}: ${error.text[lang]}`);
    throw error;
  }
}
