import { beforeEach, expect, test } from 'vitest';
import { createSimulators, type Simulators } from '../index.ts';
import { askToken, call, type Answer } from '../testing/call.ts';

let simulators: Simulators;
let token: string;
beforeEach(async () => {
  simulators = await createSimulators();
  token = (await askToken(simulators, 'zuid')).json.access_token;
});
const identifier = { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:0b1f7f0e-52a4-4c0c-9d6b-3a1c4d9d2e11' };
const task = { resourceType: 'Task', identifier: [identifier], status: 'requested', owner: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/ura', value: '90000022' } } };
const post = (body: unknown, query = ''): Promise<Answer> => call(simulators, `${simulators.node('zuid').fhirBase}/Task${query}`, { method: 'POST', token, body, headers: { 'content-type': 'application/fhir+json' } });
const put = (body: unknown, query: string, as = token): Promise<Answer> => call(simulators, `${simulators.node('zuid').fhirBase}/Task${query}`, { method: 'PUT', token: as, body });
const byIdentifier = `?identifier=${encodeURIComponent(`${identifier.system}|${identifier.value}`)}`;

test('a notification is kept and answered with its address', async () => {
  const answer = await post(task);
  expect(answer).toMatchObject({ status: 201, json: { ...task, id: expect.any(String) } });
  expect(answer.headers.location).toMatch(new RegExp(`^${simulators.node('zuid').fhirBase}/Task/${answer.json.id}`));
});
test.each([['{', 400], ['[]', 400], ['{"resourceType":"Patient"}', 400], ['{}', 400], [JSON.stringify({ ...task, owner: { identifier: { value: '90000055' } } }), 422]])('%s is refused with %i', async (body, status) => {
  const answer = await post(body);
  expect([answer.status, answer.json.resourceType]).toEqual([status, 'OperationOutcome']);
});
test('a cancel updates the one match', async () => {
  await post(task);
  expect(await put({ ...task, status: 'cancelled' }, byIdentifier)).toMatchObject({ status: 200, json: { status: 'cancelled' } });
});
test('a cancel without a match creates, as STU3 says', async () => {
  expect((await put({ ...task, status: 'cancelled' }, byIdentifier)).status).toBe(201);
});
test('a cancel with two matches is refused', async () => {
  await post(task);
  await post(task);
  expect((await put({ ...task, status: 'cancelled' }, byIdentifier)).status).toBe(412);
});
test('only the organisation that sent it may cancel', async () => {
  await post(task);
  const other = (await askToken(simulators, 'zuid', { sub: '90000055' })).json.access_token;
  expect((await put({ ...task, status: 'cancelled' }, byIdentifier, other)).status).toBe(403);
});
test('a PUT without a condition is refused', async () => { expect((await put(task, '')).status).toBe(400); });
test('other methods, paths and missing tokens', async () => {
  const base = simulators.node('zuid').fhirBase;
  expect((await call(simulators, `${base}/Task`, { method: 'DELETE', token })).status).toBe(405);
  expect((await call(simulators, `${base}/Task/1`, { token })).status).toBe(403);
  expect((await call(simulators, `${base}/Task`, { method: 'POST', body: task })).status).toBe(401);
});
test('a decoy hands out tokens and records what comes, and refuses what is not addressed to it', async () => {
  const decoy = 'zuid-oud' as 'zuid';
  const asDecoy = (await askToken(simulators, decoy)).json.access_token;
  const url = `${simulators.node(decoy).fhirBase}/Task`;
  expect((await call(simulators, url, { method: 'POST', token: asDecoy, body: task })).status).toBe(422);
  expect(simulators.received('notification')).toMatchObject([{ organisation: '90000066', body: task }]);
});
