import { openEngines } from '../../fhir/engine.ts';
import { compile } from '../../fhir/packages/compile.ts';
import type { CompiledPackage } from '../../fhir/packages/compiled.ts';
import { PackageError } from '../../fhir/packages/package-error.ts';
import { readPackageSource } from '../../fhir/packages/source.ts';
import { packageStore } from '../../fhir/packages/store.ts';
import type { FhirVersion } from '../../fhir/version.ts';
import type { Lang } from '../progress.ts';
import { UserError } from '../user-error.ts';
import { inputsOf } from '../validate/inputs.ts';
import { addTo, emptyTally, judgeInput, terminologyServers, type JudgedInput, type Judging } from '../validate/judge-input.ts';
import { inputLines, sorted, tallyWords } from '../validate/text.ts';
import { configured } from './configured.ts';

export interface ValidateOptions {
  readonly targets: readonly string[];
  readonly lang: Lang;
  readonly fhir?: FhirVersion;
  readonly profile?: readonly string[];
  /** Archives or folders that are used without being installed. */
  readonly package?: readonly string[];
  /** Exactly the packages that this configuration pins; else all that are installed. */
  readonly config?: string;
  readonly terminology?: string;
  readonly json: boolean;
  readonly all: boolean;
  readonly out: (line: string) => void;
}

/**
 * `toetssteen validate`: judges files, folders and addresses. Exit code 2: something could not be read or loaded; 1: errors;
 * 4: no errors, but a profile was not tested because its package is missing; 0 otherwise.
 */
export async function validateCommand(options: ValidateOptions): Promise<number> {
  const { lang, out } = options;
  const nl = lang === 'nl';
  const packages = await packagesOf(options);
  if (packages === null) return 2;
  const engines = openEngines(packages);
  const judging: Judging = { engines, fhir: options.fhir, profiles: options.profile ?? [], ...(options.terminology !== undefined && { servers: serversOf(options.terminology, engines, lang) }) };
  const total = emptyTally();
  const files: object[] = [];
  const problems: { readonly name: string; readonly problem: string }[] = [];
  let count = 0;
  for await (const input of inputsOf(options.targets)) {
    if ('problem' in input) {
      problems.push({ name: input.name, problem: input.problem[lang] });
      if (!options.json) out(`${input.name}: ${input.problem[lang]}`);
      continue;
    }
    const judged = await judgeInput(input, judging);
    count += 1;
    addTo(total, judged.findings);
    if (options.json) files.push(asJson(judged));
    else for (const line of inputLines(judged, lang, options.all)) out(line);
  }
  const exit = problems.length > 0 ? 2 : total.errors > 0 ? 1 : total.lacking.size > 0 ? 4 : 0;
  const used = packages.map(({ id, fhir, sha256 }) => ({ name: id.name, version: id.version, fhir, sha256 }));
  if (options.json) {
    const { lacking, ...counts } = total;
    out(JSON.stringify({ schema: 'toetssteen-validation-1', packages: used, files, problems, summary: { files: count, ...counts, profilesNotTested: [...lacking], exitCode: exit } }, null, 2));
    return exit;
  }
  if (count === 0 && problems.length === 0) { out(nl ? 'Geen .json- of .xml-bestanden gevonden.' : 'No .json or .xml files found.'); return 2; }
  const names = used.map((one) => `${one.name} ${one.version}`).join(', ');
  out('');
  out(nl ? `${count} ${count === 1 ? 'bestand' : 'bestanden'}: ${tallyWords(total, lang)}` : `${count} ${count === 1 ? 'file' : 'files'}: ${tallyWords(total, lang)}`);
  out(nl ? `Getoetst aan FHIR zelf${names === '' ? '; geen pakketten geladen' : ` en ${names}`}.` : `Judged by FHIR itself${names === '' ? '; no packages loaded' : ` and ${names}`}.`);
  if (!options.all && total.notChecked + total.remarks > 0) out(nl ? 'Wat niet te controleren was en opmerkingen: --all' : 'What could not be checked, and remarks: --all');
  return exit;
}

async function packagesOf({ config, lang, out, package: given = [] }: ValidateOptions): Promise<readonly CompiledPackage[] | null> {
  let pins;
  if (config !== undefined) {
    const claim = await configured(config, lang, out);
    if (claim === null) return null;
    pins = claim.packages ?? [];
  }
  const loaded = await packageStore().load(pins);
  for (const problem of loaded.problems) out(problem.text[lang]);
  if (loaded.problems.length > 0 && pins !== undefined) return null;
  return [...loaded.packages, ...given.map((from) => {
    try { return compile(readPackageSource(from)); } catch (error) {
      if (error instanceof PackageError) throw new UserError(`--package ${from}: ${error.text[lang]}`);
      throw error;
    }
  })];
}
function serversOf(address: string, engines: Judging['engines'], lang: Lang): NonNullable<Judging['servers']> {
  try { return terminologyServers(address, engines); } catch {
    throw new UserError(lang === 'nl' ? `--terminology ${address} is geen http(s)-adres.` : `--terminology ${address} is no http(s) address.`);
  }
}
function asJson({ name, detected, format, resource, findings }: JudgedInput): object {
  return { name, fhir: detected.fhir, fhirToldBy: detected.by, format, resourceType: resource?.resourceType ?? null, findings: sorted(findings) };
}
