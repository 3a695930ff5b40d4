import { Command, Option } from 'commander';
import { resolve } from 'node:path';
import type { Lang } from './progress.ts';
import { addControlCommands } from './control/program.ts';
import { addFhirCommands } from './packages/program.ts';
import { langOption, portNumber, runsOption } from './options.ts';
import { exitCodeFor } from './user-error.ts';
import { usageExitCode, usageText } from './usage-error.ts';
import { version } from './version.ts';

const out = (line: string): void => { process.stdout.write(`${line}\n`); };

/** The `toetssteen` command. Each subcommand is loaded when it is asked for, so that the small ones start fast. */
export function program(): Command {
  const command = new Command('toetssteen')
    .description('Toetssteen: toets uitwisseling van zorggegevens op uw eigen machine / test healthcare data exchange on your own machine')
    .version(version).showHelpAfterError().exitOverride((error) => process.exit(usageExitCode(error))).configureOutput({ outputError: (text, write) => write(usageText(text)) });

  command.command('demo').description('simulatoren aan, het ingebouwde referentie-XIS getoetst, een rapport / simulators up, the built-in reference XIS tested, a report')
    .addOption(langOption()).option('--runs <folder>', 'map voor de runs / folder for the runs', '.toetssteen/runs')
    .addOption(new Option('--defect <id...>', 'laat het referentie-XIS fouten maken / let the reference XIS make mistakes').default([]))
    .action(async (given: { lang: Lang; runs: string; defect: string[] }) => {
      const { demo } = await import('./commands/demo.ts');
      await guarded(() => demo({ lang: given.lang, runs: resolve(given.runs), defects: given.defect, out }));
    });

  command.command('init').description('schrijft een toetssteen.yaml met uitleg / writes a commented toetssteen.yaml')
    .option('--config <file>', 'configuratie / configuration', 'toetssteen.yaml').option('--role <role...>', 'rollen / roles')
    .action((given: { config: string; role?: string[] }) => guarded(async () => (await import('./commands/init.ts')).init({ ...given, out })));

  command.command('doctor').description('zegt wat er mis is voor er getoetst wordt / says what is wrong before any test')
    .addOption(langOption()).option('--config <file>', 'configuratie / configuration', 'toetssteen.yaml').option('--json', 'voor machines / for machines')
    .action((given: { lang: Lang; config: string; json?: boolean }) => guarded(async () => (await import('./commands/doctor.ts')).doctorCommand({ ...given, json: given.json === true, out })));

  command.command('pki').argument('<folder>').description('zet certificaten en sleutels voor het XIS in een map / puts certificates and keys for the XIS in a folder')
    .action((folder: string) => guarded(async () => (await import('./commands/pki.ts')).pki({ folder: resolve(folder), out })));

  command.command('sheets').argument('<folder>').description('invoerbladen van de patiënten, om te printen / entry sheets of the patients, to print')
    .action((folder: string) => guarded(async () => (await import('./commands/sheets.ts')).sheets({ folder: resolve(folder), out })));

  command.command('run').description('toets het systeem van de configuratie / test the system of the configuration')
    .addOption(langOption()).option('--config <file>', 'configuratie / configuration', 'toetssteen.yaml').option('--runs <folder>', 'map voor de runs / folder for the runs', '.toetssteen/runs')
    .option('--continue', 'ga verder met de laatste run / go on with the latest run', false).option('--witness <name>', 'wie de run bijwoonde / who witnessed the run')
    .action(async (given: { lang: Lang; config: string; runs: string; continue: boolean; witness?: string }) => {
      const { run } = await import('./commands/run.ts');
      await guarded(() => run({ ...given, runs: resolve(given.runs), out }));
    });

  command.command('answer').argument('<question>').argument('<answer>', 'ja, nee, nvt / yes, no, na').argument('[note...]')
    .description('beantwoordt een vraag van de laatste run / answers a question of the latest run')
    .addOption(langOption()).option('--runs <folder>', 'map voor de runs / folder for the runs', '.toetssteen/runs').option('--by <name>', 'wie antwoordt / who answers', process.env['USER'] ?? 'tester')
    .action((question: string, given: string, note: string[], options: { lang: Lang; runs: string; by: string }) =>
      guarded(async () => (await import('./commands/answer.ts')).answer({ ...options, question, answer: given, note: note.join(' '), runs: resolve(options.runs), out })));

  command.command('up').description('alleen de simulatoren; toont wat in het XIS in te stellen / the simulators only; prints what to configure in the XIS')
    .addOption(langOption()).option('--json', 'voor machines / for machines').option('--port <port>', 'poort, anders die van de configuratie of 8443 / port, else that of the configuration or 8443', portNumber).option('--host <host>', 'adres / address')
    .option('--config <file>', 'configuratie met de adressen van het XIS / configuration with the addresses of the XIS')
    .option('--advertise <url>', 'adres waaronder het XIS ons bereikt / address under which the XIS reaches us').option('--fault <id...>', 'laat de simulatoren zich misdragen / let the simulators misbehave').option('--clients <jwks>', 'JWKS-bestand van uw clients / JWKS file of your clients')
    .addOption(runsOption()).option('--continue', 'ga verder met de vorige up: berichten, tokens en ingestelde fouten blijven / go on with the previous up: messages, tokens and armed faults stay', false)
    .action((given: { lang: Lang; json?: boolean; continue: boolean; port?: number; host?: string; config?: string; advertise?: string; clients?: string; fault?: string[]; runs: string }) =>
      guarded(async () => (await import('./commands/up.ts')).up({ ...given, json: given.json === true, runs: resolve(given.runs), out })));
  addControlCommands(command, guarded, out);
  addFhirCommands(command, guarded, out);

  command.command('catalogue').description('de eisen en hun stand / the requirements and their state')
    .option('--role <role>', 'alleen deze rol / this role only').option('--coverage', 'dekking per rol / coverage per role').option('--json', 'voor machines / for machines')
    .action((given: { role?: string; coverage?: boolean; json?: boolean }) => guarded(async () => (await import('./commands/catalogue.ts')).catalogueCommand({ ...given, out })));

  command.command('self-test').description('Toetssteen bewijst zichzelf: fouten gevonden, varianten gespaard / the harness proves itself: defects found, variants spared')
    .option('--json', 'voor machines / for machines').option('--runs <n>', 'runs van het goede XIS / runs of the good XIS', '20').option('--only <id...>', 'alleen deze / only these')
    .action(async (given: { json?: boolean; runs: string; only?: string[] }) => {
      const { selfTestCommand } = await import('./commands/self-test.ts');
      await guarded(() => selfTestCommand({ json: given.json, runs: Number(given.runs), ids: given.only, out }));
    });
  return command;
}

/** Runs a command, sets its exit code, and turns an error into a sentence: never a stack trace. */
async function guarded(work: () => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env['TOETSSTEEN_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = exitCodeFor(error);
  }
}
