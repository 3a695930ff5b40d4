import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { Claim } from '../../../model/claim.ts';
import { identityPlans } from '../../../fixtures/pki/names.ts';
import { isLoopback } from '../../../probe/target.ts';
import { hostOf, portOf } from '../urls.ts';
import { bad, doubtful, good, same, text } from './check.ts';
import type { DoctorCheck } from './check.ts';
import type { DoctorTools } from './tools.ts';

const day = 86_400_000;
const neededNode = 24;

/** This side: Node, our certificates, the place where we listen and under which we are known. */
export async function machineChecks(claim: Claim, tools: DoctorTools): Promise<DoctorCheck[]> {
  const { listen } = claim.ixit;
  return [
    node(tools), certificates(tools), await port(claim, tools), reachable(claim),
    ...(listen.advertised === undefined ? [] : [await advertised(listen.advertised, claim, tools)]), proxy(claim),
  ];
}

function node({ nodeVersion }: DoctorTools): DoctorCheck {
  const head = { id: 'node', title: same('Node.js') };
  if (Number.parseInt(nodeVersion, 10) >= neededNode) return good(head, same(nodeVersion));
  return bad(head, text(`versie ${nodeVersion}; nodig is ${neededNode} of nieuwer`, `version ${nodeVersion}; ${neededNode} or newer is needed`),
    text('Start met `npm run …` of `npx toetssteen`; `npm ci` brengt een passende Node mee.', 'Start with `npm run …` or `npx toetssteen`; `npm ci` brings a fitting Node along.'));
}

function certificates({ pki, clock }: DoctorTools): DoctorCheck {
  const head = { id: 'pki', title: text('Onze testcertificaten', 'Our test certificates') };
  const ends = identityPlans.filter((plan) => plan.validity === 'now').map((plan) => Date.parse(new X509Certificate(pki.identity(plan.name).certificate).validTo));
  const days = Math.floor((Math.min(...ends, Date.parse(new X509Certificate(pki.anchors).validTo)) - clock.now()) / day);
  const renew = text(`Start opnieuw: bijna verlopen certificaten worden vernieuwd onder dezelfde CA. Helpt dat niet, verplaats dan ${pki.directory} en start nog eens.`,
    `Start again: certificates that are about to expire are renewed under the same CA. If that does not help, move ${pki.directory} away and start once more.`);
  if (days < 0) return bad(head, text('zijn verlopen', 'have expired'), renew);
  if (days < 7) return doubtful(head, text(`nog ${days} dagen geldig`, `valid for ${days} more days`), renew);
  return good(head, text(`nog ${days} dagen geldig, in ${pki.directory}`, `valid for ${days} more days, in ${pki.directory}`));
}

async function port({ ixit: { listen } }: Claim, tools: DoctorTools): Promise<DoctorCheck> {
  const head = { id: 'port', title: text(`Luisteren op ${listen.host}:${listen.port}`, `Listening on ${listen.host}:${listen.port}`) };
  if (listen.port === 0) return good(head, text('er wordt een vrije poort gekozen', 'a free port will be chosen'));
  const state = await tools.portState(listen.host, listen.port);
  switch (state) {
    case 'free': return good(head, text('de poort is vrij', 'the port is free'));
    case 'EADDRINUSE': return bad(head, text('de poort is bezet', 'the port is taken'),
      text(`Stop wat daar luistert (misschien een andere Toetssteen), of kies een andere ixit.listen.port. Wie het is: lsof -i :${listen.port}`, `Stop what listens there (another Toetssteen perhaps), or choose another ixit.listen.port. Who it is: lsof -i :${listen.port}`));
    case 'EACCES': return bad(head, text('deze poort vraagt beheerrechten', 'this port needs administrator rights'),
      text('Kies een poort boven 1023, bijvoorbeeld 8443, en laat zo nodig een proxy doorsturen.', 'Choose a port above 1023, for example 8443, and let a proxy forward if need be.'));
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return bad(head, text(`${listen.host} is geen adres van deze machine`, `${listen.host} is no address of this machine`),
      text('Zet ixit.listen.host op 127.0.0.1 (alleen hier) of 0.0.0.0 (van buiten bereikbaar).', 'Set ixit.listen.host to 127.0.0.1 (here only) or 0.0.0.0 (reached from outside).'));
    default: return bad(head, text(`luisteren lukt niet (${state})`, `listening does not work (${state})`), text('Kies een andere ixit.listen.host of port.', 'Choose another ixit.listen.host or port.'));
  }
}

function sutHosts({ ixit }: Claim): string[] {
  const { accessLog, authorizationServer, ...called } = ixit.endpoints;
  return Object.values(called).filter((url) => URL.canParse(url)).map((url) => hostOf(new URL(url)));
}
function reachable(claim: Claim): DoctorCheck {
  const head = { id: 'reachable', title: text('Bereikbaar voor uw systeem', 'Within reach of your system') };
  const { listen } = claim.ixit;
  if (listen.advertised !== undefined) return good(head, text(`bekend als ${listen.advertised}`, `known as ${listen.advertised}`));
  const advise = text('Vul ixit.listen.advertised in: https://naam:poort waaronder uw systeem deze machine bereikt.', 'Fill in ixit.listen.advertised: https://name:port under which your system reaches this machine.');
  if (listen.host === '0.0.0.0' || listen.host === '::') {
    return bad(head, text(`${listen.host} is geen adres dat een ander kan aanroepen`, `${listen.host} is no address that another can call`), advise);
  }
  const elsewhere = sutHosts(claim).find((host) => !isLoopback(host));
  if (isLoopback(listen.host) && elsewhere !== undefined) {
    return doubtful(head, text(`uw systeem staat op ${elsewhere}, maar wij luisteren alleen op deze machine (${listen.host})`, `your system is at ${elsewhere}, but we listen on this machine only (${listen.host})`),
      text('Zet ixit.listen.host op 0.0.0.0 en vul ixit.listen.advertised in, tenzij uw systeem op deze machine draait.', 'Set ixit.listen.host to 0.0.0.0 and fill in ixit.listen.advertised, unless your system runs on this machine.'));
  }
  return good(head, text(`op ${listen.host}`, `at ${listen.host}`));
}

async function advertised(url: string, claim: Claim, tools: DoctorTools): Promise<DoctorCheck> {
  const host = hostOf(new URL(url));
  const head = { id: 'advertised', title: text(`Ons adres ${url}`, `Our address ${url}`) };
  if (!isIP(host)) {
    try { await tools.resolve(host); } catch (error) {
      return bad(head, text(`de naam ${host} is hier niet bekend (${codeOf(error)})`, `the name ${host} is not known here (${codeOf(error)})`),
        text('Verbeter ixit.listen.advertised, of zorg dat uw DNS de naam kent; ook uw systeem moet hem kennen.', 'Correct ixit.listen.advertised, or make your DNS know the name; your system must know it too.'));
    }
  }
  if (!claim.ixit.tls.endsAtProxy && !certificateNames(tools, host)) {
    return bad(head, text(`ons servercertificaat noemt ${host} niet`, `our server certificate does not name ${host}`),
      text('Start Toetssteen opnieuw met deze configuratie: het certificaat wordt dan met deze naam vernieuwd.', 'Start Toetssteen again with this configuration: the certificate is then renewed with this name.'));
  }
  return good(head, text(`de naam ${host} is bekend`, `the name ${host} is known`));
}
function certificateNames({ pki }: DoctorTools, host: string): boolean {
  const certificate = new X509Certificate(pki.identity('simulators').certificate);
  return (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined;
}

/** Does what is said about the proxy fit together? */
function proxy({ ixit: { tls, listen } }: Claim): DoctorCheck {
  const head = { id: 'proxy', title: text('Waar TLS eindigt', 'Where TLS ends') };
  if (tls.endsAtProxy && listen.advertised === undefined) {
    return bad(head, text('TLS eindigt bij een proxy, maar het adres van die proxy ontbreekt', 'TLS ends at a proxy, but the address of that proxy is missing'),
      text('Vul ixit.listen.advertised in met het adres van de proxy, of zet ixit.tls.endsAtProxy op false.', 'Fill in ixit.listen.advertised with the address of the proxy, or set ixit.tls.endsAtProxy to false.'));
  }
  if (tls.endsAtProxy) {
    return doubtful(head, text('bij een proxy: wat TLS en certificaten betreft wordt dan niet getoetst', 'at a proxy: TLS and certificates are then not tested'),
      text('Laat de proxy TCP doorgeven (zonder TLS te openen) als u dat wel getoetst wilt hebben.', 'Let the proxy pass TCP through (without opening TLS) when you want that tested.'));
  }
  if (listen.advertised !== undefined && listen.port !== 0 && portOf(new URL(listen.advertised)) !== listen.port) {
    return doubtful(head, text(`uw systeem belt een andere poort (${portOf(new URL(listen.advertised))}) dan waarop wij luisteren (${listen.port})`, `your system calls another port (${portOf(new URL(listen.advertised))}) than the one we listen on (${listen.port})`),
      text('Goed als die poort ongewijzigd wordt doorgestuurd. Opent een proxy daar TLS, zet dan ixit.tls.endsAtProxy op true.', 'Fine when that port is forwarded unchanged. If a proxy opens TLS there, set ixit.tls.endsAtProxy to true.'));
  }
  return good(head, text('bij Toetssteen zelf', 'at Toetssteen itself'));
}
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? (error instanceof Error ? error.message : String(error));
}
