import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { countNumber, langOption, runsOption } from '../options.ts';
import type { Lang } from '../progress.ts';

interface Common { readonly lang: Lang; readonly runs: string; readonly run?: string; readonly json?: boolean }
type Guarded = (work: () => Promise<number> | number) => Promise<void>;

/** Commands that talk from another terminal to a run that is open (`up` or `run`). */
export function addControlCommands(command: Command, guarded: Guarded, out: (line: string) => void): void {
  const common = (one: Command): Command => one.addOption(langOption()).addOption(runsOption())
    .option('--run <id>', 'welke run, anders de laatst gestarte / which run, else the one started last').option('--json', 'voor machines / for machines');
  const plain = (given: Common) => ({ ...given, json: given.json === true, runs: resolve(given.runs), out });

  const faults = common(command.command('faults').description('de fouten die de simulatoren kunnen maken / the faults that the simulators can make'))
    .action((given: Common) => guarded(async () => (await import('../commands/faults.ts')).listFaults(plain(given))));
  common(faults.command('arm').argument('<id>').description('stelt een fout in bij de lopende run / arms a fault in the open run'))
    .option('--times <n>', 'hoe vaak / how often', countNumber).option('--endpoint <name>', 'alleen hier: token, notification, resource, workflow-task, directory / only here')
    .option('--organisation <ura>', 'alleen bij deze URA / only at this URA').option('--target <text>', 'alleen als het adres dit bevat / only when the address holds this').option('--method <method>', 'alleen bij deze methode / only for this method')
    .action((id: string, _given: unknown, self: Command) => {
      const given = self.optsWithGlobals<Common & { times?: number; endpoint?: string; organisation?: string; target?: string; method?: string }>();
      return guarded(async () => (await import('../commands/faults.ts')).armFault({ ...plain(given), ...given, runs: resolve(given.runs), json: given.json === true, id }));
    });
  common(faults.command('disarm').argument('[id]').description('haalt een fout weg, of alle / takes away a fault, or all'))
    .action((id: string | undefined, _given: unknown, self: Command) => guarded(async () => (await import('../commands/faults.ts')).disarmFault({ ...plain(self.optsWithGlobals<Common>()), id })));

  interface Notify extends Common { persona?: string; bsn?: string; queries?: string; content?: string; authorizationBase?: boolean; base?: string; tokenEndpoint?: string; authorizationServer?: string; ura?: string }
  const content = (one: Command): Command => one
    .addOption(new Option('--queries <list>', 'welke bevragingen / which queries').choices(['bgz-1', 'bgz-2-alpha'])).addOption(new Option('--content <kind>', 'waar de bevragingen staan / where the queries are').choices(['inline-inputs', 'workflow-task', 'both']))
    .option('--no-authorization-base', 'zonder grondslag / without authorization base');
  const addresses = (one: Command): Command => one
    .option('--base <url>', 'FHIR-basis van het XIS / FHIR base of the XIS').option('--token-endpoint <url>', 'tokenadres van het XIS / token endpoint of the XIS')
    .option('--authorization-server <url>', 'aud van de grant assertion / aud of the grant assertion').option('--ura <ura>', 'URA van de ontvanger / URA of the receiver');
  const send = (action: 'send' | 'renew' | 'cancel', self: Command, identifier?: string): Promise<void> => {
    const { authorizationBase, ...given } = self.optsWithGlobals<Notify>();
    return guarded(async () => (await import('../commands/notify.ts')).notify({ ...given, ...(authorizationBase === false ? { authorizationBase } : {}), ...plain(given), action, identifier }));
  };
  const notify = addresses(content(common(command.command('notify').description('laat Testziekenhuis West een BgZ aanmelden bij het XIS / lets Testziekenhuis West notify the XIS of a BgZ'))))
    .option('--persona <key>', 'testpatiënt / test patient').option('--bsn <bsn>', 'test-BSN in plaats van een persona / test BSN in place of a persona')
    .action((_given: unknown, self: Command) => send('send', self));
  content(addresses(common(notify.command('renew').argument('[identifier]').description('meldt gewijzigde gegevens aan in dezelfde groep / notifies changed data in the same group'))))
    .action((identifier: string | undefined, _given: unknown, self: Command) => send('renew', self, identifier));
  addresses(common(notify.command('cancel').argument('[identifier]').description('trekt een aanmelding in, anders de laatste / revokes a notification, else the last one')))
    .action((identifier: string | undefined, _given: unknown, self: Command) => send('cancel', self, identifier));

  common(command.command('messages').argument('[id]').description('wat er binnenkwam en verstuurd is, met bevindingen / what arrived and was sent, with findings'))
    .option('--last <n>', 'hoeveel / how many', countNumber, 30).option('--follow', 'blijf kijken / keep watching', false)
    .action((id: string | undefined, given: Common & { last: number; follow: boolean }) => guarded(async () => (await import('../commands/messages.ts')).messages({ ...plain(given), last: given.last, follow: given.follow, id })));
}
