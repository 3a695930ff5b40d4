/**
 * Figures of snapshots: `npm run fhir:snapshots [-- --all]`. Snapshots of the Nictiz profiles, and equality with those that the
 * core packages publish of derived profiles, each made from its differential on bases that are made too.
 * Exit code 0 only when all are made and every difference is known; `--all` lists each known difference.
 */
import { join } from 'node:path';
import type { Definitions } from '../definitions/definitions.ts';
import { normalise } from '../definitions/normalise.ts';
import type { Structure } from '../definitions/structure.ts';
import { compile, loadDefinitions, readPackageSource, type CompiledPackage } from '../packages/index.ts';
import { createSnapshots } from '../snapshot/index.ts';
import { withoutShortChoices } from '../snapshot/short-choices.ts';
import { coreDefinitions } from '../tables/core.ts';
import { knownDifference } from './known-snapshot-differences.ts';
import { noPackages, packagesFolder, sourcePackages, type SourcePackage } from './packages-on-disk.ts';
import { againstDifferential, differences } from './snapshot-differences.ts';

/** Least figures: all snapshots of a package, or equal ones among the published ones. */
const least: Readonly<Record<string, number>> = {
  'nictiz.fhir.nl.stu3.zib2017': 214, 'nictiz.fhir.nl.r4.zib2020': 354, 'nictiz.fhir.nl.r4.medicationprocess9': 47, 'hl7.fhir.r3.core': 24, 'hl7.fhir.r4.core': 430,
};
const enough = (source: SourcePackage, count: number): boolean => count >= Object.entries(least).find(([name]) => source.file.startsWith(name))![1];

/** Makes all snapshots of a package, with the other packages of its FHIR version beside it. */
function make(one: CompiledPackage, packages: readonly CompiledPackage[]): number {
  const started = performance.now();
  const snapshots = createSnapshots(loadDefinitions(one.fhir, packages));
  const rows = one.table.rows.filter((row) => row.kind === 'structure');
  const answers = rows.map((row) => snapshots.of(`${row.url}${row.version === undefined ? '' : `|${row.version}`}`));
  const good = answers.filter((answer) => answer.kind === 'ok');
  const notTested = good.flatMap((answer) => answer.notTested.map((line) => `${nameOf(answer.structure.url)} ${line.element}: ${line.canonical}`));
  const issues = good.flatMap((answer) => answer.issues.map((issue) => `${nameOf(answer.structure.url)} ${issue.element}: ${issue.code} (${issue.detail})`));
  console.log(`${one.id.name} ${one.id.version}: ${good.length} of ${rows.length} snapshots made, ${(performance.now() - started).toFixed(0)} ms`);
  for (const answer of answers) if (answer.kind === 'broken') console.log(`  broken ${answer.canonical}: ${answer.why}`);
  console.log(`  elements not tested, for they name a profile that is in none of the packages: ${notTested.length}`);
  for (const line of notTested) console.log(`    ${line}`);
  console.log(`  contradictions between differential and base: ${issues.length}`);
  for (const line of issues) console.log(`    ${line}`);
  return good.length === rows.length ? good.length : 0;
}

/** Compares what is made from the differentials of a core package with what it publishes. Returns how many are equal; -1 when a difference is not known. */
function compare(folder: string, source: SourcePackage, all: boolean): number {
  const core = coreDefinitions(source.fhir);
  const published = publishedProfiles(folder, source);
  const bare = new Map([...published].map(([url, { snapshot, ...rest }]) => [url, rest as Structure]));
  const definitions: Definitions = { ...core, structure: (canonical) => bare.get(canonical.split('|')[0]!) ?? core.structure(canonical) };
  const snapshots = createSnapshots(definitions);
  const known = new Map<string, string[]>();
  const unknown: string[] = [];
  let equal = 0;
  for (const [url, structure] of published) {
    const answer = snapshots.of(url);
    if (answer.kind !== 'ok') { unknown.push(`${nameOf(url)}: ${answer.kind === 'broken' ? answer.why : answer.kind}`); continue; }
    const theirs = source.fhir === 'stu3' ? withoutShortChoices(structure.snapshot!) : structure.snapshot!;
    const found = differences(theirs, answer.structure.snapshot!);
    if (found.length === 0) equal += 1;
    for (const difference of found) {
      const line = `${nameOf(url)} ${difference.element} ${difference.field}${'made' in difference ? `: published ${short(difference.published)}, made ${short(difference.made)}` : ''}`;
      const fact = knownDifference(source.fhir, nameOf(url), difference);
      const why = fact === undefined ? (againstDifferential(structure, difference) ? 'published one wrong: contradicts its own differential' : null) : `${fact.kind === 'wrong' ? 'published one wrong' : 'the same in another way'}: ${fact.why}`;
      if (why === null) unknown.push(line); else known.set(why, [...known.get(why) ?? [], line]);
    }
  }
  console.log(`${source.file}: ${equal} of ${published.size} published snapshots of derived definitions equal in every fact`);
  for (const [why, lines] of known) {
    console.log(`  ${lines.length} differences in ${new Set(lines.map((line) => line.split(' ')[0])).size} definitions; ${why}`);
    for (const line of all ? lines : lines.slice(0, 3)) console.log(`    ${line}`);
    if (!all && lines.length > 3) console.log('    …');
  }
  console.log(`  not known: ${unknown.length}`);
  for (const line of unknown) console.log(`    ${line}`);
  return unknown.length === 0 ? equal : -1;
}
/** Those with both views. The examples among the definitions of a core package state no or another FHIR version and are left out. */
function publishedProfiles(folder: string, source: SourcePackage): Map<string, Structure> {
  const found = new Map<string, Structure>();
  for (const { resource } of readPackageSource(join(folder, source.file)).resources) {
    if (resource.resourceType !== 'StructureDefinition' || resource.derivation !== 'constraint' || typeof resource.fhirVersion !== 'string' || !/^[34]\.0/.test(resource.fhirVersion)) continue;
    const structure = normalise(resource);
    if (structure.snapshot !== undefined && structure.differential !== undefined) found.set(structure.url, structure);
  }
  return found;
}
const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
const short = (value: unknown): string => { const text = JSON.stringify(value) ?? 'nothing'; return text.length > 100 ? `${text.slice(0, 99)}…` : text; };

function main(folder: string, all: boolean): number {
  const profiles = sourcePackages.filter((source) => source.file.startsWith('nictiz.'));
  const packages = profiles.map((source) => compile(readPackageSource(join(folder, source.file))));
  const made = packages.map((one, index) => enough(profiles[index]!, make(one, packages)));
  const compared = sourcePackages.filter((source) => source.file.startsWith('hl7.')).map((source) => enough(source, compare(folder, source, all)));
  return [...made, ...compared].every(Boolean) ? 0 : 1;
}

const folder = packagesFolder();
if (folder === null) { console.error(noPackages); process.exit(2); }
process.exitCode = main(folder, process.argv.includes('--all'));
