import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openPki, type IdentityName, type Pki } from '../../fixtures/pki/index.ts';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { armedFaults } from '../../mocks/kernel/armed-faults.ts';
import type { Claim, TriggerConfig } from '../../model/claim.ts';
import type { Clock } from '../../model/clock.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { TestPurpose } from '../../model/requirement.ts';
import type { ExchangeRule, Rule, RuleContext, RuleOutcome, TraceRule } from '../../model/rule.ts';
import { virtualClock } from '../clock/virtual-clock.ts';
import { demoClaim } from '../demo/demo-claim.ts';
import type { CaseContext, ProbeCall, TestCase } from '../engine/test-case.ts';
import { Stopped } from '../engine/waiting.ts';
import { buildResult } from '../result/build.ts';
import { openSession, type Session, type SessionOptions } from './session.ts';

const requirement = 'TWIIN-NTF-10';
const start = Date.now();
const t = (word: string) => ({ nl: word, en: word });
let pki: Pki;
beforeAll(async () => { pki = await openPki({ directory: temporaryFolder(), now: start }); });

const open: (() => Promise<void>)[] = [];
afterEach(async () => { for (const close of open.splice(0).reverse()) await close(); });

interface Ixit extends Partial<Claim['ixit']> { readonly extraBsns?: Claim['ics']['extraBsns'] }
function claimWith({ extraBsns = [], ...ixit }: Ixit = {}): Claim {
  const base = demoClaim({ xisOrigin: 'https://xis.test', controlUrl: '', accessLogUrl: '', jwks: { keys: [] }, secret: '', port: 0 });
  return { ...base, ics: { ...base.ics, extraBsns }, ixit: { ...base.ixit, triggers: {}, ...ixit } };
}
const testCase = (id: string, phases: TestCase['phases'], over: Partial<TestCase> = {}): TestCase =>
  ({ id, title: t(id), role: 'twiin-sender', kind: 'send', persona: 'minimaal', addressee: null, notApplicable: () => null, phases, ...over });
const phase = (name: string, run: (c: CaseContext) => unknown) => ({ name, run: async (c: CaseContext) => { await run(c); } });
/** Judges nothing: what FHIR says has its own tests. */
const noFhir = { judge: { of: () => { throw new Error('not asked'); } }, packages: [] };
type Opening = Partial<Omit<SessionOptions, 'claim'>> & { readonly ixit?: Ixit };
/** Opens a run in a folder of its own, or again in the same one; closed after the test at the latest. */
async function session({ ixit, ...options }: Opening = {}): Promise<Session & { close(): Promise<void> }> {
  const opened = await openSession({
    claim: claimWith(ixit), clock: virtualClock(start), pki, folder: temporaryFolder(), cases: [], rules: [], humans: { instruct: () => {}, question: () => {} }, fhir: noFhir, ...options,
  });
  let closed: Promise<void> | null = null;
  const close = (): Promise<void> => closed ??= opened.close();
  open.push(close);
  return { ...opened, close };
}

interface Ask { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string; readonly as?: IdentityName; readonly trusting?: boolean }
interface Answer { readonly status: number; readonly text: string; readonly server: string }
/** A question of the system under test to a simulator of ours. */
function ask(to: Pick<Session, 'origin'>, path: string, { method = 'GET', headers = {}, body, as = 'sut', trusting = false }: Ask = {}): Promise<Answer> {
  const { certificate, key } = pki.identity(as);
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(`${to.origin}${path}`, { method, headers, cert: certificate, key, ca: [pki.anchors], rejectUnauthorized: !trusting, agent: false }, (incoming) => {
      let text = '';
      const server = (incoming.socket as unknown as { getPeerX509Certificate(): { fingerprint256: string } }).getPeerX509Certificate().fingerprint256.replaceAll(':', '').toLowerCase();
      incoming.setEncoding('utf8').on('data', (piece: string) => { text += piece; }).on('end', () => resolve({ status: incoming.statusCode ?? 0, text, server }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
const notify = (to: Pick<Session, 'origin'>, bsn = '999990019', more: Ask = {}): Promise<Answer> => ask(to, '/t1/twiin/90000022/fhir/Task', {
  method: 'POST', headers: { 'content-type': 'application/fhir+json', ...more.headers }, ...more,
  body: JSON.stringify({ resourceType: 'Task', for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: bsn } } }),
});
const directory = '/t1/zorg-ab/zab-ro/fhir/Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90000022';
const exchanges = (one: Session): Exchange[] => one.journal.entries().filter((entry) => entry.kind === 'exchange');

const rule = (judge: (exchange: Exchange, context: RuleContext) => readonly RuleOutcome[], selects: (exchange: Exchange) => boolean = () => true): ExchangeRule =>
  ({ id: 'r', scope: 'exchange', title: t('rule'), requirements: [requirement], selects, judge });
const seen = (what: (exchange: Exchange, context: RuleContext) => string): ExchangeRule => rule((exchange, context) => [{ kind: 'pass', seen: what(exchange, context), exchange: exchange.id }]);
const traceRule = (judge: TraceRule['judge']): TraceRule => ({ id: 'tr', scope: 'trace', span: 'case', title: t('trace'), requirements: [requirement], judge });
const passes = (one: Session): string[] => one.book.passed().map((pass) => pass.seen);

const until = async (holds: () => boolean): Promise<void> => { while (!holds()) await new Promise((resolve) => { setImmediate(resolve); }); };

/** A server of the tester on this machine: trigger, access log, keys. */
async function plainServer(answer: (url: string, headers: Record<string, unknown>, body: string) => { status?: number; text: string }): Promise<string> {
  const server: Server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (piece: Buffer) => { body += piece.toString(); }).on('end', () => {
      const { status = 200, text } = answer(incoming.url ?? '', incoming.headers, body);
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(text);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  open.push(() => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a run in its folder', () => {
  test('is for its owner only, and goes on at the same port, from the day on which it began', async () => {
    const folder = join(temporaryFolder(), 'run', 'one');
    const first = await session({ folder });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const { origin } = first;
    expect(origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const grant = { kind: 'notification', by: 'harness', identifier: 'n1', queries: ['Encounter'], resources: [], workflowTask: null, patientBsn: '999990160', periodEnd: null, cancelledAt: null, caseId: '' };
    first.store.put('grants', 'n1', { ...grant, patientBsn: first.patient('volledig')!.bsn });
    first.store.put('tokens', 'token', { value: 'token', node: '90000044', organisation: '90000011', patientBsn: first.patient('volledig')!.bsn, notification: 'n1', user: true, expiresAt: start + 1e9 });
    const pull = (one: Session): Promise<Answer> => ask(one, '/t1/twiin/90000044/fhir/Encounter', { headers: { authorization: 'Bearer token', accept: 'application/fhir+json' } });
    const before = await pull(first);
    expect(before.status).toBe(200);
    expect(before.text).toContain('"start"');
    await first.close();
    const second = await session({ folder, clock: virtualClock(start + 5 * 86_400_000) });
    expect(second.origin).toBe(origin);
    const dates = (answer: Answer): unknown[] => (JSON.parse(answer.text).entry as { resource: { period?: unknown } }[]).map((one) => one.resource.period);
    expect(dates(await pull(second))).toEqual(dates(before));
    expect(exchanges(second)).toHaveLength(2);
  });
  test('tells the address that others must use, which need not be the one where it listens', async () => {
    const one = await session({ ixit: { listen: { host: '127.0.0.1', port: 0, advertised: 'https://proxy.test/' } } });
    expect(one.origin).toBe('https://proxy.test');
    expect(one.nodeUrl('90000022')).toBe('https://proxy.test/t1/twiin/90000022');
    const other = await session();
    expect(other.nodeUrl('90000044')).toBe(`${other.origin}/t1/twiin/90000044`);
  });
  test('closed, nobody is answered and nothing is kept open', async () => {
    const one = await session();
    await one.close();
    expect(one.database.isOpen).toBe(false);
    await expect(notify(one)).rejects.toThrow(/ECONNREFUSED/);
  });
  test('names the packages that messages are judged with', async () => {
    const packages = [{ name: 'nictiz.fhir.nl.stu3.zib2017', version: '2.3.1', sha256: 'ab' }];
    const one = await session({ fhir: { ...noFhir, packages }, cases: [testCase('A', [])] });
    expect(one.packages).toEqual(packages);
    expect(one.runContext().fhir).toBe(noFhir.judge);
  });
  test('knows the patients of the claim by the BSN that it gives, ours by their own, and nobody else', async () => {
    const one = await session({ ixit: { personas: [{ key: 'minimaal', bsn: '900186021', contentConfirmed: true }] } });
    expect([one.patient('minimaal'), one.patient('volledig')?.bsn.length, one.patient('niemand')]).toEqual([{ bsn: '900186021' }, 9, null]);
    expect(one.patient('volledig')).not.toEqual(one.patient('minimaal'));
  });
  test('keeps an armed fault over the death of the process', async () => {
    const folder = temporaryFolder();
    const first = await session({ folder });
    first.arm('zorg-ab-429');
    await first.close();
    const second = await session({ folder });
    expect(armedFaults(second.store, 't1').map((one) => [one.id, one.armedAt])).toEqual([['zorg-ab-429', start]]);
    expect((await ask(second, directory)).status).toBe(429);
    expect(exchanges(second)[0]!.fault).toBe('zorg-ab-429');
  });
  test('takes up what a simulator had promised for later when the process died', async () => {
    const folder = temporaryFolder();
    const first = await session({ folder });
    first.store.put('effects', 'e1', { effect: { name: 'notify' }, tenant: 't1', due: start - 5 });
    await first.close();
    const second = await session({ folder });
    await until(() => second.store.list('effects').length === 0);
    expect(second.harnessErrors).toEqual([]);
  });
  test('lets its simulators misbehave as asked', async () => {
    const question = async (one: Session): Promise<unknown> => JSON.parse((await ask(one, directory, { headers: { accept: 'application/fhir+json' } })).text).total;
    expect(await question(await session())).toBeTypeOf('number');
    const broken = await session({ mockDefects: ['zorg-ab-search-without-total'] });
    expect(await question(broken)).toBeUndefined();
  });
});

describe('messages that arrive', () => {
  test('are answered only when they are on disk; time stands still until then', async () => {
    const clock = virtualClock(start);
    const one = await session({ clock });
    const { database } = one;
    const exec = database.exec.bind(database);
    const held: number[] = [];
    let full = true;
    database.exec = (sql) => {
      if (sql !== 'COMMIT') return exec(sql);
      held.push(clock.outstanding());
      if (full) throw new Error('disk full');
      return exec(sql);
    };
    expect((await notify(one)).status).toBe(500);
    expect(one.harnessErrors).toEqual([expect.stringContaining('disk full')]);
    expect(one.journal.entries()).toEqual([]);
    full = false;
    expect((await notify(one)).status).toBe(401);
    expect(exchanges(one)).toHaveLength(1);
    expect(held).toEqual([1, 1]);
  });
  test('a BSN outside the table reaches the rules and never the disk', async () => {
    const bodies: string[] = [];
    const one = await session({ rules: [seen((exchange) => { bodies.push(new TextDecoder().decode(exchange.request.body)); return exchange.withheld?.place ?? 'whole'; })] });
    expect((await notify(one, '123456782')).status).toBe(422);
    await one.judged();
    expect(passes(one)).toEqual(['body.for.identifier']);
    expect(bodies[0]).toContain('123456782');
    const [kept] = exchanges(one);
    expect(kept!.withheld).toMatchObject({ reason: expect.stringContaining('outside the table') });
    const { database } = one;
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(readFileSync(String(database.location())).includes('123456782')).toBe(false);
  });
  test('unless the claim lists it as fictitious', async () => {
    const one = await session({ ixit: { extraBsns: [{ bsn: '123456782', declaredBy: 'J. Jansen' }] } });
    expect((await notify(one, '123456782')).status).toBe(401);
    expect(exchanges(one)[0]!.withheld).toBeUndefined();
  });
  test('belong to the case that has the floor or knows a key of theirs, else to nobody; ours to ourselves', async () => {
    const one = await session({
      cases: [testCase('A', [phase('floor', async (c) => { c.remember('token', 'known'); await c.takeFloor(); }), phase('leave', (c) => c.leaveFloor()), phase('end', () => {})])],
    });
    await notify(one);
    await one.engine.advance('A', 'floor');
    await notify(one);
    await ask(one, directory, { as: 'harness-receiver' });
    await one.engine.advance('A', 'leave');
    await notify(one);
    await notify(one, undefined, { headers: { authorization: 'Bearer known' } });
    const a = { id: 'A', attempt: 1 };
    expect(exchanges(one).map((entry) => [entry.case, entry.role])).toEqual([[null, 'twiin-sender'], [a, 'twiin-sender'], [null, 'simulator'], [null, 'twiin-sender'], [a, 'twiin-sender']]);
  });
  test('a token that we gave out leads later messages to the same case', async () => {
    const one = await session({ ixit: { clients: [{ role: 'twiin-sender', jwks: { keys: [pki.signingKey('harness-third', 'ES256').publicJwk] } }] }, cases: [testCase('A', [phase('floor', (c) => c.takeFloor()), phase('leave', (c) => c.leaveFloor())])] });
    await one.engine.advance('A', 'floor');
    const node = one.nodeUrl('90000022');
    const body = await one.signing({}).tokenRequest({ party: 'harness-third', ura: '90000055', tokenEndpoint: `${node}/oauth/token`, authorizationServer: node });
    const answer = await ask(one, '/t1/twiin/90000022/oauth/token', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
    expect(JSON.parse(answer.text)).toMatchObject({ expires_in: 300 });
    await one.engine.advance('A');
    await notify(one, undefined, { headers: { authorization: `Bearer ${JSON.parse(answer.text).access_token}` } });
    expect(exchanges(one).at(-1)!.case).toEqual({ id: 'A', attempt: 1 });
  });
  test('refused connections belong to the case that has the floor', async () => {
    const one = await session({ cases: [testCase('A', [phase('floor', (c) => c.takeFloor()), phase('end', () => {})])] });
    await one.engine.advance('A', 'floor');
    await expect(notify(one, undefined, { as: 'expired' })).rejects.toThrow();
    expect(one.journal.entries()).toMatchObject([{ kind: 'connection', reason: 'expired', case: { id: 'A', attempt: 1 } }]);
  });
  test('a question under the false certificate is told apart, of the address book only and not our own', async () => {
    const one = await session({ cases: [testCase('A', [phase('on', (c) => c.showLookalike(true)), phase('off', (c) => c.showLookalike(false))])] });
    await one.engine.advance('A', 'on');
    await expect(ask(one, directory)).rejects.toThrow(/certificate/);
    const fooled = await ask(one, directory, { trusting: true });
    await notify(one, undefined, { trusting: true });
    await ask(one, directory, { trusting: true, as: 'harness-receiver' });
    await one.engine.advance('A');
    const right = await ask(one, directory);
    expect(exchanges(one).map((entry) => entry.simulator)).toEqual(['zorg-ab-lookalike', 'twiin', 'zorg-ab', 'zorg-ab']);
    expect([fooled.server, right.server]).toEqual([pki.identity('simulators-lookalike').fingerprint256, pki.identity('simulators').fingerprint256]);
  });
});

describe('judgement', () => {
  test('comes with the arrival, once, with the facts of its case', async () => {
    const one = await session({
      rules: [seen((exchange, context) => `${exchange.endpoint} ${context.facts.caseKind} ${context.facts.told} ${context.audience.tokenEndpoint === `${one.nodeUrl('90000022')}/oauth/token`}`)],
      cases: [testCase('A', [phase('floor', async (c) => { c.fact('told', 'yes'); await c.takeFloor(); }), phase('leave', (c) => c.leaveFloor()), phase('end', () => {})])],
    });
    await one.engine.advance('A', 'floor');
    await notify(one);
    await one.engine.advance('A', 'leave');
    await notify(one);
    expect(passes(one)).toEqual(['notification send yes true', 'notification none undefined true']);
    expect(one.journal.unjudged()).toEqual([]);
    expect(one.runContext()).toMatchObject({ persona: null, facts: { caseKind: 'none' } });
  });
  test('that breaks is an error of ours with the message named, and is tried again when the run goes on', async () => {
    const folder = temporaryFolder();
    const first = await session({ folder, rules: [rule(() => { throw new Error('rule broke'); })] });
    expect((await notify(first)).status).toBe(401);
    await first.judged();
    expect(first.harnessErrors).toEqual([expect.stringMatching(/^x00001: Error: rule broke\n/)]);
    await first.close();
    const second = await session({ folder, rules: [seen((exchange) => exchange.id)] });
    await second.judged();
    expect([passes(second), second.harnessErrors, second.journal.unjudged()]).toEqual([['x00001'], [], []]);
  });
  test('waits for a terminology server, in the order of arrival', async () => {
    let go!: () => void;
    const slow = new Promise<void>((resolve) => { go = resolve; });
    let asked = 0;
    const one = await session({ cases: [testCase('A', [])], rules: [seen((exchange) => exchange.id)], fhir: { ...noFhir, settle: () => (asked++ === 0 ? slow : Promise.resolve()) } });
    await notify(one);
    await ask(one, directory);
    expect(passes(one)).toEqual([]);
    const judged = one.judged();
    go();
    await judged;
    expect(passes(one)).toEqual(['x00001', 'x00002']);
    // Request and response of the notification; a question to the address book is nothing that is asked about.
    expect(asked).toBe(2);
  });
  test('of simulators alone waits for the judge of FHIR and the rules, which are loaded at the first message', async () => {
    const one = await session({ fhir: undefined, rules: [seen((exchange, { fhir }) => `${exchange.id} ${typeof fhir?.of}`)] });
    await notify(one);
    await notify(one);
    await one.judged();
    expect(passes(one)).toEqual(['x00001 function', 'x00002 function']);
    await notify(one);
    expect(passes(one)).toHaveLength(3);
    const all = await session({ rules: undefined });
    expect(all.judge.rules).toEqual([]);
    await ask(all, directory);
    await all.judged();
    expect(all.judge.rules.length).toBeGreaterThan(100);
    expect(new Set(all.book.passed().map((pass) => pass.rule.startsWith('simulator-')))).toEqual(new Set([true, false]));
    expect(all.harnessErrors).toEqual([]);
  });
  test('of simulators alone asks the terminology server too', async () => {
    let asked = 0;
    const one = await session({ rules: [seen((exchange) => exchange.id)], fhir: { ...noFhir, settle: () => { asked += 1; return Promise.resolve(); } } });
    await notify(one);
    await one.judged();
    expect([passes(one), asked]).toEqual([['x00001'], 2]);
  });
  test('of a case comes at its end, over the messages of that attempt; one that breaks is an error of ours', async () => {
    let broken = false;
    const one = await session({
      rules: [traceRule((trace, context) => { if (broken) throw new Error('trace broke'); return [{ kind: 'pass', seen: `${trace.map((entry) => entry.id).join()} ${context.facts.told}` }]; })],
      cases: ['A', 'B'].map((id) => testCase(id, [phase('floor', async (c) => { c.fact('told', id); await c.takeFloor(); }), phase('end', () => {})])),
    });
    await notify(one);
    await one.engine.advance('A', 'floor');
    await notify(one);
    expect(passes(one)).toEqual([]);
    await one.engine.advance('A');
    expect(one.book.passed()).toMatchObject([{ rule: 'tr', role: 'twiin-sender', case: { id: 'A', attempt: 1 }, seen: 'x00002 A' }]);
    broken = true;
    await one.engine.advance('B');
    expect(one.harnessErrors).toEqual([expect.stringMatching(/^case-B#1: Error: trace broke/)]);
    expect(passes(one)).toEqual(['x00002 A']);
  });
  test('of a case, after a terminology server was asked; made again, once, when the run goes on', async () => {
    const folder = temporaryFolder();
    const rules: Rule[] = [traceRule((trace) => [{ kind: 'pass', seen: `trace of ${trace.length}` }])];
    const cases = [testCase('A', [phase('floor', (c) => c.takeFloor()), phase('end', () => {})]), testCase('B', [phase('end', () => {})])];
    let go!: () => void;
    const slow = new Promise<void>((resolve) => { go = resolve; });
    const first = await session({ folder, rules, cases, fhir: { ...noFhir, settle: () => slow } });
    await first.engine.advance('A', 'floor');
    await notify(first);
    await first.engine.advance('A');
    expect(passes(first)).toEqual([]);
    go();
    await first.judged();
    expect(passes(first)).toEqual(['trace of 1']);
    await first.close();
    const second = await session({ folder, rules, cases, fhir: { ...noFhir, settle: () => Promise.resolve() } });
    await second.judged();
    expect(passes(second)).toEqual(['trace of 1']);
  });
  test('of a case whose end came while a terminology server was asked, and then our own, is made when the run goes on', async () => {
    const folder = temporaryFolder();
    const cases = [testCase('A', [phase('end', () => {})]), testCase('B', [phase('end', () => {})])];
    const died = await session({ folder, cases, fhir: { ...noFhir, settle: () => Promise.resolve() } });
    await died.engine.advance('A');
    await died.close();
    const settling = await session({ folder, cases, rules: [traceRule(() => [{ kind: 'pass', seen: 'now' }])], fhir: { ...noFhir, settle: () => Promise.resolve() } });
    await settling.judged();
    expect(settling.book.passed().map((pass) => [pass.case, pass.seen])).toEqual([[{ id: 'A', attempt: 1 }, 'now']]);
  });
});

describe('keys of the clients', () => {
  const kids = (one: Session): unknown[] => one.runContext().registeredKeys.map((key) => key.kid);
  test('come from the claim, a file and an address, together', async () => {
    const file = join(temporaryFolder(), 'jwks.json');
    writeFileSync(file, JSON.stringify({ keys: [{ kty: 'EC', kid: 'from-file' }] }));
    const url = await plainServer(() => ({ text: JSON.stringify({ keys: [{ kty: 'EC', kid: 'from-address' }] }) }));
    const one = await session({ ixit: { clients: [{ role: 'twiin-sender', jwks: { keys: [{ kty: 'EC', kid: 'inline' }] } }, { role: 'twiin-receiver', jwksFile: file }, { role: 'zorgab-client', jwksUrl: url }] } });
    expect(kids(one)).toEqual(['inline', 'from-file', 'from-address']);
    expect(kids(await session({ ixit: { clients: [] } }))).toEqual([]);
  });
  test('our own clients are known at our own authorization servers beside them, others are not', async () => {
    const one = await session({ tokenLifetimeSeconds: 77 });
    const node = one.nodeUrl('90000022');
    const token = async (party: 'harness-sender' | 'harness-receiver' | 'harness-third'): Promise<[number | undefined, unknown]> => {
      const body = await one.signing({}).tokenRequest({ party, ura: '90000044', tokenEndpoint: `${node}/oauth/token`, authorizationServer: node });
      const { response } = await one.call({ method: 'POST', url: `${node}/oauth/token`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body, identity: party, endpoint: 'token', role: 'simulator', organisation: '90000022' }, null);
      return [response?.status, JSON.parse(new TextDecoder().decode(response?.body)).expires_in];
    };
    expect([await token('harness-sender'), await token('harness-receiver'), await token('harness-third')]).toEqual([[200, 77], [200, 77], [401, undefined]]);
    expect(kids(one)).toEqual([]);
  });
});

describe('what we ask of the system', () => {
  const call = (over: Partial<ProbeCall> & Pick<ProbeCall, 'url'>): ProbeCall => ({ method: 'GET', identity: null, endpoint: 'access-log', role: 'twiin-sender', organisation: '90000022', ...over });
  test('the secret of the tester goes to the access log only, and into no record', async () => {
    const got: unknown[] = [];
    const url = await plainServer((_url, headers) => { got.push(headers['authorization']); return { text: '[]' }; });
    const file = join(temporaryFolder(), 'secret');
    writeFileSync(file, 'from-a-file\n');
    const webhook = (secret: object): Ixit => ({ triggers: { 'twiin-sender': { kind: 'webhook', url, ...secret } } });
    for (const ixit of [webhook({ secret: 'inline-secret' }), webhook({ secretFile: file }), webhook({}), { triggers: { 'twiin-sender': { kind: 'command', command: ['x'] } } } satisfies Ixit]) {
      const one = await session({ ixit });
      const exchange = await one.call(call({ url }), null);
      expect(exchange).toMatchObject({ transport: { outcome: 'answered' }, side: 'probe', simulator: 'twiin', tenant: 't1', stimulus: { valid: true }, case: null });
      expect(JSON.stringify(one.database.prepare('SELECT head, tail FROM entries').all())).not.toMatch(/inline-secret|from-a-file/);
    }
    expect(got).toEqual(['Bearer inline-secret', 'Bearer from-a-file', undefined, undefined]);
  });
  test('anything else goes over TLS, and without it', async () => {
    const got: unknown[] = [];
    const url = await plainServer((_url, headers) => { got.push(headers); return { text: '' }; });
    const one = await session({ ixit: { triggers: { 'twiin-sender': { kind: 'webhook', url, secret: 'inline-secret' } } } });
    expect((await one.call(call({ url, endpoint: 'resource' }), null)).transport).toMatchObject({ outcome: 'unreachable', detail: expect.stringContaining('plain http') });
    expect(got).toEqual([]);
    const own = await one.call(call({ url: `${one.origin}${directory}`, endpoint: 'directory', role: 'simulator', identity: 'harness-receiver', stimulus: { valid: false, name: 'no-token', expects: 'observe' }, headers: { 'x-mark': 'yes' } }), { id: 'A', attempt: 1 });
    expect(own).toMatchObject({ response: { status: 200 }, simulator: 'zorg-ab', stimulus: { valid: false }, case: { id: 'A', attempt: 1 }, request: { headers: { 'x-mark': 'yes' } } });
    expect(own.request.headers['authorization']).toBeUndefined();
  });
  test('assertions say who we are as the claim has it', async () => {
    const claims = async (one: Session, name: string, options = {}): Promise<Record<string, unknown>> => {
      const body = await one.signing({}).tokenRequest({ party: 'harness-sender', ura: '90000044', tokenEndpoint: 'https://xis.test:8443/oauth/token', ...options });
      return JSON.parse(Buffer.from(new URLSearchParams(body).get(name)!.split('.')[1]!, 'base64url').toString());
    };
    const base = claimWith().ixit;
    const plain = await session({ ixit: { endpoints: { ...base.endpoints, authorizationServer: undefined } } });
    expect(await claims(plain, 'client_assertion')).toMatchObject({ iss: plain.nodeUrl('90000044'), sub: plain.nodeUrl('90000044'), aud: 'https://xis.test:8443/oauth/token' });
    expect(await claims(plain, 'assertion')).toMatchObject({ sub: '90000044', aud: 'https://xis.test:8443' });
    const named = await session({ ixit: { endpoints: { ...base.endpoints, authorizationServer: 'https://as.test' }, ourClient: { ...base.ourClient, issuer: 'https://us.test', clientId: 'client-7', clientAudience: 'authorization-server', scope: 'some-scope' } } });
    expect(await claims(named, 'client_assertion')).toMatchObject({ iss: 'https://us.test', sub: 'client-7', aud: 'https://as.test' });
    expect(await claims(named, 'assertion')).toMatchObject({ aud: 'https://as.test' });
    expect(await named.signing({}).tokenRequest({ party: 'harness-sender', ura: '90000044', tokenEndpoint: 'https://xis.test/token' })).toContain('scope=some-scope');
  });
  test('a webhook acts with its secret; without one, or with a person, a person is asked', async () => {
    const got: string[] = [];
    const url = await plainServer((_url, headers, body) => { got.push(`${headers['authorization']} ${JSON.parse(body).action}`); return { text: '{"done":true,"message":"sent with word"}' }; });
    const told = async (config: TriggerConfig | undefined): Promise<unknown> => {
      const asked: string[] = [];
      const one = await session({
        ixit: { triggers: config === undefined ? {} : { 'twiin-sender': config } }, humans: { instruct: (_instruction, request, ref) => asked.push(`${request.action} ${ref.id}`), question: () => {} },
        cases: [testCase('A', [phase('send', (c) => c.trigger('send'))])],
      });
      await one.engine.runAll();
      return [one.journal.entries().map((entry) => (entry.kind === 'trigger' ? `${entry.outcome} ${entry.message}` : entry.kind)), asked, one.engine.record('A').errors];
    };
    expect(await told({ kind: 'webhook', url, secret: 'word' })).toEqual([['done sent with [secret]'], [], []]);
    expect(await told({ kind: 'manual' })).toEqual([['accepted a person is asked'], ['send A'], []]);
    expect(await told(undefined)).toEqual([['accepted a person is asked'], ['send A'], []]);
    expect(got).toEqual(['Bearer word send']);
  });
  test('faults are armed by a case where it says so, and taken back', async () => {
    const at: unknown[] = [];
    const one = await session({
      cases: [testCase('A', [phase('arm', (c) => { c.armFault('zorg-ab-429', { method: 'GET' }); at.push(armedFaults(c.store, 't1').map(({ id, where, armedAt }) => ({ id, where, armedAt }))); c.disarmFaults(); at.push(armedFaults(c.store, 't1')); })])],
    });
    await one.engine.runAll();
    expect([at, one.engine.record('A').state]).toEqual([[[{ id: 'zorg-ab-429', where: { method: 'GET' }, armedAt: start }], []], 'finished']);
  });
});

describe('people and interruptions', () => {
  const wait = { who: t('the XIS'), what: t('sends'), values: {}, window: 60_000 };
  const first = (entries: readonly { kind: string }[]): Exchange | undefined => entries.find((entry): entry is Exchange => entry.kind === 'exchange');
  const waiting = (id = 'A'): TestCase => testCase(id, [
    phase('floor', (c) => c.takeFloor()),
    phase('wait', async (c) => { if (await c.expectMessage({ ...wait, find: first }) === null) c.inconclusive(t('nothing came')); }),
  ]);
  /** Time that never passes: who waits, waits. */
  const still = (now = start): Clock => ({ now: () => now, hold: () => () => {}, sleep: (_ms, signal) => new Promise((_resolve, reject) => { signal?.addEventListener('abort', () => reject(signal.reason)); }) });

  test('a message ends the wait of its case; what is waited for was told', async () => {
    const told: string[] = [];
    const one = await session({ clock: still(), cases: [waiting()], progress: (event) => told.push(event.kind === 'waiting' ? `waiting ${event.case.id} ${event.wait.what.en}` : event.kind) });
    const running = one.engine.runAll();
    await until(() => one.engine.record('A').state === 'waiting');
    await notify(one);
    await running;
    expect(one.engine.record('A')).toMatchObject({ state: 'finished', reasons: [], attempt: 1 });
    expect(told).toEqual(['case-started', 'phase', 'phase', 'waiting A sends', 'case-ended']);
  });
  test('an answer of a person in another process is seen when somebody looks', async () => {
    const questions: string[] = [];
    const one = await session({
      clock: still(), humans: { instruct: () => {}, question: (question) => questions.push(question.id) },
      cases: [testCase('A', [phase('ask', async (c) => { c.fact('said', (await c.ask('ZAB-028', t('is it there?')))!.answer); })])],
    });
    const running = one.engine.runAll();
    await until(() => questions.length > 0);
    const other = new DatabaseSync(String(one.database.location()));
    const head = { kind: 'attestation', at: start, question: 'ZAB-028', answer: 'no', by: 'somebody', note: '' };
    other.prepare('INSERT INTO entries (kind, case_id, attempt, head) VALUES (?, ?, ?, ?)').run('attestation', 'A', 1, JSON.stringify(head));
    other.close();
    expect(one.engine.record('A').state).toBe('waiting');
    one.look();
    await running;
    expect([questions, one.engine.record('A').facts]).toEqual([['A/ZAB-028'], { said: 'no' }]);
  });
  test('asked to stop, a case that waits stays waiting on disk, and who waits for the floor stops too', async () => {
    const folder = temporaryFolder();
    const one = await session({ folder, clock: still(), cases: [waiting('A'), { ...waiting('B'), long: true }] });
    const running = one.engine.runAll();
    await until(() => one.engine.record('B').state === 'waiting');
    one.stop();
    await expect(running).rejects.toThrow(Stopped);
    expect([one.caseStore.load('B').state, one.caseStore.load('A').state]).toEqual(['waiting', 'running']);
  });
  test('cut by our own death while it waits for a machine, a case begins again; the old messages stay, and what is missed is ours', async () => {
    const folder = temporaryFolder();
    const cut = await session({ folder, clock: still(), cases: [waiting()] });
    await notify(cut);
    cut.journal.claim('x00001', { id: 'A', attempt: 1 });
    cut.caseStore.save({ ...cut.caseStore.load('A'), state: 'running', attempt: 1, phase: 1, memory: { offer: 'old' } });
    await cut.close();
    const again = await session({ folder, cases: [waiting()], rules: [traceRule((trace) => [{ kind: 'pass', seen: `trace of ${trace.length}` }])] });
    await again.engine.runAll();
    expect(again.engine.record('A')).toMatchObject({ state: 'finished', attempt: 2, interrupted: true, reasons: [t('nothing came')] });
    expect(again.book.passed()).toMatchObject([{ seen: 'trace of 0', case: { id: 'A', attempt: 2 } }]);
    const purpose: TestPurpose = { id: 'TP', requirement, role: 'twiin-sender', kind: 'invariant', title: t('p'), stimulus: { valid: true }, rule: 'r', minimumEvidence: 1, state: 'automated' };
    const result = buildResult({ session: again, rules: [], purposes: [purpose], id: 'i', startedAt: start, continuations: 1, configuration: [], witnessedBy: null, virtualTime: true, version: '0' });
    expect(result.cases).toMatchObject([{ id: 'A', attempts: 2, exchanges: ['x00001'] }]);
    expect(result.requirements.find((one) => one.requirement.id === requirement)).toMatchObject({ verdict: 'inconclusive', cause: 'harness', reason: { en: 'A: nothing came' } });
    expect(result.tray).toEqual([]);
  });
  test('a person who was asked before our death is not asked twice: the case waits on, and hears what comes', async () => {
    const folder = temporaryFolder();
    const ixit: Ixit = { triggers: { 'twiin-sender': { kind: 'manual' } } };
    const begun = await session({ folder, ixit, clock: still(), cases: [waiting()] });
    const running = begun.engine.runAll();
    await until(() => begun.engine.record('A').state === 'waiting');
    begun.stop();
    await expect(running).rejects.toThrow(Stopped);
    await begun.close();
    const again = await session({ folder, ixit, clock: still(start + 100_000), cases: [waiting()] });
    const going = again.engine.runAll();
    await until(() => again.engine.record('A').wait !== null);
    expect(again.engine.record('A')).toMatchObject({ state: 'waiting', attempt: 1, wait: { until: start + 160_000 } });
    await notify(again);
    again.journal.claim('x00001', { id: 'A', attempt: 1 });
    again.look();
    await going;
    expect(again.engine.record('A')).toMatchObject({ state: 'finished', attempt: 1, reasons: [] });
  });
});
