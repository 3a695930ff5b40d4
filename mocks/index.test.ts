import { expect, test } from 'vitest';
import { createSimulators } from './index.ts';
import { askToken, call, offered } from './testing/call.ts';

test('it works without any configuration: notification, token, pull', async () => {
  const simulators = await createSimulators();
  const { composed, token, base } = await offered(simulators);
  expect(composed.task).toMatchObject({ resourceType: 'Task', status: 'requested' });
  const { status, json } = await call(simulators, `${base}/Condition`, { token });
  expect([status, json.resourceType, json.type]).toEqual([200, 'Bundle', 'searchset']);
});
test('a message with a BSN outside the table is refused and withheld', async () => {
  const simulators = await createSimulators();
  const answer = await call(simulators, `${simulators.node('zuid').fhirBase}/Task`, { method: 'POST', body: { resourceType: 'Task', for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '123456782' } } } });
  expect(answer.status).toBe(422);
  expect(answer.text).not.toContain('123456782');
  expect(simulators.received()[0]).toMatchObject({ withheld: { place: expect.stringContaining('for') }, body: null });
});
test('a key of the vendor can be registered, and no other key is accepted', async () => {
  const vendor = await createSimulators();
  const other = await createSimulators();
  const body = await other.tokenRequest('zuid');
  const answer = await call(vendor, vendor.node('zuid').tokenEndpoint, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect([answer.status, answer.json.error]).toEqual([401, 'invalid_client']);
  expect((await askToken(vendor, 'zuid')).status).toBe(200);
});
