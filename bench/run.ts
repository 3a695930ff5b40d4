/**
 * `npm run bench`: notification POST with token check, durable journal and rules, beside a bare Fastify handler and WireMock
 * (where it is), in one run and in rounds. Absolute figures are of this machine at this moment; the ratios are what counts.
 */
import { openPki } from '../fixtures/pki/index.ts';
import { bearer, notification, receiver, requestBytes } from './message.ts';
import { closedLoop, fixedRate, newConnections, type Measured, type Target } from './load.ts';
import { inRounds, ofPairs, quantile } from './rounds.ts';
import { processorTime, startServer, type ServerKind } from './servers.ts';
import { findWiremock, startWiremock, wiremockPaths, wiremockVersion, type WiremockWork } from './wiremock.ts';

type Name = ServerKind | WiremockWork;
const titles: Readonly<Record<Name, string>> = {
  bare: 'bare Fastify', memory: 'simulators, journal in memory, no rules', unjudged: 'durable journal (NORMAL), no rules', normal: 'durable journal (NORMAL) and rules', full: 'durable journal (FULL) and rules',
  anything: `WireMock ${wiremockVersion}: any POST, fixed answer`, matched: `WireMock ${wiremockVersion}: matches as ours, fixed answer`, alike: `WireMock ${wiremockVersion}: matches and answers as ours`,
};
const rounds = Number(process.env['ROUNDS'] ?? 9);
const loopMs = 1000;

const pki = await openPki({ now: Date.now() });
const { certificate, key } = pki.identity('sut');
const client = { cert: certificate, key };
const tls = { ...client, ca: pki.anchors };
const bodies = Array.from({ length: 500 }, notification);
const path = `/t1/twiin/${receiver}/fhir/Task`;

interface Served { readonly target: Target; kept(): Promise<{ readonly kept: number; readonly judged: number }>; close(): Promise<void> }
const served = {} as Record<Name, Served>;
const sent: Record<string, number> = {};
async function ours(kind: ServerKind): Promise<void> {
  const server = await startServer(kind);
  const authorization = kind === 'bare' ? 'Bearer not-looked-at' : await bearer(server.origin, pki, tls);
  served[kind] = { target: { host: '127.0.0.1', port: Number(new URL(server.origin).port), tls, requests: bodies.map((body) => requestBytes(path, authorization, body)), settled: server.settled, processor: () => processorTime(server.pid) }, kept: server.count, close: server.close };
}
for (const kind of ['bare', 'memory', 'unjudged', 'normal', 'full'] as const) await ours(kind);
const found = findWiremock();
if ('jar' in found) {
  const authorization = 'Bearer 00000000-0000-4000-8000-000000000000';
  const wiremock = await startWiremock(found, { authorization, answer: JSON.stringify({ ...JSON.parse(bodies[0]!), id: '00000000-0000-4000-8000-000000000000' }), anchors: pki.anchors, client });
  for (const work of ['anything', 'matched', 'alike'] as const) {
    served[work] = {
      target: { host: '127.0.0.1', port: wiremock.port, tls: { ...client, rejectUnauthorized: false }, requests: bodies.map((body) => requestBytes(wiremockPaths[work], authorization, body)), settled: async () => {}, processor: () => processorTime(wiremock.pid) },
      kept: async () => ({ kept: await wiremock.kept(wiremockPaths[work]), judged: 0 }), close: work === 'anything' ? wiremock.close : async () => {},
    };
  }
}
const names = Object.keys(served) as Name[];
const counted = async (name: Name, measuring: Promise<Measured>): Promise<Measured> => {
  const measured = await measuring;
  sent[name] = (sent[name] ?? 0) + measured.requests;
  return measured;
};

const digits = (value: number, after = 2): string => (Number.isNaN(value) ? '?' : value.toFixed(after));
console.log(`Notifications of ${Buffer.byteLength(bodies[0]!)} bytes, ${bodies.length} different ones in turn, over mutual TLS; client and servers share the cores of this machine.`);
// What is hot is compiled only after some thousands of calls, by a JVM as by Node; all get as many.
for (const name of names) await counted(name, closedLoop(served[name].target, 1000, 8, 4000));

const loop = await inRounds(names, rounds, (name) => counted(name, closedLoop(served[name].target, loopMs, 8)));
console.log(`\nClosed loop, 8 kept-alive connections, ${rounds} rounds of ${loopMs / 1000} s in turn; medians`);
const spoken = new Set<string>();
for (const name of names) {
  const of = loop[name];
  for (const one of of) spoken.add(one.spoken);
  const times = of.flatMap(({ milliseconds }) => milliseconds);
  console.log(`${titles[name].padEnd(46)} ${digits(quantile(of.map((one) => one.perSecond), 0.5), 0).padStart(6)} /s   p50 ${digits(quantile(times, 0.5))} ms   p95 ${digits(quantile(times, 0.95))} ms   server ${digits(quantile(of.map((one) => one.processor), 0.5))} ms of processor a request   client ${digits(100 * quantile(of.map((one) => one.client), 0.5), 0)} % of a core`);
}
console.log(`spoken: ${[...spoken].join(', ')}`);
const rate = (name: Name): number[] => loop[name].map(({ perSecond }) => perSecond);
const ratio = (of: Name, to: Name): string => {
  const { median, lowest, highest } = ofPairs(rate(of), rate(to), (our, their) => our / their);
  return `${digits(median)} (${digits(lowest)} to ${digits(highest)})`;
};
/** How many requests it answers with the processor time that another needs for one: what counts when others use the machine, and WireMock has several threads. */
const thrift = (of: Name, to: Name): string => digits(ofPairs(loop[of].map(({ processor }) => processor), loop[to].map(({ processor }) => processor), (our, their) => their / our).median);
console.log('\nRatio of requests a second, median of the rounds (lowest to highest), and of requests for as much processor time');
for (const name of names.filter((one) => one !== 'bare')) console.log(`${titles[name].padEnd(46)} to bare Fastify ${ratio(name, 'bare')}, ${thrift(name, 'bare')}`);
if ('skipped' in found) console.log(`comparison with WireMock: skipped: ${found.skipped}`);
else for (const name of ['memory', 'normal', 'full'] as const) for (const to of ['anything', 'matched', 'alike'] as const) console.log(`${titles[name].padEnd(46)} to ${titles[to].padEnd(48)} ${ratio(name, to)}, ${thrift(name, to)}`);
console.log(`the durable journal costs ${digits(ofPairs(loop.memory.map(cost), loop.unjudged.map(cost), (memory, journal) => journal - memory).median)} ms a request, the rules ${digits(ofPairs(loop.unjudged.map(cost), loop.normal.map(cost), (without, rules) => rules - without).median)} ms, FULL in place of NORMAL ${digits(ofPairs(loop.normal.map(cost), loop.full.map(cost), (normal, full) => full - normal).median)} ms`);
function cost({ perSecond }: Measured): number { return 1000 / perSecond; }

const paced = await inRounds(names.filter((name) => !['memory', 'unjudged', 'anything'].includes(name)), 3, (name) => counted(name, fixedRate(served[name].target, 100, 1500)));
console.log('\n100 requests a second, 3 rounds of 1.5 s in turn');
for (const name of Object.keys(paced) as Name[]) {
  const times = paced[name].flatMap(({ milliseconds }) => milliseconds);
  console.log(`${titles[name].padEnd(46)} p50 ${digits(quantile(times, 0.5))} ms   p95 ${digits(quantile(times, 0.95))} ms`);
}
const p95 = (name: Name): number[] => paced[name].map(({ milliseconds }) => quantile(milliseconds, 0.95));
const beyond = (name: Name): string => digits(ofPairs(p95(name), p95('bare'), (our, bare) => our - bare).median);
console.log(`p95 minus p95 of bare: NORMAL ${beyond('normal')} ms (at most 15), FULL ${beyond('full')} ms`);

const fresh = await inRounds(names.filter((name) => ['bare', 'normal', 'matched'].includes(name)), 3, (name) => counted(name, newConnections(served[name].target, 800)));
console.log('\nA new connection for each request, one after the other (the certificate of WireMock is RSA, of the others EC)');
for (const name of Object.keys(fresh) as Name[]) console.log(`${titles[name].padEnd(46)} ${digits(quantile(fresh[name].map(({ perSecond }) => perSecond), 0.5), 0).padStart(6)} /s   p50 ${digits(quantile(fresh[name].flatMap(({ milliseconds }) => milliseconds), 0.5))} ms`);

console.log('\nWhat was sent, what stands in the journals');
for (const name of names.filter((one) => one !== 'bare')) {
  const { kept, judged } = await served[name].kept();
  console.log(`${titles[name].padEnd(46)} sent ${sent[name]}, kept ${kept}${name === 'normal' || name === 'full' ? `, judged ${judged}` : ''}`);
  if (kept !== sent[name] || ((name === 'normal' || name === 'full') && judged !== kept)) { console.error('something was lost'); process.exitCode = 1; }
}
for (const name of names) await served[name].close();
