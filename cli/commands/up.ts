import { readFileSync } from 'node:fs';
import type { Claim } from '../../model/claim.ts';
import { organisations } from '../../fixtures/organisations.ts';
import { personas } from '../../fixtures/personas/index.ts';
import { openPki } from '../../fixtures/pki/index.ts';
import { realClock } from '../../run/clock/real-clock.ts';
import { demoClaim } from '../../run/demo/demo-claim.ts';
import { newRun } from '../../run/execute/folders.ts';
import { faultById, faultDefinitions } from '../../mocks/faults/index.ts';
import { openSession } from '../../run/session/session.ts';
import type { Lang } from '../progress.ts';

export interface UpOptions {
  readonly lang: Lang; readonly json: boolean; readonly host: string; readonly port: number; readonly advertise?: string; readonly clients?: string; readonly fault?: readonly string[]; readonly runs: string;
  readonly out: (line: string) => void;
}

/** `toetssteen up`: the simulators, until interrupted. */
export async function up(options: UpOptions): Promise<number> {
  const unknown = (options.fault ?? []).find((id) => faultById(id) === undefined);
  if (unknown !== undefined) throw new Error(`Onbekende fout / unknown fault: ${unknown}. Bekend / known: ${faultDefinitions.map((one) => one.id).join(', ')}`);
  const clock = realClock();
  const hosts = options.advertise === undefined ? [] : [new URL(options.advertise).hostname];
  const pki = await openPki({ now: clock.now(), hosts });
  const { folder } = newRun(options.runs, 'up', clock.now());
  const base = demoClaim({ xisOrigin: '', controlUrl: '', accessLogUrl: '', secret: '', port: options.port, jwks: options.clients === undefined ? { keys: [] } : JSON.parse(readFileSync(options.clients, 'utf8')) });
  const claim: Claim = { ...base, ixit: { ...base.ixit, triggers: {}, listen: { host: options.host, port: options.port, ...(options.advertise === undefined ? {} : { advertised: options.advertise }) } } };
  const session = await openSession({ claim, clock, pki, folder, cases: [], rules: [], humans: { instruct: () => {}, question: () => {} } });
  for (const id of options.fault ?? []) session.arm(id);
  const nodes = organisations.filter((one) => one.playedBy === 'harness').map((one) => ({
    organisation: one.name, ura: one.ura, plays: one.side, authorizationServer: session.nodeUrl(one.ura), tokenEndpoint: `${session.nodeUrl(one.ura)}/oauth/token`,
    fhirBase: `${session.nodeUrl(one.ura)}/fhir`,
  }));
  const told = {
    origin: session.origin, zorgAb: `${session.origin}/t1/zorg-ab/zab-ro/fhir`, nodes, pki: pki.directory, journal: folder,
    patients: personas.map((one) => ({ key: one.key, bsn: one.patient.bsn, title: one.title })),
  };
  if (options.json) options.out(JSON.stringify({ ready: true, ...told }));
  else {
    const nl = options.lang === 'nl';
    options.out(nl ? 'De simulatoren draaien. Stel in het XIS in:' : 'The simulators are up. Configure in the XIS:');
    options.out(`  ZORG-AB (FHIR STU3)  ${told.zorgAb}`);
    for (const node of nodes) options.out(`  ${node.organisation} (URA ${node.ura}, ${node.plays})\n    token  ${node.tokenEndpoint}\n    FHIR   ${node.fhirBase}`);
    options.out(nl ? `  Certificaten: ${told.pki}; berichten: ${told.journal}` : `  Certificates: ${told.pki}; messages: ${told.journal}`);
    options.out(nl ? 'Stoppen met Ctrl-C.' : 'Stop with Ctrl-C.');
  }
  await new Promise<void>((resolve) => { process.once('SIGINT', resolve); process.once('SIGTERM', resolve); });
  await session.close();
  return 0;
}
