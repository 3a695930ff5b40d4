import { isIP } from 'node:net';
import type { Claim } from '../../../model/claim.ts';
import type { Endpoint, Exchange } from '../../../model/exchange.ts';
import type { Role } from '../../../model/roles.ts';
import type { CertificateStatus } from '../../../model/tls.ts';
import type { IdentityName } from '../../../fixtures/pki/index.ts';
import { hostOf, portOf } from '../urls.ts';
import { bad, doubtful, good, same, text } from './check.ts';
import type { DoctorCheck } from './check.ts';
import { clockOffset } from './clock-offset.ts';
import { codeOf } from './machine.ts';
import type { DoctorTools } from './tools.ts';

interface Called { readonly name: string; readonly url: string; readonly endpoint: Endpoint; readonly role: Role; readonly identity: IdentityName; readonly organisation: string }
const receiver = { identity: 'harness-receiver', organisation: '90000022', role: 'twiin-sender' } as const;
const sender = { identity: 'harness-sender', organisation: '90000044', role: 'twiin-receiver' } as const;

/** The SUT's endpoints, as we shall call them: name, TCP, TLS with our identity, certificate, an answer, the clock. */
export async function endpointChecks(claim: Claim, tools: DoctorTools): Promise<DoctorCheck[]> {
  const checks: DoctorCheck[] = [];
  const unknown = new Set<string>();
  const seen = new Set<string>();
  for (const called of endpointsOf(claim)) {
    const url = new URL(called.url);
    const host = hostOf(url);
    if (!isIP(host) && !seen.has(host)) {
      const check = await name(host, tools);
      checks.push(check);
      if (check.ok === false) unknown.add(host);
    }
    seen.add(host);
    if (unknown.has(host)) continue;
    const exchange = await tools.call({
      method: 'GET', url: called.url, headers: { accept: called.endpoint === 'metadata' ? 'application/fhir+json' : '*/*' }, identity: tools.pki.identity(called.identity),
      endpoint: called.endpoint, role: called.role, organisation: called.organisation, tenant: 't1', simulator: 'twiin', stimulus: { valid: true }, case: null,
    });
    const place = `${host}:${portOf(url)}`;
    const connection = `${place}:${called.identity}`;
    if (!seen.has(connection)) checks.push(...connectionChecks(exchange, place, called, claim, tools));
    seen.add(connection);
    if (exchange.transport.outcome === 'answered') checks.push(answer(called, exchange));
  }
  return checks;
}

function endpointsOf({ ixit: { endpoints } }: Claim): Called[] {
  const metadata = (base: string) => `${base.replace(/\/+$/, '')}/metadata`;
  return [
    ...(endpoints.resourceBase === undefined ? [] : [{ ...receiver, name: 'resourceBase', url: metadata(endpoints.resourceBase), endpoint: 'metadata' } as const]),
    ...(endpoints.pullTokenEndpoint === undefined ? [] : [{ ...receiver, name: 'pullTokenEndpoint', url: endpoints.pullTokenEndpoint, endpoint: 'token' } as const]),
    ...(endpoints.notificationBase === undefined ? [] : [{ ...sender, name: 'notificationBase', url: metadata(endpoints.notificationBase), endpoint: 'metadata' } as const]),
    ...(endpoints.notifyTokenEndpoint === undefined ? [] : [{ ...sender, name: 'notifyTokenEndpoint', url: endpoints.notifyTokenEndpoint, endpoint: 'token' } as const]),
  ];
}

async function name(host: string, tools: DoctorTools): Promise<DoctorCheck> {
  const head = { id: `dns:${host}`, title: text(`De naam ${host}`, `The name ${host}`) };
  try {
    return good(head, same((await tools.resolve(host)).join(', ')));
  } catch (error) {
    return bad(head, text(`is hier niet bekend (${codeOf(error)})`, `is not known here (${codeOf(error)})`),
      text('Kijk of de naam goed gespeld is onder ixit.endpoints, en of VPN of DNS van het testnetwerk aanstaat.', 'See whether the name is spelt right under ixit.endpoints, and whether the VPN or DNS of the test network is on.'));
  }
}

/** TCP, then TLS, then the certificate and the clock; each only when the one before is good. */
function connectionChecks(exchange: Exchange, place: string, called: Called, claim: Claim, tools: DoctorTools): DoctorCheck[] {
  const detail = exchange.transport.detail ?? '';
  const tcp = { id: `tcp:${place}:${called.identity}`, title: text(`Verbinding met ${place}`, `Connection to ${place}`) };
  if (exchange.transport.outcome === 'unreachable') {
    return [bad(tcp, text(`er komt geen verbinding tot stand (${detail})`, `no connection comes about (${detail})`),
      text('Kijk of uw systeem draait, of host en poort kloppen, en of een firewall de verbinding tegenhoudt.', 'See whether your system runs, whether host and port are right, and whether a firewall is in the way.'))];
  }
  return [good(tcp, text('er luistert iets', 'something listens')), ...tlsChecks(exchange, place, called, claim, tools)];
}

/** What OpenSSL says to bytes that are no TLS records, such as an HTTP answer in the clear. */
const noTls = /wrong version number|packet length too long|http request/i;

function tlsChecks(exchange: Exchange, place: string, called: Called, claim: Claim, tools: DoctorTools): DoctorCheck[] {
  const { outcome, detail = '' } = exchange.transport;
  const head = { id: `tls:${place}:${called.identity}`, title: text(`TLS met ${place} als ${called.identity}`, `TLS with ${place} as ${called.identity}`) };
  if (exchange.tls === 'not-observed' || outcome === 'refused') {
    return [bad(head, text(`de TLS-verbinding mislukt (${detail})`, `the TLS connection fails (${detail})`),
      noTls.test(detail) ? text('Op deze poort spreekt iemand geen TLS: noem in ixit.endpoints de https-poort van uw systeem, of zet daar TLS aan.', 'Whoever listens on this port speaks no TLS: name the https port of your system in ixit.endpoints, or switch TLS on there.')
      : text(`Laat uw server de CA van Toetssteen vertrouwen (het rootcertificaat uit ${tools.pki.directory}) en TLS 1.3 of 1.2 aanbieden.`, `Let your server trust the CA of Toetssteen (the root certificate from ${tools.pki.directory}) and offer TLS 1.3 or 1.2.`))];
  }
  if (outcome !== 'answered') {
    return [bad(head, text(`TLS lukt, maar er komt geen heel HTTP-antwoord (${detail})`, `TLS works, but no whole HTTP answer comes (${detail})`),
      text('Sommige servers weigeren een certificaat door zwijgend te sluiten: laat uw server de CA van Toetssteen vertrouwen. Kijk anders in de logging van uw server.', 'Some servers refuse a certificate by closing without a word: let your server trust the CA of Toetssteen. Else look into the log of your server.')),
    ...certificate(exchange, place, called, claim, tools)];
  }
  const tls = exchange.tls.protocol === 'TLSv1.3' ? good(head, same(`${exchange.tls.protocol}, ${exchange.tls.cipher}`))
    : doubtful(head, text(`${exchange.tls.protocol}; Twiin noemt TLS 1.3`, `${exchange.tls.protocol}; Twiin names TLS 1.3`), text('Zet TLS 1.3 aan op uw server.', 'Switch TLS 1.3 on at your server.'));
  return [tls, ...certificate(exchange, place, called, claim, tools), clock(exchange, place, called)];
}

const judged: Readonly<Record<Exclude<CertificateStatus, 'trusted'>, { readonly nl: string; readonly en: string }>> = {
  'unknown-issuer': { nl: 'is uitgegeven door een CA die wij niet kennen', en: 'was issued by a CA that we do not know' },
  'expired': { nl: 'is verlopen', en: 'has expired' },
  'not-yet-valid': { nl: 'is nog niet geldig', en: 'is not valid yet' },
  'revoked': { nl: 'is ingetrokken', en: 'was revoked' },
  'invalid': { nl: 'klopt niet (handtekening of vorm)', en: 'is not right (signature or form)' },
};
function certificate(exchange: Exchange, place: string, called: Called, claim: Claim, tools: DoctorTools): DoctorCheck[] {
  const head = { id: `certificate:${place}:${called.identity}`, title: text(`Servercertificaat van ${place}`, `Server certificate of ${place}`) };
  const peer = exchange.tls === 'not-observed' ? null : exchange.tls.peer;
  if (peer === null) return [];
  const about = text(`${peer.subject}, uitgegeven door ${peer.issuer}, geldig tot ${peer.validTo.slice(0, 10)}`, `${peer.subject}, issued by ${peer.issuer}, valid until ${peer.validTo.slice(0, 10)}`);
  if (peer.status !== 'trusted') {
    const why = judged[peer.status];
    return [bad(head, text(`het certificaat ${why.nl}: ${about.nl}`, `the certificate ${why.en}: ${about.en}`), peer.status === 'unknown-issuer' ? anchorsAdvice(claim)
      : text('Zet een geldig certificaat op uw server, met de hele keten.', 'Put a valid certificate on your server, with its whole chain.'))];
  }
  // The probe adds a detail to an answered call only when the certificate is for another host.
  if (exchange.transport.outcome === 'answered' && exchange.transport.detail !== undefined) {
    const names = /\(it names (.*)\)$/s.exec(exchange.transport.detail)?.[1] ?? '';
    const dutch = names === '' || names === 'no host' ? 'het noemt geen naam' : `het noemt ${names}`;
    return [bad(head, text(`het certificaat is voor een andere naam dan ${place} (${dutch})`, `the certificate is for another name: ${exchange.transport.detail}`),
      text('Gebruik in ixit.endpoints een naam die in het certificaat staat, of geef een certificaat met deze naam uit.', 'Use a name in ixit.endpoints that stands in the certificate, or issue a certificate with this name.'))];
  }
  const days = Math.floor((Date.parse(peer.validTo) - tools.clock.now()) / 86_400_000);
  if (days < 14) return [doubtful(head, text(`nog ${days} dagen geldig: ${about.nl}`, `valid for ${days} more days: ${about.en}`), text('Vernieuw het certificaat voor het verloopt.', 'Renew the certificate before it expires.'))];
  return [good(head, about)];
}
function anchorsAdvice(claim: Claim) {
  return claim.ixit.trustAnchors === undefined
    ? text('Noem de CA van uw server in ixit.trustAnchors (PEM), of geef uw server een certificaat van de test-CA van Toetssteen. Stuurt uw server de tussenliggende certificaten mee?', 'Name the CA of your server in ixit.trustAnchors (PEM), or give your server a certificate of Toetssteen\'s test CA. Does your server send the intermediate certificates along?')
    : text('Zet de juiste root in het bestand van ixit.trustAnchors, en laat uw server de tussenliggende certificaten meesturen.', 'Put the right root into the file of ixit.trustAnchors, and let your server send the intermediate certificates along.');
}

function clock(exchange: Exchange, place: string, called: Called): DoctorCheck {
  const head = { id: `clock:${place}:${called.identity}`, title: text(`Klok van ${place}`, `Clock of ${place}`) };
  const offset = clockOffset(exchange);
  if (offset === null) {
    return doubtful(head, text('onbekend: het antwoord heeft geen (leesbare) Date-header', 'unknown: the answer has no (readable) Date header'),
      text('Controleer zelf of uw server en deze machine met NTP gelijk lopen.', 'See for yourself whether your server and this machine are synchronised with NTP.'));
  }
  const seconds = Math.round(Math.abs(offset) / 1000);
  const side = offset < 0 ? text('achter', 'behind') : text('voor', 'ahead');
  if (Math.abs(offset) > 5_000) {
    return doubtful(head, text(`loopt ${seconds} s ${side.nl}; tokens zijn kort geldig`, `runs ${seconds} s ${side.en}; tokens are valid for a short time`),
      text('Zet de klok van uw server en van deze machine gelijk met NTP.', 'Synchronise the clock of your server and of this machine with NTP.'));
  }
  return good(head, text(`wijkt ${seconds} s af`, `is ${seconds} s off`));
}

function answer(called: Called, exchange: Exchange): DoctorCheck {
  const head = { id: `http:${called.name}`, title: text(`Antwoord van ${called.name}`, `Answer of ${called.name}`) };
  const status = exchange.response?.status ?? 0;
  const seen = text(`GET ${exchange.request.url}: HTTP ${status}`, `GET ${exchange.request.url}: HTTP ${status}`);
  if (status >= 500) return bad(head, seen, text('Uw server meldt een eigen fout; kijk in zijn logging.', 'Your server reports an error of its own; look into its log.'));
  if (status >= 300 && status < 400) return bad(head, seen, text('Wij volgen geen doorverwijzing: zet het eindadres in ixit.endpoints.', 'We follow no redirect: put the final address into ixit.endpoints.'));
  if (status === 404 || status === 410) {
    if (swapped(called)) return doubtful(head, seen, text(`Zijn de adressen verwisseld? ixit.endpoints.${called.name} lijkt op ${called.endpoint === 'token' ? 'een FHIR-basis' : 'een token endpoint'}.`, `Were the addresses swapped? ixit.endpoints.${called.name} looks like ${called.endpoint === 'token' ? 'a FHIR base' : 'a token endpoint'}.`));
    return doubtful(head, seen, text(`Kijk of het pad in ixit.endpoints.${called.name} klopt.`, `See whether the path in ixit.endpoints.${called.name} is right.`));
  }
  // 400, 401, 403 and 405 are right answers to a question without token or body: somebody is at home.
  return good(head, seen);
}

/** Does the path of a token endpoint end as a FHIR base does, or the other way round? Only asked when nothing is there. */
function swapped({ endpoint, url }: Called): boolean {
  const path = new URL(url).pathname.replace(/\/metadata$/, '');
  return endpoint === 'token' ? /\/(fhir|stu3|r4|dstu3)\/?$/i.test(path) : /\/(token|oauth2?)\/?$/i.test(path);
}
