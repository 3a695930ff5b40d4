import { expect, test } from 'vitest';
import { call, probe } from '../../../rules/testing.ts';
import { asked, claim, ends, scene, type Scene } from '../testing.ts';
import { accepted, askNotifyToken, awaitPull, compose, notify, obtainNotifyToken, postTask, settlePull, triggerPull } from './steps.ts';

const open = (over: Scene = {}) => scene({ memory: { token: 'tok' }, ...over });

test('a token to notify with is asked as our sender, at the address for notifications', async () => {
  const { c, calls } = open({ answer: () => ({ body: { access_token: 'a', expires_in: 60 } }) });
  expect(await askNotifyToken(c, { fresh: true })).toMatchObject({ token: 'a', expiresIn: 60 });
  expect(calls[0]).toMatchObject({ method: 'POST', url: 'https://xis.test/oauth/token', identity: 'harness-sender', endpoint: 'token', role: 'twiin-receiver', organisation: '90000044', stimulus: { valid: true }, fresh: true });
  expect(asked(calls[0])).toEqual({ party: 'harness-sender', ura: '90000044', tokenEndpoint: 'https://xis.test/oauth/token', patientBsn: c.bsn });
  await askNotifyToken(c, { spoil: 'client-assertion-hmac', identity: null });
  expect([calls[1]!.stimulus, calls[1]!.identity]).toEqual([{ valid: false, name: 'client-assertion-hmac', expects: 'refuse-token' }, null]);
});
test('the token is remembered with its end; without one the case ends', async () => {
  const { c, grants } = scene({ answer: () => ({ body: { access_token: 'a', expires_in: 60 } }) });
  expect(await ends(obtainNotifyToken, c)).toBeNull();
  expect(c.memory).toEqual({ token: 'a', expiresIn: 60 });
  expect(grants).toEqual([{ kind: 'token', by: 'sut', value: 'a', organisation: '90000044', purpose: 'notify', patientBsn: c.bsn, authorizationBase: null, issuedAt: c.clock.now(), expiresAt: c.clock.now() + 60_000, caseId: 'A#1' }]);
  const endless = scene({ answer: () => ({ body: { access_token: 'a' } }) });
  await ends(obtainNotifyToken, endless.c);
  expect(endless.grants).toMatchObject([{ expiresAt: null }]);
  expect(await ends(obtainNotifyToken, scene({ answer: () => ({ outcome: 'refused' }) }).c)).toContain('(refused)');
});

test('a notification of ours is known before it leaves: its grant in the store, its keys for what comes of it', () => {
  const { c, did } = open();
  const { task, grant } = compose(c);
  expect(grant).toMatchObject({ by: 'harness', senderUra: '90000044', receiverUra: '90000011', patientBsn: c.bsn, caseId: 'A#1', at: c.clock.now() });
  expect(grant.queries).toHaveLength(8);
  expect(c.store.get('grants', grant.identifier)).toEqual(grant);
  expect(did).toEqual([`remember notification ${grant.identifier}`, `remember group ${grant.groupIdentifier}`, `remember base ${grant.authorizationBase}`]);
  expect(task).toMatchObject({ status: 'requested', owner: { identifier: { value: '90000011' } }, for: { identifier: { value: c.bsn } } });
  expect(compose(c, { ownerUra: '90000999', authorizationBase: false, mode: 'workflow-task' })).toMatchObject({ grant: { receiverUra: '90000999', authorizationBase: null, workflowTask: expect.any(String) } });
  const renewed = compose(c, { renews: { task, grant, workflowTask: null } }).grant;
  expect([renewed.groupIdentifier === grant.groupIdentifier, renewed.identifier === grant.identifier]).toEqual([true, false]);
  expect(compose(c, { cancels: { task, grant, workflowTask: null } })).toMatchObject({ grant: { identifier: grant.identifier, cancelledAt: c.clock.now() }, task: { status: 'cancelled' } });
});
test('a Task is posted with the token of the case, or put where a query says', async () => {
  const { c, calls } = open();
  await postTask(c, '{}');
  await postTask(c, '<Task/>', { method: 'PUT', query: '?identifier=x', token: null, format: 'xml', identity: null, fresh: true, stimulus: { valid: false, name: 'no-token', expects: 'refuse-message' } });
  expect(calls[0]).toMatchObject({ method: 'POST', url: 'https://xis.test/fhir/Task', body: '{}', identity: 'harness-sender', endpoint: 'notification', role: 'twiin-receiver', organisation: '90000044', headers: { 'content-type': 'application/fhir+json', authorization: 'Bearer tok' } });
  expect(calls[1]).toMatchObject({ method: 'PUT', url: 'https://xis.test/fhir/Task?identifier=x', identity: null, fresh: true, stimulus: { name: 'no-token' }, headers: { 'content-type': 'application/fhir+xml', accept: 'application/fhir+json' } });
  expect(calls[1]!.headers).not.toHaveProperty('authorization');
});
test('accepted is any answer of success', () => {
  expect([199, 200, 201, 204, 299, 300, 400].filter((status) => accepted(probe('notification', { status })))).toEqual([200, 201, 204, 299]);
  expect(accepted(probe('notification', { status: null }))).toBe(false);
});
test('a right notification that is not accepted ends the case; what was sent is remembered either way', async () => {
  const of = async (answer: Scene['answer']) => { const { c } = open({ answer }); return [await ends(notify({ mode: 'both' }), c), typeof c.memory['sent'].task]; };
  expect(await of(() => ({ status: 201 }))).toEqual([null, 'object']);
  expect(await of(() => ({ status: 500 }))).toEqual(['The system did not accept a right notification (HTTP 500).', 'object']);
  expect(await of(() => ({ outcome: 'reset' }))).toEqual(['The system did not accept a right notification (reset).', 'object']);
});

test('the system is asked to fetch what was sent, having the floor', async () => {
  const { c, did } = open();
  const { identifier } = (c.memory['sent'] = compose(c)).grant;
  did.length = 0;
  expect(await ends(triggerPull, c)).toBeNull();
  expect(did).toEqual(['take floor', `trigger pull {"notificationIdentifier":"${identifier}","otherUra":"90000044"}`]);
  const cannot = open({ trigger: 'cannot' });
  cannot.c.memory['sent'] = c.memory['sent'];
  expect(await ends(triggerPull, cannot.c)).toBe('The system cannot do this: said');
});
test('a read at our sender, or of its workflow task, shows that it fetches; a call of ours does not', async () => {
  const seen = async (arrives: Scene['arrives']) => { const one = open({ arrives }); one.c.memory['sent'] = compose(one.c); await ends(awaitPull, one.c); return one.c.memory['pullSeen']; };
  expect([await seen([call('resource')]), await seen([call('workflow-task')]), await seen([]), await seen([probe('resource'), call('token'), call('notification')])]).toEqual([true, true, false, false]);
});
test('what fetches is waited for until it is quiet; where nothing was fetched, that is no fault', async () => {
  const { c, did } = open({ memory: { pullSeen: true } });
  expect(await ends(settlePull, c)).toBeNull();
  expect(did).toEqual([`settle ${claim.ixit.windows.absence} ${claim.ixit.windows.pull}`, 'leave floor']);
  const none = open({ memory: { pullSeen: false } });
  expect([await ends(settlePull, none.c), none.did]).toEqual([expect.stringContaining('a receiver may postpone the pull'), ['leave floor']]);
});
