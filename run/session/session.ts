import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Claim } from '../../model/claim.ts';
import type { Clock } from '../../model/clock.ts';
import type { CaseRef, Exchange } from '../../model/exchange.ts';
import type { RunResult } from '../../model/result.ts';
import type { TlsFacts } from '../../model/tls.ts';
import type { JsonWebKeyLike, Rule, RuleContext } from '../../model/rule.ts';
import type { Store } from '../../model/simulator.ts';
import { findBsns } from '../../fixtures/bsn-places.ts';
import { isAcceptedBsn } from '../../fixtures/bsn.ts';
import { organisations } from '../../fixtures/organisations.ts';
import { personaByKey } from '../../fixtures/personas/index.ts';
import type { IdentityName, Pki, SigningKeyName } from '../../fixtures/pki/index.ts';
import { dossier } from '../../fixtures/stu3/index.ts';
import { serve, type Served } from '../../mocks/hosts/serve.ts';
import { armFault, disarmFaults } from '../../mocks/kernel/armed-faults.ts';
import { createKernel, defaultTenant, type Kernel } from '../../mocks/kernel/kernel.ts';
import { createTwiinNodes } from '../../mocks/twiin/node.ts';
import { createZorgAb } from '../../mocks/zorg-ab/facade.ts';
import { createProbe } from '../../probe/client.ts';
import { runTrigger } from '../../probe/trigger.ts';
import { cast, personaOfBsn } from '../engine/casting.ts';
import { openCaseStore, type CaseStore } from '../engine/case-store.ts';
import { caseContext, type Humans } from '../engine/context.ts';
import { openCorrelation } from '../engine/correlation.ts';
import { createEngine, type Engine, type ProgressEvent } from '../engine/engine.ts';
import { errorText } from '../engine/error-text.ts';
import { openFloor } from '../engine/floor.ts';
import { openChanges } from '../engine/signal.ts';
import { signingTools } from '../engine/signing.ts';
import type { ProbeCall, SigningTools, TestCase } from '../engine/test-case.ts';
import type { RunJudge } from '../judge/fhir-judge.ts';
import type { JudgeSettings } from '../judge/judge.ts';
import { openVerdictBook, type VerdictBook } from '../judge/verdict-book.ts';
import { openCommits } from '../journal/commits.ts';
import { openDatabase } from '../journal/database.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { databaseStore } from '../journal/store.ts';
import { openJudging } from './judging.ts';
import { registeredKeys } from './registered-keys.ts';
import { secretHeaders, secretOf } from './secrets.ts';

export interface SessionOptions {
  readonly claim: Claim;
  readonly clock: Clock;
  readonly pki: Pki;
  /** Folder of this run; it holds the journal. */
  readonly folder: string;
  readonly cases: readonly TestCase[];
  /** Default: every rule of the product, loaded with the judge of FHIR bodies: before the cases or, without cases, at the first message. */
  readonly rules?: readonly Rule[];
  readonly humans: Humans;
  readonly progress?: (event: ProgressEvent) => void;
  readonly mockDefects?: readonly string[];
  readonly synchronous?: 'NORMAL' | 'FULL';
  /** Judges FHIR bodies, with these packages besides FHIR itself; absent: base FHIR only, loaded before the cases or, without cases, at the first message. */
  readonly fhir?: Pick<RunJudge, 'judge' | 'packages' | 'settle'>;
  /** Lifetime of the tokens that our nodes give out. */
  readonly tokenLifetimeSeconds?: number;
}
/** One run, open: simulators listening, journal writing, cases ready. */
export interface Session {
  readonly claim: Claim;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly database: DatabaseSync;
  readonly book: VerdictBook;
  readonly caseStore: CaseStore;
  readonly engine: Engine;
  readonly origin: string;
  readonly judge: JudgeSettings;
  readonly harnessErrors: string[];
  readonly cases: readonly TestCase[];
  /** FHIR packages that messages are judged with, besides the core tables. */
  readonly packages: RunResult['packages'];
  /** State of the simulators, armed faults included. */
  readonly store: Store;
  nodeUrl(ura: string): string;
  /** One call of ours to the SUT, recorded like all else; `ref` null: outside every test case. */
  call(call: ProbeCall, ref: CaseRef | null): Promise<Exchange>;
  /** Assertions of our own clients. `memory` keeps what a replay repeats. */
  signing(memory: Record<string, any>): SigningTools;
  /** Patient of this claim with this key, null for an unknown key. */
  patient(key: string): { readonly bsn: string } | null;
  /** Context for rules over the whole run. */
  runContext(): RuleContext;
  /** Arms a fault of the simulators until the end of the run. */
  arm(fault: string): void;
  /** Everything that arrived until now is judged. */
  judged(): Promise<void>;
  /** Looks again for what others may have written to the journal. */
  look(): void;
  /** Asks everything that waits to stop; it goes on in a later `--continue`. */
  stop(): void;
  close(): Promise<void>;
}

/** Opens a run in its folder: a new one, or one that was interrupted. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { claim, clock, pki, cases } = options;
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const database = openDatabase(join(options.folder, 'journal.sqlite'), options.synchronous);
  const commits = openCommits(database);
  const journal = openJournal(database, commits);
  const store = databaseStore(database);
  const caseStore = openCaseStore(database);
  const book = openVerdictBook(database);
  const changes = openChanges();
  const floor = openFloor();
  const correlation = openCorrelation(database, () => floor.holder());
  const stopping = new AbortController();
  const harnessErrors: string[] = [];
  let served: Served | null = null;
  let lookalike = false;
  const advertised = claim.ixit.listen.advertised?.replace(/\/$/, '');
  const origin = (): string => advertised ?? served?.origin ?? '';
  const nodeUrl = (ura: string): string => `${origin()}/${defaultTenant}/twiin/${ura}`;
  const trust = claim.ixit.trustAnchors === undefined ? pki.anchors : readFileSync(claim.ixit.trustAnchors, 'utf8');
  /** Our own probe asks our own authorization servers too, to show that they refuse. */
  const ourKeys = (['harness-receiver', 'harness-sender'] as const).map((name) => pki.signingKey(name, claim.ixit.ourClient.algorithm).publicJwk as unknown as JsonWebKeyLike);
  const keys = await registeredKeys(claim.ixit.clients, trust);
  const judging = await openJudging({
    sources: { claim, store, correlation, registeredKeys: keys, cases, record: (id) => engine.record(id), nodeUrl, now: () => clock.now() },
    journal, book, caseStore, rules: options.rules, fhir: options.fhir, harnessErrors, changed: () => changes.notify(),
  });

  journal.hooks.admit = (message) => {
    const wrong = findBsns(message).find((found) => !isAcceptedBsn(found.value, claim.ics.extraBsns));
    return wrong === undefined ? { ok: true } : { ok: false, place: wrong.place, reason: 'a BSN outside the table of test BSNs / een BSN buiten de tabel met test-BSN\'s' };
  };
  journal.hooks.attribute = (exchange) => (exchange.role === 'simulator' ? null : correlation.attribute(exchange));
  journal.hooks.attributeConnection = () => floor.holder();
  journal.hooks.changed = () => changes.notify();
  journal.hooks.completed = (exchange) => {
    correlation.learn(exchange);
    judging.exchange(exchange);
  };
  /** Our own probe asks our own simulators now and then; that is not the SUT's doing. */
  const ourCertificates = new Set((['harness-receiver', 'harness-sender', 'harness-third'] as const).map((name) => pki.identity(name).fingerprint256));
  const isOurs = (tls: TlsFacts): boolean => tls !== 'not-observed' && tls.peer !== null && ourCertificates.has(tls.peer.fingerprint256);
  const runDay = dayOf(database, clock);
  const kernel = createKernel({
    store, clock, recorder: {
      admit: journal.admit, answered: journal.answered, ended: journal.ended, connectionRefused: journal.connectionRefused,
      // A question that reaches us under the false certificate is told apart: no client should have asked it.
      arrived: (entry) => {
        if (isOurs(entry.request.tls)) return journal.arrived({ ...entry, about: { ...entry.about, role: 'simulator' } });
        return journal.arrived(lookalike && entry.simulator === 'zorg-ab' ? { ...entry, simulator: 'zorg-ab-lookalike' } : entry);
      },
    },
    uuid: randomUUID, origin, onError: (error, exchange) => harnessErrors.push(`${exchange}: ${errorText(error)}`),
    simulators: [
      createTwiinNodes({
        organisations, clientKeys: () => [...keys, ...ourKeys], tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 300, defects: options.mockDefects,
        dossier: (bsn, organisation, base) => { const persona = personaOfBsn(claim, bsn); return persona === null ? [] : dossier(persona, { organisation, runDay, base }); },
      }),
      createZorgAb({ organisations, defects: options.mockDefects }),
    ],
  });
  const known = database.prepare("SELECT value FROM meta WHERE key = 'port'").get()?.value as string | undefined;
  const durable: Kernel = {
    ...kernel,
    dispatch: async (request) => {
      const release = clock.hold();
      try {
        const dispatched = await kernel.dispatch(request);
        await commits.settled();
        return dispatched;
      } finally { release(); }
    },
  };
  served = await serve({
    kernel: durable, host: claim.ixit.listen.host, port: claim.ixit.listen.port === 0 && known !== undefined ? Number(known) : claim.ixit.listen.port,
    identity: pki.identity('simulators'), trust: { anchors: pki.anchors, crls: pki.crls, intermediates: pki.intermediates },
  });
  database.prepare("INSERT INTO meta (key, value) VALUES ('port', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(String(served.port));

  const probe = createProbe({ clock, recorder: journal, trust, crls: pki.crls, timeoutMs: 15_000 });
  const call = (one: ProbeCall, ref: CaseRef | null): Promise<Exchange> => probe.call({
    method: one.method, url: one.url, headers: one.headers ?? {}, secretHeaders: one.endpoint === 'access-log' ? secretHeaders(claim.ixit.triggers['twiin-sender']) : {}, body: one.body,
    identity: one.identity === null ? null : pki.identity(one.identity as IdentityName), endpoint: one.endpoint, role: one.role, organisation: one.organisation,
    tenant: defaultTenant, simulator: one.endpoint === 'directory' ? 'zorg-ab' : 'twiin', stimulus: one.stimulus ?? { valid: true }, case: ref, fresh: one.fresh,
    insecure: one.endpoint === 'access-log' && one.url.startsWith('http:'),
  });
  const signing = (memory: Record<string, any>): SigningTools => signingTools({
    clock, algorithm: claim.ixit.ourClient.algorithm, key: (party) => pki.signingKey(party as SigningKeyName, claim.ixit.ourClient.algorithm),
    issuer: (ura) => claim.ixit.ourClient.issuer ?? nodeUrl(ura), clientId: claim.ixit.ourClient.clientId,
    clientAudience: claim.ixit.ourClient.clientAudience, scope: claim.ixit.ourClient.scope,
    authorizationServer: (tokenEndpoint) => claim.ixit.endpoints.authorizationServer ?? new URL(tokenEndpoint).origin,
  }, memory);
  const engine: Engine = createEngine({
    claim, clock, cases, store: caseStore, changes, floor, stop: stopping.signal,
    progress: options.progress ?? (() => {}),
    finished: (testCase, record) => judging.case(testCase, { id: record.id, attempt: record.attempt }),
    context: (testCase, record, waiter, save) => caseContext({
      claim, clock, journal, store, floor, correlation, humans: options.humans, organisations, tenant: defaultTenant, origin, stop: stopping.signal,
      persona: (key) => cast(claim, key),
      probe: call,
      runTrigger: async (role, request) => {
        const trigger = claim.ixit.triggers[role];
        if (trigger === undefined || trigger.kind === 'manual') return { outcome: 'manual', message: 'a person is asked' };
        return runTrigger(trigger, request, { secret: secretOf(trigger), clock, timeoutMs: claim.ixit.windows.trigger, trust });
      },
      signing,
      armFault: (id, where, tenant) => armFault(store, { id, tenant, where, armedAt: clock.now() }),
      disarmFaults: (tenant) => disarmFaults(store, tenant),
      showLookalike: (on) => { lookalike = on; served!.showIdentity(pki.identity(on ? 'simulators-lookalike' : 'simulators')); },
      progressWait: (one, wait) => options.progress?.({ kind: 'waiting', case: one, wait }),
    }, testCase, record, waiter, save),
  });
  judging.resume();
  kernel.resume();

  return {
    claim, clock, journal, database, book, caseStore, engine, judge: judging.settings, harnessErrors, cases, packages: options.fhir?.packages ?? [], store, nodeUrl, call, signing, patient: (key) => (personaByKey(key) === undefined ? null : { bsn: (claim.ixit.personas.some((one) => one.key === key) ? cast(claim, key).bsn : personaByKey(key)!.patient.bsn) }), origin: origin(), runContext: () => judging.context(null),
    arm: (id) => armFault(store, { id, tenant: defaultTenant, armedAt: clock.now() }),
    judged: () => judging.judged(),
    look: () => changes.notify(),
    stop: () => stopping.abort(),
    close: async () => { await judging.judged(); kernel.stop(); probe.close(); await served!.close(); commits.flush(); database.close(); },
  };
}

/** Dossiers are dated relative to the day on which the run began, also when it goes on tomorrow. */
function dayOf(database: DatabaseSync, clock: Clock): number {
  const known = database.prepare("SELECT value FROM meta WHERE key = 'started'").get()?.value as string | undefined;
  if (known !== undefined) return Number(known);
  database.prepare("INSERT INTO meta (key, value) VALUES ('started', ?)").run(String(clock.now()));
  return clock.now();
}
