import { beforeEach, expect, test } from 'vitest';
import { askToken, call, offered } from '../testing/call.ts';
import { createSimulators, type Simulators } from '../index.ts';

let simulators: Simulators;
beforeEach(async () => { simulators = await createSimulators(); });
const task = { resourceType: 'Task', status: 'requested', owner: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '90000022' } } };
async function notify(): Promise<Awaited<ReturnType<typeof call>>> {
  const token = (await askToken(simulators, 'zuid')).json.access_token;
  return call(simulators, `${simulators.node('zuid').fhirBase}/Task`, { method: 'POST', token, body: task });
}
const organisations = (query = 'identifier=http://fhir.nl/fhir/NamingSystem/ura|90000022') => call(simulators, `${simulators.zorgAb}/Organization?${query}`);

test.each([
  ['notification-401', 401, 'www-authenticate'], ['notification-403', 403, ''], ['notification-422', 422, ''], ['notification-503', 503, 'retry-after'], ['notification-429', 429, 'retry-after'],
])('%s answers %i with an OperationOutcome, once', async (id, status, header) => {
  simulators.armFault(id, 1);
  const answer = await notify();
  expect(answer.status).toBe(status);
  expect(answer.json.resourceType).toBe('OperationOutcome');
  if (header !== '') expect(answer.headers[header]).toBeTruthy();
  expect((await notify()).status).toBe(201);
});
test('created-without-location leaves only the header out', async () => {
  simulators.armFault('created-without-location');
  const answer = await notify();
  expect([answer.status, answer.headers.location, answer.json.resourceType]).toEqual([201, undefined, 'Task']);
});
test('token-without-expiry gives a token without expires_in', async () => {
  simulators.armFault('token-without-expiry');
  const { json } = await askToken(simulators, 'zuid');
  expect(Object.keys(json).sort()).toEqual(['access_token', 'token_type']);
});
test('empty-searchset and one-query-404 meet a pull', async () => {
  const { token, base } = await offered(simulators, { persona: 'volledig' });
  simulators.armFault('empty-searchset', 1);
  const empty = await call(simulators, `${base}/Condition`, { token });
  expect([empty.status, empty.json.total, empty.json.entry]).toEqual([200, 0, undefined]);
  simulators.armFault('one-query-404', 1);
  expect((await call(simulators, `${base}/Condition`, { token })).json.issue[0].code).toBe('not-supported');
  expect((await call(simulators, `${base}/Condition`, { token })).json.total).toBeGreaterThan(0);
});
test('two-page-answer splits a searchset, and the next link gives the rest', async () => {
  const { token, base } = await offered(simulators, { persona: 'volledig' });
  const ids = (bundle: any): string[] => bundle.entry.map((one: any) => one.resource.id);
  const whole = (await call(simulators, `${base}/Condition`, { token })).json;
  expect(whole.entry.length).toBeGreaterThan(1);
  simulators.armFault('two-page-answer', 1);
  const first = (await call(simulators, `${base}/Condition`, { token })).json;
  const next = first.link.find((link: any) => link.relation === 'next').url;
  const second = (await call(simulators, next, { token })).json;
  expect([...ids(first), ...ids(second)]).toEqual(ids(whole));
  expect(second.link.map((link: any) => link.relation)).toEqual(['self']);
  expect(first.total).toBeUndefined();
});
test('the ZORG-AB faults', async () => {
  simulators.armFault('zorg-ab-no-hits', 1);
  expect((await organisations()).json).toMatchObject({ total: 0, entry: [] });
  simulators.armFault('zorg-ab-only-inactive', 1);
  expect((await organisations()).json.entry.map((one: any) => one.resource.active)).toEqual([false]);
  simulators.armFault('zorg-ab-only-inactive', 1);
  expect((await organisations('identifier=http://fhir.nl/fhir/NamingSystem/ura|90000044')).json.entry).toMatchObject([{ resource: { id: '100244', active: false } }]);
  simulators.armFault('zorg-ab-zoneless', 1);
  expect((await organisations()).json.entry[0].resource.meta.lastUpdated).toBe('2024-05-05T10:00:00');
  simulators.armFault('zorg-ab-without-total', 1);
  expect('total' in (await organisations()).json).toBe(false);
  simulators.armFault('zorg-ab-429', 1);
  expect((await call(simulators, `${simulators.zorgAb}/metadata`)).status).toBe(200);
  expect((await organisations()).status).toBe(429);
  expect((await organisations()).json.total).toBe(2);
});
