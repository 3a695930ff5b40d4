import { readFileSync } from 'node:fs';
import type { Claim } from '../../model/claim.ts';
import { organisations } from '../../fixtures/organisations.ts';
import { personas } from '../../fixtures/personas/index.ts';
import { realClock } from '../../run/clock/real-clock.ts';
import { openRunJudge } from '../../run/judge/fhir-judge.ts';
import { openRunControl } from '../../run/control/open-control.ts';
import { demoClaim } from '../../run/demo/demo-claim.ts';
import { latestRun, newRun } from '../../run/execute/folders.ts';
import { faultById, faultDefinitions } from '../../mocks/faults/index.ts';
import { openSession, type Session } from '../../run/session/session.ts';
import { isOrigin } from '../../run/configuration/urls.ts';
import type { Lang } from '../progress.ts';
import { withJournalOf } from '../journal-trouble.ts';
import { ownPki } from '../own-pki.ts';
import { writingTo } from '../system-error.ts';
import { UserError } from '../user-error.ts';

export interface UpOptions {
  readonly lang: Lang; readonly json: boolean; readonly host?: string; readonly port?: number; readonly advertise?: string; readonly clients?: string; readonly fault?: readonly string[]; readonly runs: string;
  /** Addresses, keys and patients of the XIS; without it the simulators know none, and `notify` asks for them. */
  readonly config?: string;
  /** Goes on with the folder of the last `up`: its messages, tokens, grants and armed faults are still there. */
  readonly continue?: boolean;
  readonly out: (line: string) => void;
  /** Ends the command; default Ctrl-C. */
  readonly stop?: Promise<void>;
}

/** `toetssteen up`: the simulators and a control API for other terminals, until interrupted. Each message is judged by itself; cases and their verdicts belong to `run`. */
export async function up(options: UpOptions): Promise<number> {
  const { lang, out } = options;
  const unknown = (options.fault ?? []).find((id) => faultById(id) === undefined);
  if (unknown !== undefined) {
    out(lang === 'nl' ? `De fout ${unknown} bestaat niet. Bekend: ${faultDefinitions.map((one) => one.id).join(', ')}` : `There is no fault ${unknown}. Known: ${faultDefinitions.map((one) => one.id).join(', ')}`);
    return 2;
  }
  const clock = realClock();
  const claim = await claimOf(options);
  if (claim === null) return 2;
  const { advertised } = claim.ixit.listen;
  const pki = await ownPki({ now: clock.now(), hosts: advertised === undefined ? [] : [new URL(advertised).hostname] }, lang);
  const earlier = options.continue === true ? latestRun(options.runs, 'up') : null;
  if (options.continue === true && earlier === null) {
    out(lang === 'nl' ? `Er is geen eerdere up in ${options.runs} om mee verder te gaan.` : `There is no earlier up in ${options.runs} to go on with.`);
    return 2;
  }
  const { folder, note } = earlier ?? await writingTo(options.runs, lang, () => newRun(options.runs, 'up', clock.now()));
  // Without packages the judge is loaded at the first message: the simulators answer sooner.
  const fhir = (claim.packages ?? []).length === 0 && claim.terminologyServer === undefined ? undefined : await openRunJudge(claim.packages, { terminologyServer: claim.terminologyServer });
  for (const problem of fhir?.problems ?? []) out(problem[lang]);
  if ((fhir?.problems.length ?? 0) > 0) return 2;
  const open = (): Promise<Session> => openSession({ claim, clock, pki, folder, fhir, cases: [], humans: { instruct: () => {}, question: () => {} } });
  const session = earlier === null ? await open() : await withJournalOf(folder, lang, open);
  const control = await openRunControl({ session, folder, run: note.id, notifies: true });
  for (const id of options.fault ?? []) session.arm(id);
  const nodes = organisations.filter((one) => one.playedBy === 'harness').map((one) => ({
    organisation: one.name, ura: one.ura, plays: one.side, authorizationServer: session.nodeUrl(one.ura), tokenEndpoint: `${session.nodeUrl(one.ura)}/oauth/token`,
    fhirBase: `${session.nodeUrl(one.ura)}/fhir`,
  }));
  const told = {
    origin: session.origin, zorgAb: `${session.origin}/t1/zorg-ab/zab-ro/fhir`, nodes, pki: pki.directory, journal: folder,
    patients: personas.map((one) => ({ key: one.key, bsn: session.patient(one.key)!.bsn, title: one.title })),
    control: { run: note.id, origin: control.origin, secretFile: control.file },
  };
  if (options.json) out(JSON.stringify({ ready: true, ...told }));
  else for (const line of lines(told, lang)) out(line);
  await (options.stop ?? new Promise<void>((resolve) => { process.once('SIGINT', resolve); process.once('SIGTERM', resolve); }));
  await control.close();
  await session.close();
  return 0;
}

/** What the configuration says, or a claim that knows nothing of the XIS; the command line goes before both. */
async function claimOf(options: UpOptions): Promise<Claim | null> {
  // The readers of the configuration are loaded only for one who has it.
  const from = options.config === undefined ? null : await (await import('./configured.ts')).configured(options.config, options.lang, options.out);
  if (options.config !== undefined && from === null) return null;
  if (options.advertise !== undefined && !isOrigin(options.advertise)) {
    throw new UserError(options.lang === 'nl' ? `--advertise ${options.advertise}: geef het adres waaronder het XIS ons bereikt, zonder pad, zoals https://testhuis.example:8443.` : `--advertise ${options.advertise}: give the address under which the XIS reaches us, without a path, such as https://testhuis.example:8443.`);
  }
  const jwks = (file: string): { keys: unknown[] } => {
    try { return JSON.parse(readFileSync(file, 'utf8')) as { keys: unknown[] }; } catch { throw new UserError(options.lang === 'nl' ? `${file} is geen leesbaar JWKS-bestand.` : `${file} is not a readable JWKS file.`); }
  };
  const empty = demoClaim({ xisOrigin: '', controlUrl: '', accessLogUrl: '', secret: '', port: 8443, jwks: { keys: [] } });
  const base: Claim = from ?? { ...empty, ixit: { ...empty.ixit, endpoints: {}, triggers: {}, clients: [] } };
  const clients = options.clients === undefined ? base.ixit.clients : [{ role: 'twiin-sender', jwks: jwks(options.clients) } as const];
  const { listen } = base.ixit;
  return {
    ...base, ixit: {
      ...base.ixit, clients,
      listen: { host: options.host ?? listen.host, port: options.port ?? listen.port, ...(options.advertise ?? listen.advertised) === undefined ? {} : { advertised: options.advertise ?? listen.advertised } },
    },
  };
}
interface Told {
  readonly zorgAb: string; readonly pki: string; readonly journal: string; readonly control: { readonly origin: string; readonly secretFile: string };
  readonly nodes: readonly { readonly organisation: string; readonly ura: string; readonly plays: string | undefined; readonly tokenEndpoint: string; readonly fhirBase: string }[];
}
function lines(told: Told, lang: Lang): string[] {
  const nl = lang === 'nl';
  const plays = (side: string | undefined): string => (side === 'receiver' ? (nl ? 'ontvangt' : 'receives') : nl ? 'verzendt' : 'sends');
  return [
    nl ? 'De simulatoren draaien. Stel in het XIS in:' : 'The simulators are up. Configure in the XIS:',
    `  ZORG-AB (FHIR STU3)  ${told.zorgAb}`,
    ...told.nodes.flatMap((node) => [`  ${node.organisation} (URA ${node.ura}, ${plays(node.plays)})`, `    token  ${node.tokenEndpoint}`, `    FHIR   ${node.fhirBase}`]),
    nl ? `  Certificaten: ${told.pki}; berichten: ${told.journal}` : `  Certificates: ${told.pki}; messages: ${told.journal}`,
    nl ? 'In een andere terminal:' : 'In another terminal:',
    nl ? '  toetssteen messages --follow   wat er binnenkomt, met bevindingen' : '  toetssteen messages --follow   what arrives, with findings',
    nl ? '  toetssteen notify              laat Testziekenhuis West een BgZ aanmelden bij het XIS' : '  toetssteen notify              let Testziekenhuis West notify the XIS of a BgZ',
    nl ? '  toetssteen faults arm <id>     laat een simulator zich misdragen' : '  toetssteen faults arm <id>     let a simulator misbehave',
    nl ? `Besturing: ${told.control.origin} (alleen deze machine; geheim in ${told.control.secretFile})` : `Control: ${told.control.origin} (this machine only; secret in ${told.control.secretFile})`,
    nl ? 'Stoppen met Ctrl-C.' : 'Stop with Ctrl-C.',
  ];
}
