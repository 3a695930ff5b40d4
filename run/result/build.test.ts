import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../catalogue/load.ts';
import { severityOf } from '../../catalogue/severity.ts';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import type { Claim } from '../../model/claim.ts';
import type { CaseRef, Endpoint, JournalEntry } from '../../model/exchange.ts';
import type { Admission } from '../../model/recorder.ts';
import type { TestPurpose } from '../../model/requirement.ts';
import type { Finding } from '../../model/result.ts';
import type { RuleOutcome, RuleContext, TraceRule } from '../../model/rule.ts';
import { demoClaim } from '../demo/demo-claim.ts';
import { openCaseStore, type CaseRecord, type CaseStore } from '../engine/case-store.ts';
import type { TestCase } from '../engine/test-case.ts';
import { openDatabase } from '../journal/database.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import type { JudgeSettings, Passed } from '../judge/judge.ts';
import { openVerdictBook, type VerdictBook } from '../judge/verdict-book.ts';
import type { Session } from '../session/session.ts';
import { buildResult, type BuildOptions } from './build.ts';

/** Requirements of the catalogue, by what a violation of each may become. */
const failing = 'TWIIN-NTF-10';
const warning = 'TWIIN-NTF-17';
const remark = 'TWIIN-NTF-07';
/** Only warns, and yet a safety finding ends the run with 1. */
const safe = 'TWIIN-AUT-24';
const now = Date.UTC(2026, 10, 25, 12);
const t = (word: string) => ({ nl: `${word} (nl)`, en: word });
const base = demoClaim({ xisOrigin: 'https://xis.test', controlUrl: 'https://xis.test/control', accessLogUrl: 'https://xis.test/log', jwks: { keys: [] }, secret: 'trigger-secret-of-the-tester', port: 0 });
const claimed = (...roles: string[]): Claim => ({ ...base, ics: { ...base.ics, roles } });
const testCase = (id: string, over: Partial<TestCase> = {}): TestCase =>
  ({ id, title: t(id), role: 'twiin-sender', kind: 'send', persona: 'minimaal', addressee: null, notApplicable: () => null, phases: [], ...over });
const purpose = (requirement: string, over: Partial<TestPurpose> = {}): TestPurpose => ({
  id: `TP-${requirement}`, requirement, role: 'twiin-sender', kind: 'invariant', title: t('purpose'), stimulus: { valid: true }, rule: 'r', minimumEvidence: 1, state: 'automated', ...over,
});
const passed = (requirement: string, over: Partial<Passed> = {}): Passed => ({ rule: 'r', requirements: [requirement], role: 'twiin-sender', exchange: 'x00001', stimulus: null, seen: 'seen', case: null, ...over });
const finding = (requirement: string, over: Partial<Finding> = {}): Finding => ({
  id: `f-${requirement}`, rule: 'r', requirement, role: 'twiin-sender', severity: 'fail', safety: false, title: t('broken'), place: { exchange: 'x00001', part: 'request', path: 'p' },
  expected: t('e'), actual: 'a', next: t('n'), exchanges: ['x00001'], case: null, at: now, cause: 'product', ...over,
});
const traceRule = (judge: (trace: readonly JournalEntry[], context: RuleContext) => readonly RuleOutcome[], over: Partial<TraceRule> = {}): TraceRule =>
  ({ id: 'r', scope: 'trace', span: 'run', title: t('trace'), requirements: [failing], judge, ...over });

let database: DatabaseSync;
let journal: Journal;
let book: VerdictBook;
let store: CaseStore;
beforeEach(() => {
  database = openDatabase(join(temporaryFolder(), 'journal.sqlite'));
  journal = openJournal(database);
  book = openVerdictBook(database);
  store = openCaseStore(database);
});
afterEach(() => { database.close(); });

const keep = (id: string, over: Partial<CaseRecord> = {}): void => store.save({ ...store.load(id), state: 'finished', attempt: 1, ...over });
const found = (...findings: Finding[]): void => book.add({ findings, passed: [], unjudged: [] }, 1);
const shown = (...passes: Passed[]): void => book.add({ findings: [], passed: passes, unjudged: [] }, 1);
interface Message { readonly role?: string; readonly case?: CaseRef; readonly endpoint?: Endpoint; readonly fault?: string; readonly headers?: Record<string, string>; readonly body?: string; readonly admission?: Admission }
/** A message of the SUT to a simulator, answered with 200. */
function message(one: Message = {}): string {
  journal.hooks.attribute = () => one.case ?? null;
  const id = journal.arrived({
    request: { method: 'POST', target: '/t1/twiin/90000022/fhir/Task', headers: one.headers ?? {}, body: new TextEncoder().encode(one.body ?? ''), tls: 'not-observed' }, url: 'https://us.test/',
    about: { endpoint: one.endpoint ?? 'notification', role: one.role ?? 'twiin-sender', organisation: '90000022' }, simulator: 'twiin', tenant: 't1', at: now, admission: one.admission ?? { ok: true },
  });
  journal.answered(id, { response: { status: 200, headers: {}, body: new Uint8Array() }, fault: one.fault ?? null, at: now + 5 });
  return id;
}

interface Over extends Partial<Omit<BuildOptions, 'session'>> { readonly claim?: Claim; readonly cases?: readonly TestCase[]; readonly session?: Partial<Session> }
function build({ claim = claimed('twiin-sender'), cases = [], session = {}, ...options }: Over = {}) {
  const rules = options.rules ?? [];
  const byId = loadCatalogue().byId;
  const judge: JudgeSettings = { rules, requirement: (id) => byId.get(id), severity: (one) => severityOf(one, claim.ics.profiles), now: () => now };
  const open = {
    claim, clock: { now: () => now + 60_000 }, journal, book, judge, cases, harnessErrors: [], packages: [], engine: { record: (id: string) => store.load(id) }, runContext: () => ({ claim }), ...session,
  } as unknown as Session;
  return buildResult({
    session: open, rules, purposes: [], id: 'run-1', startedAt: now, continuations: 0, configuration: [], witnessedBy: null, virtualTime: true, version: '9.9.9', ...options,
  });
}
const verdictOf = (result: ReturnType<typeof build>, id: string) => result.requirements.find((one) => one.requirement.id === id)!;

describe('a verdict for each requirement of the claim', () => {
  test('what was found and what was shown are merged per requirement, and counted', () => {
    found(finding(failing), finding(warning, { severity: 'warning', cause: 'undetermined' }), finding(remark, { severity: 'remark', cause: 'undetermined' }));
    shown(passed('TWIIN-NTF-11'), passed(failing));
    const result = build({ purposes: [purpose(failing), purpose(warning), purpose(remark), purpose('TWIIN-NTF-11'), purpose('TWIIN-NTF-12')] });
    expect([failing, warning, remark, 'TWIIN-NTF-11', 'TWIIN-NTF-12', 'TWIIN-NTF-03'].map((id) => [verdictOf(result, id).verdict, verdictOf(result, id).severity])).toEqual([
      ['fail', 'fail'], ['warning', 'warning'], ['pass', 'remark'], ['pass', 'fail'], ['inconclusive', 'fail'], ['not-tested', 'warning'],
    ]);
    const claim = result.requirements.length;
    expect(result.summary).toMatchObject({
      verdicts: { pass: 2, fail: 1, warning: 1, inconclusive: 1, 'not-applicable': 0, 'not-tested': claim - 5 }, safetyFindings: 0, warnings: 1, remarks: 1, planned: claim - 5, claimed: claim, exitCode: 1,
    });
    expect(claim).toBeGreaterThan(80);
    expect(result.findings.map((one) => one.id)).toEqual([`f-${failing}`, `f-${warning}`, `f-${remark}`]);
  });
  test('only what the claim answers for is in it; what was found of another profile or role stays out', () => {
    found(finding('TWIIN-NTF-33'), finding('ZAB-033'), finding('NO-SUCH-01', { safety: true }));
    const result = build();
    expect(loadCatalogue().byId.has('TWIIN-NTF-33')).toBe(true);
    expect(verdictOf(result, 'TWIIN-NTF-33')).toBeUndefined();
    expect(result.findings).toEqual([]);
    expect(result.summary).toMatchObject({ safetyFindings: 0, exitCode: 0 });
    expect(new Set(result.requirements.flatMap((one) => one.roles))).toEqual(new Set(['twiin-sender', 'bgz-holder', 'api-provider']));
  });
  test('a precondition that the claim does not meet makes it not applicable, with the reason', () => {
    const without: Claim = { ...claimed('twiin-sender'), ics: { ...claimed('twiin-sender').ics, options: { ...base.ics.options, renewal: false } } };
    const purposes = [purpose(failing, { precondition: 'renewal' })];
    expect(verdictOf(build({ claim: without, purposes }), failing)).toMatchObject({ verdict: 'not-applicable', reason: { en: 'Renewal is not claimed.' }, cause: null });
    expect(verdictOf(build({ purposes }), failing).verdict).toBe('inconclusive');
  });
  test('the state counts only purposes of the roles under which the claim answers', () => {
    const purposes = [purpose(failing), purpose(failing, { id: 'TP-other', role: 'twiin-receiver', state: 'planned' })];
    shown(passed(failing));
    const result = build({ purposes });
    expect(verdictOf(result, failing)).toMatchObject({ state: 'automated', verdict: 'pass' });
    expect(result.summary.planned).toBe(result.summary.claimed - 1);
    expect(verdictOf(build({ purposes: [purpose(failing, { state: 'attested' })] }), failing).state).toBe('attested');
    expect(verdictOf(build({ purposes: [purpose(failing), purpose(failing, { id: 'TP-2', state: 'planned' })] }), failing)).toMatchObject({ state: 'planned', verdict: 'not-tested' });
  });
  test('a pass of a trace rule serves the address book client too, of a message rule it does not', () => {
    shown(passed('ZAB-025', { role: 'twiin-sender' }));
    const claim = claimed('zorgab-client');
    const purposes = [purpose('ZAB-025', { role: 'zorgab-client' })];
    expect(verdictOf(build({ claim, purposes }), 'ZAB-025').verdict).toBe('inconclusive');
    expect(verdictOf(build({ claim, purposes, rules: [traceRule(() => [], { span: 'case' })] }), 'ZAB-025').verdict).toBe('pass');
  });
});

describe('the whole run as one trace', () => {
  test('each claimed role is judged over its own messages and what is not a message, and its pass is evidence of that role', () => {
    message();
    message({ role: 'twiin-receiver' });
    journal.addTrigger({ kind: 'trigger', at: now, action: 'send', outcome: 'done', message: '', case: null });
    const traces: string[][] = [];
    const rule = traceRule((trace, context) => { traces.push([...trace.map((one) => one.id), context.claim.ics.product]); return [{ kind: 'pass', seen: 'whole run', exchange: trace[0]!.id }]; });
    const result = build({ claim: claimed('twiin-sender', 'twiin-receiver'), rules: [rule], purposes: [purpose(failing)] });
    expect(traces).toEqual([['x00001', 'x00003', base.ics.product], ['x00002', 'x00003', base.ics.product]]);
    expect(verdictOf(result, failing)).toMatchObject({ verdict: 'pass', purposes: [{ evidence: [{ exchange: 'x00001', seen: 'whole run' }] }] });
  });
  test('asked again, it is judged anew: evidence does not pile up and what was mended is gone', () => {
    message();
    let outcome: RuleOutcome = { kind: 'pass', seen: 'once' };
    const options = { rules: [traceRule(() => [outcome])], purposes: [purpose(failing, { minimumEvidence: 2 })] };
    build(options);
    expect(verdictOf(build(options), failing)).toMatchObject({ verdict: 'inconclusive', reason: { en: 'Not enough was seen: 1 of 2 times.' } });
    outcome = { kind: 'violation', place: { exchange: 'x00001', part: 'request', path: '' }, expected: t('e'), actual: 'a', next: t('n') };
    expect(verdictOf(build(options), failing)).toMatchObject({ verdict: 'fail', cause: 'product' });
    outcome = { kind: 'pass', seen: 'once' };
    expect(build(options).findings).toEqual([]);
  });
  test('traces of single cases stay as they were judged', () => {
    book.addTrace({ findings: [finding(failing)], passed: [], unjudged: [] }, 'case-TS-01#1');
    build();
    expect(build().findings).toHaveLength(1);
  });
});

describe('why evidence is missing', () => {
  const sender = testCase('TS-01');
  const missed = (records: Record<string, Partial<CaseRecord>>, cases: readonly TestCase[] = [sender], over: Partial<TestPurpose> = {}, claim = claimed('twiin-sender', 'zorgab-client')) => {
    for (const [id, record] of Object.entries(records)) keep(id, record);
    const requirement = over.requirement ?? failing;
    const { verdict, cause, reason } = verdictOf(build({ claim, cases, purposes: [purpose(requirement, over)] }), requirement);
    return [verdict, cause, reason?.en];
  };
  const little = ['inconclusive', 'undetermined', 'Not enough was seen: 0 of 1 times.'];
  test.each<[string, Partial<CaseRecord>, unknown]>([
    ['a case that waits', { state: 'waiting' }, ['inconclusive', 'undetermined', 'Test case TS-01 is not finished.']],
    ['a case that never began', { state: 'not-started' }, ['inconclusive', 'undetermined', 'Test case TS-01 is not finished.']],
    ['an error of ours', { state: 'error', errors: ['boom'] }, ['inconclusive', 'harness', 'Test case TS-01 broke off through an error of Toetssteen.']],
    ['a case that could conclude nothing', { reasons: [t('no message came'), t('later')] }, ['inconclusive', 'undetermined', 'TS-01: no message came']],
    ['the same after our own death', { reasons: [t('no message came')], interrupted: true, attempt: 2 }, ['inconclusive', 'harness', 'TS-01: no message came']],
    ['a whole case', {}, little],
    ['a whole case after our own death', { interrupted: true, attempt: 2 }, little],
    ['a case that does not apply', { state: 'not-applicable', reasons: [t('not claimed')] }, little],
  ])('%s', (_name, record, wanted) => { expect(missed({ 'TS-01': record })).toEqual(wanted); });
  test('both languages are told', () => {
    keep('TS-01', { reasons: [t('no message came')] });
    expect(verdictOf(build({ cases: [sender], purposes: [purpose(failing)] }), failing).reason).toEqual({ nl: 'TS-01: no message came (nl)', en: 'TS-01: no message came' });
  });
  test('the first case that did not come to its end says why', () => {
    const cases = [sender, testCase('TS-02'), testCase('TS-03')];
    expect(missed({ 'TS-01': {}, 'TS-02': { state: 'waiting' }, 'TS-03': { state: 'error' } }, cases)).toEqual(['inconclusive', 'undetermined', 'Test case TS-02 is not finished.']);
  });
  test('a case of another role says nothing', () => {
    expect(missed({ 'TO-01': { state: 'waiting' } }, [testCase('TO-01', { role: 'twiin-receiver' })])).toEqual(little);
  });
  test.each<[string, string]>([['BGZ-R-01', 'bgz-holder'], ['BGZ-A-09', 'api-provider']])('what a sender serves (%s, %s) is missed with its cases', (requirement, role) => {
    expect(missed({ 'TS-01': { state: 'waiting' } }, [sender], { requirement, role })).toEqual(['inconclusive', 'undetermined', 'Test case TS-01 is not finished.']);
  });
  test('use of the address book is missed with its own cases and those that change the book, not with other cases of a sender', () => {
    const asked = { requirement: 'ZAB-025', role: 'zorgab-client' } as const;
    expect(missed({ 'TS-01': { state: 'waiting' } }, [sender], asked)).toEqual(little);
    expect(missed({ 'TA-01': { state: 'waiting' } }, [testCase('TA-01', { kind: 'directory' })], asked)[2]).toBe('Test case TA-01 is not finished.');
    expect(missed({ 'TA-03': { state: 'waiting' } }, [testCase('TA-03', { role: 'zorgab-client', kind: 'attest' })], asked)[2]).toBe('Test case TA-03 is not finished.');
  });
});

describe('cases in the result', () => {
  test('a case cut by our own death keeps the messages and findings of both attempts', () => {
    for (const attempt of [1, 2]) message({ case: { id: 'TS-01', attempt } });
    message({ case: { id: 'TS-02', attempt: 1 } });
    found(finding(failing, { case: { id: 'TS-01', attempt: 1 } }), finding(warning, { severity: 'warning', case: { id: 'TS-01', attempt: 2 } }), finding('TWIIN-NTF-11', { case: { id: 'TS-02', attempt: 1 } }), finding('TWIIN-NTF-12'));
    keep('TS-01', { attempt: 2, interrupted: true, reasons: [t('first'), t('second')] });
    keep('TS-02');
    const result = build({ cases: [testCase('TS-01'), testCase('TS-02')] });
    expect(result.cases).toEqual([
      { id: 'TS-01', title: t('TS-01'), role: 'twiin-sender', state: 'finished', attempts: 2, scenario: null, waiting: null, exchanges: ['x00001', 'x00002'], findings: [`f-${failing}`, `f-${warning}`], reason: t('first') },
      { id: 'TS-02', title: t('TS-02'), role: 'twiin-sender', state: 'finished', attempts: 1, scenario: null, waiting: null, exchanges: ['x00003'], findings: ['f-TWIIN-NTF-11'], reason: null },
    ]);
    expect(verdictOf(result, failing).verdict).toBe('fail');
  });
  test('an open question stands in it with who, what and until when, and leaves the run unfinished', () => {
    const wait = { id: 'TA-03/answer-ZAB-028', for: 'answer' as const, who: t('the tester'), what: t('is it there?'), values: { vraag: 'ZAB-028' }, seenInstead: [], until: now + 1000 };
    keep('TA-03', { state: 'waiting', wait });
    const result = build({ cases: [testCase('TA-03', { role: 'zorgab-client', kind: 'attest' })] });
    expect(result.cases[0]).toMatchObject({ state: 'waiting', waiting: wait });
    expect(result.summary).toMatchObject({ exitCode: 4, exitReason: { en: '1 test case did not finish' } });
  });
});

describe('what the run ends with', () => {
  test('an error of ours goes before all else, whether of the session or of a case, and names the case', () => {
    found(finding(failing));
    keep('TS-01', { state: 'error', errors: ['boom'] });
    const configuration = [{ check: 'DNS', ok: false, detail: 'no such host' }];
    const result = build({ cases: [testCase('TS-01')], session: { harnessErrors: ['journal: lost'] }, configuration });
    expect(result.harnessErrors).toEqual(['journal: lost', 'TS-01: boom']);
    expect(result.summary).toMatchObject({ exitCode: 3, exitReason: { en: '2 errors of the harness itself' } });
  });
  test('then a configuration that is wrong; a check that went well is none', () => {
    found(finding(failing));
    const configuration = [{ check: 'DNS', ok: false, detail: 'no such host' }, { check: 'TLS', ok: true, detail: '' }];
    const result = build({ configuration });
    expect(result.summary).toMatchObject({ exitCode: 2, exitReason: { en: '1 problem in the configuration' } });
    expect(result.configuration).toEqual(configuration);
    expect(build({ configuration: configuration.slice(1) }).summary.exitCode).toBe(1);
  });
  test('then a safety finding, also of a requirement that only warns', () => {
    found(finding(safe, { severity: 'warning', safety: true }));
    expect(build().summary).toMatchObject({ safetyFindings: 1, warnings: 1, exitCode: 1, exitReason: { en: '1 safety finding' } });
  });
  test('what lacks a package is unfinished, but not in a demonstration', () => {
    book.add({ findings: [], passed: [], unjudged: [{ rule: 'r', requirements: [failing], role: 'twiin-sender', kind: 'not-tested', why: t('package'), stimulus: null, lacks: 'package' }] }, 1);
    const purposes = [purpose(failing)];
    expect(build({ purposes }).summary.exitCode).toBe(4);
    expect(build({ purposes, packagesOptional: true }).summary.exitCode).toBe(0);
    expect(verdictOf(build({ purposes }), failing)).toMatchObject({ verdict: 'not-tested', lacks: 'package' });
    const { verdicts, planned } = build({ purposes }).summary;
    expect(verdicts['not-tested']).toBe(planned + 1);
  });
  test('and nothing is 0', () => { expect(build().summary.exitCode).toBe(0); });
});

describe('what our simulators did wrong', () => {
  const breach = (over: Partial<Finding> = {}) => finding('ZAB-033', { role: 'simulator', actual: 'no total', ...over });
  test('is an error of ours and no finding of the product, by its role or its rule', () => {
    message();
    found(breach(), breach({ id: 'f-2', role: 'twiin-sender', rule: 'simulator-something' }), breach({ id: 'f-3', requirement: failing, role: 'simulator' }));
    const result = build();
    expect(result.findings).toEqual([]);
    expect(result.simulatorFindings.map((one) => one.id)).toEqual(['f-ZAB-033', 'f-2', 'f-3']);
    expect(result.harnessErrors[0]).toBe('simulator: ZAB-033 at x00001: broken: no total');
    expect(result.summary).toMatchObject({ exitCode: 3, verdicts: { fail: 0 } });
  });
  test('unless an armed fault announced it for that very answer', () => {
    message({ fault: 'zorg-ab-429' });
    message();
    found(breach(), breach({ id: 'f-2', place: { exchange: 'x00002', part: 'response', path: '' } }));
    expect(build().simulatorFindings.map((one) => one.id)).toEqual(['f-2']);
  });
  test('a place that is not in the journal, or no message, is announced by nothing', () => {
    journal.addTrigger({ kind: 'trigger', at: now, action: 'send', outcome: 'done', message: '', case: null });
    found(breach(), breach({ id: 'f-2', place: { exchange: 'x00777', part: 'response', path: '' } }));
    expect(build().simulatorFindings).toHaveLength(2);
  });
});

describe('messages in the result', () => {
  const token = 'c2VjcmV0LXRva2VuLW9mLXRoZS1zdXQ';
  test('nothing in it can be replayed, and a foreign BSN is told by place only', () => {
    message({ headers: { authorization: `Bearer ${token}` }, body: `echo ${token}` });
    message({ body: '{"identifier":"123456782"}', admission: { ok: false, place: 'body.identifier', reason: 'not in the table' } });
    const result = build();
    expect(result.exchanges).toHaveLength(2);
    expect(JSON.stringify(result)).not.toContain(token);
    expect(JSON.stringify(result)).not.toContain('123456782');
    expect(result.exchanges[1]!.requestBody).toBe('[withheld] body.identifier: not in the table');
  });
  test('refused connections stand among them, triggers and answers of people do not', () => {
    message({ case: { id: 'TS-01', attempt: 1 } });
    journal.connectionRefused({ host: '127.0.0.1', remote: '127.0.0.1', tls: 'not-observed', reason: 'expired', detail: 'expired', at: now });
    journal.addTrigger({ kind: 'trigger', at: now, action: 'send', outcome: 'done', message: '', case: null });
    journal.addAttestation({ kind: 'attestation', at: now, question: 'ZAB-028', answer: 'yes', by: 'tester', note: '', case: null });
    const result = build();
    expect(result.exchanges.map((one) => [one.id, one.direction])).toEqual([['x00001', 'sut-to-simulator'], ['x00002', 'connection']]);
    expect(result.tray).toEqual([]);
  });
  test('the tray holds what no case claimed, and not what we asked our own simulators', () => {
    message();
    message({ case: { id: 'TS-01', attempt: 1 } });
    message({ role: 'simulator' });
    const result = build();
    expect(result.tray.map((one) => one.exchange)).toEqual(['x00001']);
    expect(result.tray[0]!.why.en).toContain('No test case expected');
    expect(result.exchanges).toHaveLength(3);
  });
  test('in short they are left out, and the verdicts are the same', () => {
    message();
    shown(passed(failing));
    const purposes = [purpose(failing)];
    const brief = build({ purposes, brief: true });
    expect([brief.exchanges, brief.tray]).toEqual([[], []]);
    expect({ ...brief, exchanges: 0, tray: 0 }).toEqual({ ...build({ purposes }), exchanges: 0, tray: 0 });
  });
});

describe('the head of the result', () => {
  test('says which run, of whom, and with what', () => {
    const packages = [{ name: 'nictiz.fhir.nl.stu3.zib2017', version: '2.3.1', sha256: 'ab' }];
    const result = build({ continuations: 2, witnessedBy: 'Auditor', session: { packages } });
    expect(result).toMatchObject({
      schema: 'toetssteen-result-1', packages, ics: { product: 'Referentie-XIS' }, organisation: { ura: '90000011', name: 'Testziekenhuis Noord' },
      run: { id: 'run-1', startedAt: now, finishedAt: now + 60_000, toetssteen: '9.9.9', continuations: 2, witnessedBy: 'Auditor', node: process.version },
    });
    expect(result.organisation).toEqual({ ura: '90000011', name: 'Testziekenhuis Noord' });
    expect(JSON.stringify(result)).not.toContain('trigger-secret-of-the-tester');
  });
  test('the clock of the system is measured (Date counts whole seconds) against a real one only', () => {
    const id = journal.begin({ simulator: 'twiin', organisation: '', endpoint: 'metadata', role: 'twiin-sender', tenant: 't1', stimulus: { valid: true }, case: null, at: now, request: { method: 'GET', target: '/', url: '', headers: {}, body: new Uint8Array() } });
    journal.end(id, { at: now, response: { status: 200, headers: { date: new Date(now + 7000).toUTCString() }, body: new Uint8Array() }, transport: { outcome: 'answered' }, tls: 'not-observed' });
    expect(build({ virtualTime: false }).run).toMatchObject({ clockOffsetMs: 7500, virtualTime: false });
    expect(build().run).toMatchObject({ clockOffsetMs: null, virtualTime: true });
  });
  test('the sources are those of the claim, most requirements first, a document of two versions twice', () => {
    const { sources, requirements } = build();
    const counted = new Map<string, number>();
    for (const { requirement: { source } } of requirements) counted.set(`${source.document}@${source.version}`, (counted.get(`${source.document}@${source.version}`) ?? 0) + 1);
    expect(Object.fromEntries(sources.map((one) => [`${one.document}@${one.version}`, one.requirements]))).toEqual(Object.fromEntries(counted));
    expect(sources.map((one) => one.requirements)).toEqual([...counted.values()].sort((a, b) => b - a));
    expect(sources[0]!.url).toMatch(/^https:/);
  });
});
