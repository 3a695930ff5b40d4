import { expect, test } from 'vitest';
import type { Claim } from '../../../model/claim.ts';
import { notification } from '../../../rules/testing.ts';
import type { Phase, TestCase } from '../../engine/test-case.ts';
import { claim, ends, scene, type Scene } from '../testing.ts';
import { cancelCase, expiryCase, minimalCase, needs, periodCase, renewCase, sendCase, senderCases } from './cases.ts';
import type { Offer } from './steps.ts';

const offer: Offer = { exchange: 'x00005', identifier: { system: 's', value: 'n1' }, group: 'g1', base: 'aBc=', queries: ['Condition'], resources: [], workflowTask: null, periodEnd: null };
const open = (over: Scene = {}, changes: Partial<Offer> = {}) => scene({ memory: { offer: { ...offer, ...changes }, token: 'tok', tokenAt: 1_000_000 }, ...over });
const phase = (one: TestCase, name: string): Phase => one.phases.find((each) => each.name === name)!;
const options = (over: Partial<Claim['ics']['options']>): Claim => ({ ...claim, ics: { ...claim.ics, options: { ...claim.ics.options, ...over } } });
const stimuli = (calls: readonly { readonly method: string; readonly stimulus?: object }[]): string[] => calls.map((one) => `${one.method} ${(one.stimulus as { name?: string } | undefined)?.name ?? 'valid'}`);

test('a case needs its role, and then its condition', () => {
  const need = needs('twiin-sender', { holds: (one) => one.ics.options.renewal, otherwise: { nl: 'n', en: 'not claimed' } });
  expect(need(claim)).toBeNull();
  expect(need(options({ renewal: false }))).toEqual({ nl: 'n', en: 'not claimed' });
  expect(need({ ...options({ renewal: false }), ics: { ...claim.ics, roles: ['zorgab-client'] } })?.en).toBe('The role twiin-sender is not claimed.');
  expect(needs('twiin-sender')(claim)).toBeNull();
});
test('which cases a claim leaves out, and none without the role', () => {
  const out = (one: Claim): string[] => senderCases.filter((each) => each.notApplicable(one) !== null).map((each) => each.id);
  expect(out(claim)).toEqual([]);
  expect(out(options({ authorizationBase: false }))).toEqual([periodCase.id]);
  expect(out(options({ renewal: false }))).toEqual([renewCase.id]);
  expect(out(options({ cancellation: false }))).toEqual([cancelCase.id]);
  expect(out({ ...claim, ixit: { ...claim.ixit, personas: [{ key: 'minimaal', contentConfirmed: true }] } })).toEqual([minimalCase.id]);
  expect(out({ ...claim, ics: { ...claim.ics, roles: ['twiin-receiver'] } })).toEqual(senderCases.map((one) => one.id));
});
test('long waits are marked, so that they begin first', () => {
  expect(senderCases.filter((one) => one.long === true)).toEqual([expiryCase, periodCase]);
  expect(new Set(senderCases.map((one) => one.addressee))).toEqual(new Set(['90000022']));
});

test('one query with a system is spelled in three ways; without one there is nothing to compare', async () => {
  const spelled = open({ memory: { queries: ['Flag', 'Condition?code=http://x.test/s|1'], token: 't' } });
  await ends(phase(sendCase, 'schrijfwijzen vergelijken'), spelled.c);
  expect(spelled.calls.map((one) => one.url.split('?')[1])).toEqual(['code=http%3A%2F%2Fx.test%2Fs%7C1', 'code=http%3A//x.test/s%7C1', 'code=http://x.test/s|1']);
  const plain = open({ memory: { queries: ['Flag'], token: 't' } });
  await ends(phase(sendCase, 'schrijfwijzen vergelijken'), plain.c);
  expect(plain.calls).toEqual([]);
});
test('the access log is asked from just before the token, without our certificate; where there is none, nothing is asked', async () => {
  const log = async (accessLog: string | undefined) => {
    const one = open({ claim: { ...claim, ixit: { ...claim.ixit, endpoints: { ...claim.ixit.endpoints, accessLog } } } });
    await ends(phase(sendCase, 'toegangslog lezen'), one.c);
    return one.calls.map(({ url, identity, endpoint }) => [url, identity, endpoint]);
  };
  const since = encodeURIComponent(new Date(999_000).toISOString());
  expect(await log('https://xis.test/log')).toEqual([[`https://xis.test/log?since=${since}`, null, 'access-log']]);
  expect(await log('https://xis.test/log?x=1')).toEqual([[`https://xis.test/log?x=1&since=${since}`, null, 'access-log']]);
  expect(await log(undefined)).toEqual([]);
});
test('it is quiet elsewhere for the whole window of absence', async () => {
  const { c, did } = open();
  await ends(phase(sendCase, 'niets elders'), c);
  expect(did).toEqual([`settle ${claim.ixit.windows.absence} ${claim.ixit.windows.absence}`]);
});
test('an expired token is tried where data are', async () => {
  const { c, calls } = open();
  await ends(phase(expiryCase, 'ophalen met verlopen token'), c);
  expect([stimuli(calls), calls[0]!.headers!['authorization']]).toEqual([['GET token-expired'], 'Bearer tok']);
});

test('a period that ends is waited for; one without an end, or of more than an hour, shows nothing', async () => {
  const within = (changes: Partial<Offer>) => ends(phase(periodCase, 'toegang binnen de periode'), open({ answer: () => ({ body: { access_token: 'a' } }) }, changes).c);
  expect([await within({}), await within({ periodEnd: 5 })]).toEqual(['The notification states no end of the period (restriction.period.end).', null]);
  const wait = async (left: number) => { const one = open({}, { periodEnd: 1_000_000 + left }); return [await ends(phase(periodCase, 'wachten tot de periode voorbij is'), one.c), one.did]; };
  expect(await wait(2000)).toEqual([null, ['pause periode 3500']]);
  expect(await wait(-9000)).toEqual([null, ['pause periode 1500']]);
  expect(await wait(3_600_000)).toEqual([null, ['pause periode 3601500']]);
  expect(await wait(3_600_001)).toEqual([expect.stringContaining('more than an hour'), []]);
});
test('after the period a token is asked, and what there is of tokens is tried: a new one, else the old one, else none', async () => {
  const late = async (answer: Scene['answer'], token: string | null) => {
    const one = open({ answer, memory: { offer, token } });
    await ends(phase(periodCase, 'opnieuw toegang vragen'), one.c);
    return [stimuli(one.calls), one.calls[1]?.headers!['authorization']];
  };
  const both = ['POST authorization-base-period-ended', 'GET authorization-base-period-ended'];
  expect(await late(() => ({ body: { access_token: 'new' } }), 'old')).toEqual([both, 'Bearer new']);
  expect(await late(() => ({ status: 400 }), 'old')).toEqual([both, 'Bearer old']);
  expect(await late(() => ({ status: 400 }), null)).toEqual([both.slice(0, 1), undefined]);
});

const earlier = notification({}, { id: 'x00005', seq: 5 });
test.each([
  [renewCase, 'gegevens wijzigen', 'tweede aanmelding ontvangen', 'renew', 'dataChanged', 'No second message came within the window.'],
  [cancelCase, 'intrekken', 'intrekking ontvangen', 'cancel', 'cancelled', 'No revocation came within the window.'],
] as const)('$id: the system is asked, and the next message of the case is what it sent', async (one, asks, awaits, action, fact, nothing) => {
  const facts = async (trigger: 'done' | 'cannot' | 'failed') => { const at = open({ trigger }); await ends(phase(one, asks), at.c); return at.did; };
  expect(await facts('done')).toEqual(['take floor', `trigger ${action} {"notificationIdentifier":"n1"}`, `fact ${fact} true`]);
  for (const trigger of ['cannot', 'failed'] as const) expect((await facts(trigger)).at(-1)).toBe(`fact ${fact} false`);
  const none = open({ arrives: [earlier, notification({}, { id: 'x00003', seq: 3 })] });
  expect([await ends(phase(one, awaits), none.c), none.did]).toEqual([nothing, ['leave floor']]);
  const came = open({ arrives: [earlier, notification({ groupIdentifier: { value: 'g2' } }, { id: 'x00009', seq: 9 })] });
  expect(await ends(phase(one, awaits), came.c)).toBeNull();
  // What was sent is judged also when the system itself thinks that it failed.
  expect(came.did.slice(0, 2)).toEqual(['leave floor', `fact ${fact} true`]);
  if (one === renewCase) expect(came.c.memory['renewed']).toMatchObject({ exchange: 'x00009', group: 'g2' });
});
test('after a revocation neither a new token nor the old one opens anything; without a base another notification may', async () => {
  const after = async (answer: Scene['answer'], changes: Partial<Offer> = {}) => { const one = open({ answer }, changes); await ends(phase(cancelCase, 'toegang na intrekken'), one.c); return one.calls.map((each) => `${each.method} ${each.headers!['authorization'] ?? '-'}`); };
  expect(await after(() => ({ body: { access_token: 'new' } }))).toEqual(['POST -', 'GET Bearer new', 'GET Bearer tok']);
  expect(await after(() => ({ status: 400 }))).toEqual(['POST -', 'GET Bearer tok']);
  expect(await after(() => ({}), { base: null })).toEqual([]);
});
