import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../model/exchange.ts';
import { call, input, notification, task } from '../../../rules/testing.ts';
import { asked, claim, ends, scene } from '../testing.ts';
import { askToken, awaitNotification, get, inputsOf, isUnderBase, obtainToken, offerOf, pullEverything, triggerSend, type Offer } from './steps.ts';

const offer: Offer = { exchange: 'x1', identifier: { system: 's', value: 'n1' }, group: 'g1', base: 'Base==', queries: ['Condition'], resources: [], workflowTask: null, periodEnd: null };
const workflow = task({ basedOn: [{ reference: '/Task/w1' }], input: [input('get-workflow-task', { valueBoolean: true })] });

test('sending takes the floor first; a system that cannot ends the case', async () => {
  const can = scene();
  expect(await ends(triggerSend({ availableForSeconds: 2 }), can.c)).toBeNull();
  expect(can.did).toEqual(['take floor', 'trigger send {"availableForSeconds":2}']);
  const cannot = scene({ trigger: 'cannot' });
  expect(await ends(triggerSend(), cannot.c)).toBe('The system cannot do this: said');
  expect(cannot.did.at(-1)).toBe('leave floor');
});

test('of a notification all is remembered that it offers, under which keys, and as a grant', async () => {
  const message = notification({ restriction: { period: { end: '2026-12-01T00:00:00Z' } } });
  const { c, did, grants, waits } = scene({ arrives: [notification({}, { organisation: '90000055' }), notification({}, { method: 'PUT' }), call('token'), message] });
  expect(await ends(awaitNotification, c)).toBeNull();
  const { identifier, groupIdentifier } = task() as Record<string, any>;
  const remembered = { exchange: message.id, identifier: identifier[0], group: groupIdentifier.value, base: 'Z3JvbmRzbGFn', queries: ['Condition'], resources: [], workflowTask: null, periodEnd: Date.UTC(2026, 11, 1) };
  expect(c.memory['offer']).toEqual(remembered);
  expect(did).toEqual(['leave floor', `remember notification ${identifier[0].value}`, `remember group ${groupIdentifier.value}`, 'remember base Z3JvbmRzbGFn']);
  expect(grants).toEqual([{
    kind: 'notification', by: 'sut', identifier: identifier[0].value, groupIdentifier: groupIdentifier.value, authorizationBase: 'Z3JvbmRzbGFn', senderUra: '90000011', receiverUra: '90000022', patientBsn: c.bsn,
    queries: ['Condition'], resources: [], workflowTask: null, periodEnd: Date.UTC(2026, 11, 1), cancelledAt: null, at: message.startedAt, caseId: 'A#1',
  }]);
  expect(waits).toMatchObject([{ window: claim.ixit.windows.notification, values: { ontvanger: 'Testziekenhuis Zuid', URA: '90000022', BSN: c.bsn, adres: 'https://us.test/t1/twiin/90000022/fhir/Task' } }]);
});
test('when none comes, it says so, and which connections we refused meanwhile', async () => {
  expect(await ends(awaitNotification, scene().c)).toBe('No notification came within the window.');
  const refused = (detail: string) => ({ kind: 'connection', detail }) as JournalEntry;
  const { c, did } = scene({ arrives: [refused('first'), refused('certificate expired')] });
  expect(await ends(awaitNotification, c)).toBe('No notification came, but 2 refused connection(s); the last: certificate expired');
  expect(did).toEqual(['leave floor']);
});

test('an offer is read tolerantly: what is absent or odd is empty, and nothing throws', () => {
  const read = (changes: object) => offerOf(notification(changes as Record<string, unknown>));
  expect(read({ identifier: undefined, groupIdentifier: undefined, input: undefined, restriction: { period: { end: 'soon' } } })).toMatchObject({ identifier: { system: '', value: '' }, group: '', base: null, queries: [], resources: [], periodEnd: null, workflowTask: null });
  expect(read({ input: 'x', basedOn: [{ reference: 7 }] })).toMatchObject({ queries: [], workflowTask: null });
  expect(offerOf(notification({}, { body: 'no json' }))).toMatchObject({ base: null, queries: [] });
  expect(offerOf(call('notification', { body: workflow }))).toMatchObject({ workflowTask: 'Task/w1' });
  expect(read({ basedOn: [{ reference: 'Task/w1' }] })).toMatchObject({ workflowTask: null });
});
test('inputs are told apart by what they hold, whatever their code; the base is no query', () => {
  expect(inputsOf({ input: [
    input('authorization-base', { valueString: 'b' }), input('x', { valueString: 'Condition' }), input('search-resource', { valueString: 'Flag' }), input('read-resource', { valueReference: { reference: 'Patient/1' } }),
    input('read-resource', { valueReference: {} }), null, { valueString: 7 },
  ] })).toEqual({ base: 'b', queries: ['Condition', 'Flag'], resources: ['Patient/1'] });
});

test('a token request goes to the address of the pull, for the patient and base of the case, under our own certificate', async () => {
  const { c, calls } = scene({ memory: { offer }, answer: () => ({ body: { access_token: 'a' } }) });
  expect((await askToken(c)).token).toBe('a');
  expect(calls[0]).toMatchObject({ method: 'POST', url: 'https://xis.test/oauth/token', identity: 'harness-receiver', endpoint: 'token', role: 'twiin-sender', organisation: '90000022', stimulus: { valid: true }, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect(asked(calls[0])).toEqual({ party: 'harness-receiver', ura: '90000022', tokenEndpoint: 'https://xis.test/oauth/token', patientBsn: c.bsn, authorizationBase: 'Base==' });
  await askToken(c, { spoil: 'grant-assertion-forged', replayOf: 'both' });
  expect(calls[1]!.stimulus).toEqual({ valid: false, name: 'grant-assertion-forged', expects: 'refuse-token' });
  expect(asked(calls[1])).toMatchObject({ spoil: 'grant-assertion-forged', replayOf: 'both' });
  await askToken(c, { base: null, withoutPatient: true, party: 'harness-third', ura: '90000055', identity: null, fresh: true, stimulus: { valid: false, name: 'no-token', expects: 'observe' } });
  expect(calls[2]).toMatchObject({ identity: null, organisation: '90000055', fresh: true, stimulus: { name: 'no-token', expects: 'observe' } });
  expect(asked(calls[2])).toEqual({ party: 'harness-third', ura: '90000055', tokenEndpoint: 'https://xis.test/oauth/token', authorizationBase: null });
  await askToken(c, { patientBsn: 'other', party: 'harness-third' });
  expect([asked(calls[3]).patientBsn, calls[3]!.identity]).toEqual(['other', 'harness-third']);
});
test('the token for the pull is remembered with its end; without one the case ends', async () => {
  const { c, grants } = scene({ memory: { offer }, answer: () => ({ body: { access_token: 'a', expires_in: 60 } }) });
  expect(await ends(obtainToken, c)).toBeNull();
  expect(c.memory).toMatchObject({ token: 'a', expiresIn: 60, tokenAt: c.clock.now() });
  expect(grants).toEqual([{ kind: 'token', by: 'sut', value: 'a', organisation: '90000022', purpose: 'pull', patientBsn: c.bsn, authorizationBase: 'Base==', issuedAt: c.clock.now(), expiresAt: c.clock.now() + 60_000, caseId: 'A#1' }]);
  const endless = scene({ memory: { offer }, answer: () => ({ body: { access_token: 'a' } }) });
  await ends(obtainToken, endless.c);
  expect(endless.grants).toMatchObject([{ expiresAt: null }]);
  expect(await ends(obtainToken, scene({ memory: { offer }, answer: () => ({ status: 400 }) }).c)).toContain('(HTTP 400)');
});
test('a read is relative to the base of the system, or absolute, with the token of the case or another or none', async () => {
  const { c, calls } = scene({ memory: { token: 'tok' } });
  await get(c, '/Condition?x=1');
  await get(c, 'https://xis.test/fhir/Binary/1', { token: 'other', format: 'xml', endpoint: 'workflow-task', identity: 'harness-third' });
  await get(c, 'Patient', { token: null, identity: null });
  expect(calls.map((one) => [one.url, one.headers?.['authorization'], one.headers?.['accept'], one.endpoint, one.identity])).toEqual([
    ['https://xis.test/fhir/Condition?x=1', 'Bearer tok', 'application/fhir+json', 'resource', 'harness-receiver'],
    ['https://xis.test/fhir/Binary/1', 'Bearer other', 'application/fhir+xml', 'workflow-task', 'harness-third'],
    ['https://xis.test/fhir/Patient', undefined, 'application/fhir+json', 'resource', null],
  ]);
});

const urls = (calls: readonly { readonly url: string }[]): string[] => calls.map((one) => one.url.replace('https://xis.test/fhir/', ''));
test('everything that is offered is fetched: the workflow task first, each query with its pages, each resource, a few documents', async () => {
  const bundle = (entry: object[], next?: string) => ({ resourceType: 'Bundle', type: 'searchset', entry: entry.map((resource) => ({ resource })), link: next === undefined ? [] : [{ relation: 'next', url: next }] });
  const document = (id: string, url: string) => ({ resourceType: 'DocumentReference', id, content: [{ attachment: { url } }] });
  const answers: Record<string, object> = {
    'Task/w1': { ...workflow, input: [input('s', { valueString: 'Condition' }), input('s', { valueString: 'DocumentReference?a=b|c' }), input('r', { valueReference: { reference: 'Flag/1' } })] },
    Condition: bundle([{ resourceType: 'Condition', id: 'c1' }], 'https://xis.test/fhir/Condition?page=2'), 'Condition?page=2': bundle([]),
    'DocumentReference?a=b%7Cc': bundle([document('1', 'Binary/1'), document('2', 'https://elsewhere.test/Binary/2'), document('3', 'https://xis.test/fhir/Binary/3'), document('4', 'Binary/4')]),
  };
  const { c, calls, grants } = scene({ memory: { offer: { ...offer, workflowTask: 'Task/w1' }, token: 't' }, answer: (one) => ({ body: answers[one.url.replace('https://xis.test/fhir/', '')] }) });
  expect(await ends(pullEverything, c)).toBeNull();
  expect(urls(calls)).toEqual(['Task/w1', 'Condition', 'Condition?page=2', 'DocumentReference?a=b%7Cc', 'Flag/1', 'Binary/1', 'Binary/3']);
  expect(calls[0]!.endpoint).toBe('workflow-task');
  expect(c.memory['queries']).toEqual(['Condition', 'DocumentReference?a=b|c']);
  expect(grants).toMatchObject([{ queries: ['Condition', 'DocumentReference?a=b|c'], resources: ['Flag/1'], workflowTask: 'Task/w1', authorizationBase: 'Base==' }]);
  expect(c.store.get('known-reads', c.bsn)).toBe('Condition/c1');
});
test('a server that pages for ever is left after fifty pages; one that answers no FHIR is asked everything once', async () => {
  const endless = scene({ memory: { offer, token: 't' }, answer: () => ({ body: { resourceType: 'Bundle', entry: 'x', link: [{ relation: 'next', url: 'Condition?again' }] } }) });
  await ends(pullEverything, endless.c);
  expect(endless.calls).toHaveLength(50);
  const silent = scene({ memory: { offer: { ...offer, resources: ['Flag/1'] }, token: 't' }, answer: () => ({ outcome: 'timeout' }) });
  await ends(pullEverything, silent.c);
  expect(urls(silent.calls)).toEqual(['Condition', 'Flag/1']);
});
test('an offer of nothing ends the case', async () => {
  const { c, calls } = scene({ memory: { offer: { ...offer, queries: [] }, token: 't' } });
  expect([await ends(pullEverything, c), calls]).toEqual(['The notification offers nothing to fetch.', []]);
});
test('only what stands under the base of the system is its', () => {
  const { c } = scene();
  expect(['Binary/1', 'https://xis.test/fhir/Binary/1', 'https://elsewhere.test/Binary/1', 'http://xis.test/fhir/x'].map((url) => isUnderBase(c, url))).toEqual([true, true, false, false]);
});
