import { Option, type Command } from 'commander';
import type { FhirVersion } from '../../fhir/version.ts';
import { langOption } from '../options.ts';
import type { Lang } from '../progress.ts';

type Guarded = (work: () => Promise<number> | number) => Promise<void>;
const fhirOption = (): Option => new Option('--fhir <version>', 'FHIR-versie, anders wat de inhoud zegt / FHIR version, else what the content tells').choices(['stu3', 'r4']);

/** Commands on FHIR content and on the packages that it is judged by. */
export function addFhirCommands(command: Command, guarded: Guarded, out: (line: string) => void): void {
  command.command('validate').argument('<target...>', 'bestand, map of http(s)-adres / file, folder or http(s) address')
    .description('toetst FHIR-bestanden, JSON of XML, aan FHIR zelf en aan profielen / judges FHIR files, JSON or XML, by FHIR itself and by profiles')
    .addOption(langOption()).addOption(fhirOption()).option('--profile <canonical...>', 'ook aan dit profiel / by this profile too')
    .option('--package <file...>', 'pakket (.tgz of map) zonder het te installeren / package (.tgz or folder) without installing it')
    .option('--config <file>', 'alleen de pakketten die deze configuratie vastlegt / only the packages that this configuration pins')
    .option('--terminology <url>', 'terminologieserver voor codes die hier niet te controleren zijn / terminology server for codes that cannot be checked here')
    .option('--all', 'ook wat niet te controleren was, en opmerkingen / also what could not be checked, and remarks').option('--json', 'voor machines / for machines')
    .action((targets: string[], given: { lang: Lang; fhir?: FhirVersion; profile?: string[]; package?: string[]; config?: string; terminology?: string; all?: boolean; json?: boolean }) =>
      guarded(async () => (await import('../commands/validate.ts')).validateCommand({ ...given, targets, all: given.all === true, json: given.json === true, out })));

  const load = async (): Promise<typeof import('../commands/packages.ts')> => import('../commands/packages.ts');
  interface Common { lang: Lang; json?: boolean }
  const common = (one: Command): Command => one.addOption(langOption()).option('--json', 'voor machines / for machines');
  const packages = common(command.command('packages').description('de FHIR-pakketten waaraan getoetst wordt / the FHIR packages that are judged by'))
    .action((given: Common) => guarded(async () => (await load()).listPackages({ ...given, out })));
  common(packages.command('add').argument('<what>', 'bestand of map; met --server een naam, of naam@versie / file or folder; with --server a name, or name@version').description('installeert een pakket / installs a package'))
    .option('--server <url>', 'adres van een pakketserver; er is geen standaard / address of a package server; there is no default')
    .option('--name <name>', 'naam, als het pakket die niet zegt / name, when the package does not tell').option('--version <version>', 'versie, als het pakket die niet zegt / version, when the package does not tell')
    .addOption(fhirOption()).option('--replace', 'vervang een pakket met dezelfde naam en versie / take the place of a package of the same name and version')
    .action((what: string, _given: unknown, self: Command) => guarded(async () => (await load()).addPackage({ ...self.optsWithGlobals<Common & { server?: string; name?: string; version?: string; fhir?: FhirVersion; replace?: boolean }>(), what, out })));
  common(packages.command('remove').argument('<name>').argument('<version>').description('verwijdert een pakket / removes a package'))
    .action((name: string, version: string, _given: unknown, self: Command) => guarded(async () => (await load()).removePackage({ ...self.optsWithGlobals<Common>(), name, version, out })));
  common(packages.command('pin').argument('[name...]', 'alleen deze / only these').description('schrijft in de configuratie waaraan getoetst wordt / writes into the configuration what is judged by'))
    .option('--config <file>', 'configuratie / configuration', 'toetssteen.yaml')
    .action((names: string[], _given: unknown, self: Command) => guarded(async () => (await load()).pinPackages({ ...self.optsWithGlobals<Common & { config: string }>(), names, out })));
}
