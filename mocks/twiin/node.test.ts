import { expect, test } from 'vitest';
import { createSimulators } from '../index.ts';
import { call } from '../testing/call.ts';

const simulators = await createSimulators();
const { authorizationServer, fhirBase } = simulators.node('west');

test('metadata of both sides is public', async () => {
  expect(await call(simulators, `${fhirBase}/metadata`)).toMatchObject({ status: 200, json: { resourceType: 'CapabilityStatement', fhirVersion: '3.0.2' } });
  expect((await call(simulators, `${simulators.node('zuid').fhirBase}/metadata`)).json.rest[0].resource[0]).toMatchObject({ type: 'Task', conditionalUpdate: true });
  expect((await call(simulators, `${fhirBase}/metadata`, { method: 'POST' })).status).toBe(405);
});
test('the authorization server describes itself in both places, and shows its keys', async () => {
  const origin = simulators.origin;
  for (const url of [`${authorizationServer}/.well-known/oauth-authorization-server`, `${origin}/.well-known/oauth-authorization-server/t1/twiin/90000044`]) {
    expect((await call(simulators, url)).json, url).toMatchObject({ issuer: authorizationServer, token_endpoint: `${authorizationServer}/oauth/token`, jwks_uri: `${authorizationServer}/jwks` });
  }
  expect((await call(simulators, `${authorizationServer}/jwks`)).json).toEqual({ keys: [] });
});
test('nodes that we do not play are not there', async () => {
  expect((await call(simulators, `${simulators.origin}/t1/twiin/90000011/fhir/metadata`)).status).toBe(404);
  expect((await call(simulators, `${authorizationServer}/iets-anders`)).status).toBe(404);
});
test('requests are named by what they are for', () => {
  expect(simulators.received().map((one) => `${one.endpoint} ${one.organisation}`)).toEqual(expect.arrayContaining(['metadata 90000044', 'metadata 90000022', 'other ']));
});
