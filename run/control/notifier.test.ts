import { expect, test } from 'vitest';
import { memoryStore } from '../../mocks/kernel/memory-store.ts';
import type { Claim } from '../../model/claim.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { ProbeCall } from '../engine/test-case.ts';
import { asked, claim } from '../cases/testing.ts';
import type { Session } from '../session/session.ts';
import { createNotifier } from './notifier.ts';

interface Answer { readonly status?: number; readonly body?: object; readonly headers?: Record<string, string>; readonly outcome?: 'timeout' }
const token: Answer = { body: { access_token: 'tok' } };
const created: Answer = { status: 201, headers: { location: 'Task/7' } };
/** A session that only sends: answers in their order, the last again and again. */
function open(answers: readonly Answer[] = [token, created], over: Partial<Claim['ixit']> = {}) {
  const calls: ProbeCall[] = [];
  let now = 1000;
  const session = {
    claim: { ...claim, ixit: { ...claim.ixit, ...over } }, clock: { now: () => now += 1 }, store: memoryStore(), nodeUrl: (ura: string) => `https://us.test/t1/twiin/${ura}`,
    patient: (key: string) => (key === 'niemand' ? null : { bsn: '999990019' }), signing: () => ({ tokenRequest: async (options: object) => JSON.stringify(options) }),
    call: async (call: ProbeCall) => {
      calls.push(call);
      const { status = 200, body, headers = {}, outcome } = answers[Math.min(calls.length, answers.length) - 1]!;
      return { id: `x${calls.length}`, transport: { outcome: outcome ?? 'answered' }, response: outcome === undefined ? { status, headers, body: new TextEncoder().encode(JSON.stringify(body ?? '')) } : null } as unknown as Exchange;
    },
  };
  return { calls, session, notify: createNotifier(session as unknown as Session) };
}
const task = (call: ProbeCall | undefined): Record<string, any> => JSON.parse(String(call?.body));

test('a notification goes out with a token, and its access is open before it leaves', async () => {
  const { calls, session, notify } = open();
  const told = await notify({ action: 'send', content: 'both', queries: 'bgz-1' });
  expect(told).toMatchObject({ ok: true, step: 'notification', status: 201, transport: 'answered', location: 'Task/7', said: '', authorizationBase: true, exchanges: ['x1', 'x2'] });
  expect(told.queries).toBeGreaterThan(10);
  expect(calls).toMatchObject([
    { method: 'POST', url: 'https://xis.test/oauth/token', identity: 'harness-sender', endpoint: 'token', role: 'twiin-receiver', organisation: '90000044' },
    { method: 'POST', url: 'https://xis.test/fhir/Task', identity: 'harness-sender', endpoint: 'notification', headers: { authorization: 'Bearer tok' } },
  ]);
  expect(asked(calls[0])).toMatchObject({ party: 'harness-sender', ura: '90000044', patientBsn: '999990019', tokenEndpoint: 'https://xis.test/oauth/token' });
  expect(task(calls[1])).toMatchObject({ status: 'requested', owner: { identifier: { value: '90000011' } }, for: { identifier: { value: '999990019' } }, identifier: [{ value: told.identifier }] });
  expect(session.store.get('grants', told.identifier)).toMatchObject({ cancelledAt: null });
});
test('without a token nothing is sent, and nothing is remembered to revoke', async () => {
  const { calls, notify } = open([{ status: 401, body: { error: 'invalid_client', error_description: 'who?' } }]);
  expect(await notify({ action: 'send' })).toMatchObject({ ok: false, step: 'token', status: 401, said: 'invalid_client: who?', exchanges: ['x1'] });
  expect(calls).toHaveLength(1);
  await expect(notify({ action: 'cancel' })).rejects.toMatchObject({ text: { en: expect.stringContaining('Nothing that is open was notified yet') } });
});
test('a refusal is told in the words of the system, at most three hundred characters; no answer is told as such', async () => {
  const outcome = { resourceType: 'OperationOutcome', issue: [{ code: 'invalid', diagnostics: 'x'.repeat(400) }] };
  const refused = await open([token, { status: 400, body: outcome }]).notify({ action: 'send' });
  expect([refused.ok, refused.said.length, refused.said.startsWith('invalid: x')]).toEqual([false, 300, true]);
  expect(await open([token, { outcome: 'timeout' }]).notify({ action: 'send' })).toMatchObject({ ok: false, status: null, transport: 'timeout', said: '' });
});
test('a revocation and a renewal are about the last that is open, or the one that is named', async () => {
  const { calls, notify } = open([token, created, token, created, token, created, token, { status: 200 }, token, created]);
  const first = await notify({ action: 'send' });
  const second = await notify({ action: 'send' });
  const renewed = await notify({ action: 'renew', identifier: first.identifier });
  expect([renewed.groupIdentifier === first.groupIdentifier, renewed.identifier === first.identifier]).toEqual([true, false]);
  const cancelled = await notify({ action: 'cancel' });
  expect(cancelled).toMatchObject({ ok: true, identifier: renewed.identifier });
  expect(calls[7]).toMatchObject({ method: 'PUT', url: `https://xis.test/fhir/Task?identifier=${encodeURIComponent(`urn:ietf:rfc:3986|${renewed.identifier}`)}` });
  expect(task(calls[7])['status']).toBe('cancelled');
  await expect(notify({ action: 'cancel', identifier: renewed.identifier })).rejects.toMatchObject({ status: 422 });
  expect((await notify({ action: 'cancel' })).identifier).toBe(second.identifier);
});
test('addresses come from the request, else from the notification before, else from the claim; without any it says what to do', async () => {
  const to = { notificationBase: 'https://other.test/fhir/', tokenEndpoint: 'https://other.test/token', authorizationServer: 'https://as.test', ura: '90000077' };
  const { calls, notify } = open([token, created, token, created], { endpoints: {} });
  await expect(notify({ action: 'send' })).rejects.toMatchObject({ text: { en: expect.stringContaining('The address of the XIS is not known') } });
  await notify({ action: 'send', to });
  await notify({ action: 'cancel' });
  expect(calls.map((one) => one.url.split('?')[0])).toEqual(['https://other.test/token', 'https://other.test/fhir/Task', 'https://other.test/token', 'https://other.test/fhir/Task']);
  expect([asked(calls[0])['authorizationServer'], task(calls[1])['owner'].identifier.value]).toEqual(['https://as.test', '90000077']);
});
test('only a test patient is notified about', async () => {
  const { calls, notify } = open();
  await expect(notify({ action: 'send', bsn: '123456782' })).rejects.toMatchObject({ status: 422, text: { en: expect.stringContaining('table of test BSNs') } });
  await expect(notify({ action: 'send', persona: 'niemand' })).rejects.toMatchObject({ text: { en: 'There is no test patient niemand.' } });
  expect(calls).toEqual([]);
  await notify({ action: 'send', bsn: '900186021' });
  expect(task(calls[1])['for'].identifier.value).toBe('900186021');
});
test('what is no such request is refused: unknown members, addresses without TLS, another action', async () => {
  const { notify } = open();
  for (const body of [null, {}, { action: 'destroy' }, { action: 'send', extra: 1 }, { action: 'send', bsn: '12' }, { action: 'send', to: { notificationBase: 'http://xis.test' } }]) {
    await expect(notify(body)).rejects.toMatchObject({ status: 422, text: { en: expect.stringContaining('Not a request to notify') } });
  }
});
