import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { organisations } from '../../fixtures/organisations.ts';
import { minimaal, zwaar } from '../../fixtures/personas/index.ts';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { TokenGrant } from '../../model/grant.ts';
import type { TriggerRequest } from '../../model/trigger.ts';
import { virtualClock } from '../clock/virtual-clock.ts';
import { demoClaim } from '../demo/demo-claim.ts';
import { openDatabase } from '../journal/database.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { databaseStore } from '../journal/store.ts';
import { openCaseStore, type CaseRecord } from './case-store.ts';
import { caseContext, grantOwner, type ContextParts, type Question } from './context.ts';
import { openCorrelation } from './correlation.ts';
import { openFloor, type Floor } from './floor.ts';
import { openChanges } from './signal.ts';
import { Inconclusive, type CaseContext, type Instruction, type ProbeCall, type TestCase } from './test-case.ts';
import { openWaiter, Stopped } from './waiting.ts';

const start = 1_000_000;
const t = (word: string) => ({ nl: word, en: word });
const claim = demoClaim({ xisOrigin: '', controlUrl: '', accessLogUrl: '', jwks: { keys: [] }, secret: '', port: 0 }, { windows: { attest: 5000 } });
let database: DatabaseSync;
let journal: Journal;
let floor: Floor;
let said: string[];
let asked: Question[];
let instructed: [Instruction, TriggerRequest][];
beforeEach(() => {
  database = openDatabase(join(temporaryFolder(), 'journal.sqlite'));
  journal = openJournal(database);
  floor = openFloor();
  said = [];
  asked = [];
  instructed = [];
});
afterEach(() => { database.close(); });

interface Over { readonly parts?: Partial<ContextParts>; readonly record?: Partial<CaseRecord>; readonly testCase?: Partial<TestCase>; readonly stop?: AbortController }
/** The context of case A in its second attempt, in virtual time, with everything around it that it needs. */
function open({ parts = {}, record: over = {}, testCase = {}, stop = new AbortController() }: Over = {}) {
  const clock = virtualClock(start);
  const changes = openChanges();
  journal.hooks.changed = () => changes.notify();
  const store = openCaseStore(database);
  const record: CaseRecord = { ...store.load('A'), state: 'running', attempt: 2, phase: 1, ...over };
  const one: TestCase = { id: 'A', title: t('A'), role: 'twiin-sender', kind: 'send', persona: 'minimaal', addressee: '90000022', notApplicable: () => null, phases: [], ...testCase };
  const waiter = openWaiter(clock, changes, stop.signal);
  const context: CaseContext = caseContext({
    claim, clock, journal, store: databaseStore(database), floor, correlation: openCorrelation(database, () => null), organisations, tenant: 't1', origin: () => 'https://us.test', stop: stop.signal,
    humans: { instruct: (instruction, trigger) => instructed.push([instruction, trigger]), question: (question) => asked.push(question) },
    persona: (key) => (key === 'zwaar' ? { persona: zwaar, bsn: '900186033' } : { persona: minimaal, bsn: '900186021' }),
    probe: async (call, ref) => ({ ...call, ref }) as unknown as Exchange, runTrigger: async () => ({ outcome: 'done', message: 'sent' }),
    signing: (memory) => ({ tokenRequest: async () => JSON.stringify(memory['mark'] ?? null) }),
    armFault: (id, where, tenant) => said.push(`arm ${id} ${JSON.stringify(where)} ${tenant}`), disarmFaults: (tenant) => said.push(`disarm ${tenant}`), showLookalike: (on) => said.push(`lookalike ${on}`),
    progressWait: (_case, wait) => said.push(`waiting ${wait.id}`), ...parts,
  }, one, record, waiter, () => { store.save(record); });
  return { context, record, clock, waiter, stop, saved: () => store.load('A') };
}
const draft = { kind: 'trigger', at: start, action: 'send', outcome: 'done', message: '' } as const;
const message = (attempt = 2) => { journal.addTrigger({ ...draft, case: { id: 'A', attempt } }); };
const wait = { who: t('the XIS'), what: t('sends'), values: { BSN: '1' }, window: 60_000 };
const aMessage = { ...wait, find: (entries: readonly { id: string }[]) => entries[0] as Exchange | undefined };

test('what a case knows: its patient by the BSN of the claim, organisations by key and by URA, our addresses', () => {
  const { context } = open();
  expect(context).toMatchObject({ ref: { id: 'A', attempt: 2 }, bsn: '900186021', persona: { key: 'minimaal' } });
  expect(context.otherBsn('zwaar')).toBe('900186033');
  expect(context.organisation('west')).toBe(context.organisation('90000044'));
  expect(() => context.organisation('nowhere')).toThrow('nowhere');
  expect(context.nodeUrl('90000022')).toBe('https://us.test/t1/twiin/90000022');
  expect(context.uuid()).not.toBe(context.uuid());
});
test('a call belongs to this attempt; asked to stop, nothing more is sent', async () => {
  const { context, stop } = open();
  expect(await context.call({ url: 'https://xis.test' } as ProbeCall)).toMatchObject({ url: 'https://xis.test', ref: { id: 'A', attempt: 2 } });
  stop.abort();
  expect(() => context.call({} as ProbeCall)).toThrow(Stopped);
});

test('a trigger says who acts for which patient and with which other party, and stands in the journal', async () => {
  const requests: unknown[] = [];
  const runTrigger: ContextParts['runTrigger'] = async (role, request) => { requests.push([role, request]); return { outcome: 'accepted', message: 'busy' }; };
  const { context, clock } = open({ parts: { runTrigger } });
  expect(await context.trigger('send')).toMatchObject({ kind: 'trigger', action: 'send', outcome: 'accepted', message: 'busy', at: clock.now(), case: { id: 'A', attempt: 2 } });
  await context.trigger('renew', { notificationIdentifier: 'n1', availableForSeconds: 2, otherUra: '90000055' });
  const receiver = open({ parts: { runTrigger }, testCase: { role: 'twiin-receiver', addressee: null } });
  await receiver.context.trigger('pull');
  await open({ parts: { runTrigger }, testCase: { role: 'zorgab-client' } }).context.trigger('send');
  const common = { patientBsn: '900186021', actingUra: '90000011' };
  expect(requests).toEqual([
    ['twiin-sender', { ...common, action: 'send', otherUra: '90000022' }],
    ['twiin-sender', { ...common, action: 'renew', otherUra: '90000055', notificationIdentifier: 'n1', availableForSeconds: 2 }],
    ['twiin-receiver', { ...common, action: 'pull', otherUra: '90000044' }],
    ['twiin-sender', { ...common, action: 'send', otherUra: '90000022' }],
  ]);
  expect(instructed).toEqual([]);
});
test('a person is told what to do with which values, and the wait that follows says the same', async () => {
  const manual: ContextParts['runTrigger'] = async () => ({ outcome: 'manual', message: 'a person is asked' });
  const { context, record, saved } = open({ parts: { runTrigger: manual } });
  expect(await context.trigger('cancel', { notificationIdentifier: 'n1', availableForSeconds: 2 })).toMatchObject({ outcome: 'accepted', message: 'a person is asked' });
  const values = { BSN: '900186021', 'patiënt': expect.stringContaining(minimaal.patient.family), 'URA andere organisatie': '90000022', 'andere organisatie': 'Testziekenhuis Zuid', 'kenmerk aanmelding': 'n1', 'beschikbaar voor (seconden)': '2' };
  expect(instructed).toMatchObject([[{ who: { en: 'the user of the XIS' }, what: { en: 'Revoke the notification.' }, values }, { action: 'cancel' }]]);
  let waited: unknown;
  const found = context.expectMessage({ ...aMessage, find: () => { waited = saved().wait; return undefined; } });
  expect(await found).toBeNull();
  expect(waited).toMatchObject({ who: { en: 'the user of the XIS' }, what: { en: 'Revoke the notification.' }, values: { ...values, BSN: '900186021' } });
  expect(record.memory['instruction']).toBeNull();
});
test('what a person must do is told in both languages, for each action; a name is whole', async () => {
  const manual: ContextParts['runTrigger'] = async () => ({ outcome: 'manual', message: '' });
  const { context } = open({ parts: { runTrigger: manual, persona: () => ({ persona: zwaar, bsn: '900186033' }) } });
  for (const action of ['send', 'renew', 'cancel', 'pull'] as const) await context.trigger(action);
  expect(instructed.map(([{ what }]) => what.en)).toEqual([expect.stringMatching(/^Send the BgZ .* to Testziekenhuis Zuid\.$/), expect.stringMatching(/^Change an item/), 'Revoke the notification.', 'Fetch the offered data.']);
  expect(new Set(instructed.map(([{ what }]) => what.nl)).size).toBe(4);
  const { given, prefix, family } = zwaar.patient;
  expect(instructed[0]![0].values['patiënt']).toBe([...given, ...(prefix === undefined ? [] : [prefix]), family].join(' '));
  expect(instructed[0]![0].values).not.toHaveProperty('kenmerk aanmelding');
});

test('a message that is there ends a wait before it begins', async () => {
  const { context, record } = open();
  message();
  expect(await context.expectMessage(aMessage)).toMatchObject({ id: 'x00001' });
  expect([said, record.memory['waits']]).toEqual([[], {}]);
});
test('one of an earlier attempt is none; the wait stands on disk with who, what and until when, and then is over', async () => {
  const { context, record, clock, saved } = open();
  message(1);
  const states: unknown[] = [];
  const progress = context.expectMessage({ ...aMessage, find: (entries) => { if (said.length > 0) states.push([saved().state, saved().wait]); return entries[0] as Exchange | undefined; } });
  expect(await progress).toBeNull();
  expect(clock.now()).toBe(start + 60_000);
  expect(states[0]).toEqual(['waiting', { id: 'A/message-1', for: 'message', who: t('the XIS'), what: t('sends'), values: { BSN: '1' }, seenInstead: [], until: start + 60_000 }]);
  expect([said, saved().state, saved().wait, record.memory['waits']]).toEqual([['waiting A/message-1'], 'running', null, { 'message-1': { until: start + 60_000, window: 60_000 } }]);
});
test('a wait that goes on after an interruption keeps its end', async () => {
  const { context, clock } = open({ record: { memory: { waits: { 'message-1': { until: start + 500, window: 60_000 } } } } });
  expect(await context.expectMessage(aMessage)).toBeNull();
  expect(clock.now()).toBe(start + 500);
});
test('settling lasts until it was still for a while, each message beginning anew, within the window', async () => {
  const { context, clock } = open();
  void clock.sleep(60).then(() => message());
  void clock.sleep(150).then(() => message());
  await context.settle({ ...wait, still: 100, window: 1000 });
  expect(clock.now()).toBe(start + 250);
  expect(said).toEqual(['waiting A/settle-1']);
});
test('settling ends with its window, however busy it is', async () => {
  const { context, clock, saved } = open();
  for (let at = 60; at <= 600; at += 60) void clock.sleep(at).then(() => message());
  await context.settle({ ...wait, still: 100, window: 300 });
  expect(clock.now()).toBe(start + 300);
  expect(saved().state).toBe('running');
});
test('a pause takes its time, once, and a person gets no window for it', async () => {
  const { context, clock, record } = open();
  await context.pause('p', 1500, t('the token expires'));
  expect([clock.now(), record.memory['waits'], said]).toEqual([start + 1500, { 'pause-p': { until: start + 1500 } }, ['waiting A/pause-p']]);
  await context.pause('p', 1500, t('the token expires'));
  expect(clock.now()).toBe(start + 1500);
});

test('a question waits for its own answer in this attempt, and is not asked again when it was answered', async () => {
  const { context, saved } = open();
  const answer = (question: string, attempt: number) => journal.addAttestation({ kind: 'attestation', at: start, question, answer: 'yes', by: 'tester', note: '', case: { id: 'A', attempt } });
  answer('ZAB-028', 1);
  answer('ZAB-030', 2);
  const asking = context.ask('ZAB-028', t('is it there?'));
  expect(asked).toEqual([{ id: 'A/ZAB-028', case: { id: 'A', attempt: 2 }, question: 'ZAB-028', text: t('is it there?'), askedAt: start }]);
  expect(saved().wait).toMatchObject({ id: 'A/answer-ZAB-028', for: 'answer', who: { en: 'the tester' }, what: t('is it there?'), values: { vraag: 'ZAB-028' }, until: start + 5000 });
  answer('ZAB-028', 2);
  expect(await asking).toMatchObject({ kind: 'attestation', id: 'x00003', answer: 'yes' });
  expect(await context.ask('ZAB-030', t('?'))).toMatchObject({ id: 'x00002' });
  expect(asked).toHaveLength(1);
});
test('a question that nobody answers is null after its window', async () => {
  const { context, clock } = open();
  expect(await context.ask('ZAB-028', t('?'))).toBeNull();
  expect(clock.now()).toBe(start + 5000);
});

test('the floor is taken without holding the clock, and left; asked to stop, who waits for it stops', async () => {
  const { context, clock, stop } = open();
  await context.takeFloor();
  expect([floor.holder(), clock.outstanding()]).toEqual([{ id: 'A', attempt: 2 }, 1]);
  context.leaveFloor();
  void floor.take({ id: 'B', attempt: 1 });
  const waiting = context.takeFloor();
  expect(clock.outstanding()).toBe(0);
  stop.abort();
  await expect(waiting).rejects.toThrow(Stopped);
});
test('grants carry the attempt; those of others are not given', () => {
  const { context } = open();
  const token = { kind: 'token', by: 'sut', value: 't1', caseId: 'who cares' } as TokenGrant;
  context.addGrant(token);
  context.store.put('grants', 't2', { ...token, value: 't2', caseId: 'A#1' });
  context.addGrant({ kind: 'notification', identifier: 'n1' } as never);
  expect(context.grants().map((one) => [one.kind, one.caseId])).toEqual([['notification', 'A#2'], ['token', 'A#2']]);
  expect(context.store.get('grants', 'n1')).toMatchObject({ identifier: 'n1' });
  expect(grantOwner({ id: 'A', attempt: 2 })).toBe('A#2');
});
test('facts are kept at once, keys lead to this attempt, faults and certificates are changed as asked', async () => {
  const { context, saved, record } = open();
  context.fact('cancelled', true);
  expect(saved().facts).toEqual({ cancelled: true });
  context.remember('token', 'tok');
  expect(openCorrelation(database, () => null).find('token', 'tok')).toEqual({ id: 'A', attempt: 2 });
  context.armFault('zorg-ab-429', { method: 'GET' });
  context.disarmFaults();
  context.showLookalike(true);
  expect(said).toEqual(['arm zorg-ab-429 {"method":"GET"} t1', 'disarm t1', 'lookalike true']);
  record.memory['mark'] = 'kept';
  expect(await context.signing.tokenRequest({} as never)).toBe('"kept"');
  expect(() => context.inconclusive(t('no token'))).toThrow(Inconclusive);
});
