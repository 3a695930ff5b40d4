import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createSimulators, type Simulators } from '../index.ts';

let simulators: Simulators;
const server = setupServer();
beforeAll(async () => {
  simulators = await createSimulators();
  server.use(...simulators.handlers);
  server.listen({ onUnhandledFrame: 'error' });
});
afterEach(() => simulators.disarmFaults());
afterAll(() => server.close());
const metadata = (init?: RequestInit): Promise<Response> => fetch(`${simulators.zorgAb}/metadata`, init);

test('a unit test gets a token in two lines, and sees what was received', async () => {
  const body = await simulators.tokenRequest('zuid');
  const answer = await (await fetch(simulators.node('zuid').tokenEndpoint, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })).json() as { access_token: string };
  expect(answer.access_token).toMatch(/.{20}/);
  expect(simulators.received('token')).toMatchObject([{ method: 'POST', status: 200, organisation: '90000022' }]);
});
test('a reset is a network error', async () => {
  simulators.armFault('reset-before-answer', 1);
  await expect(metadata()).rejects.toThrow();
});
test('no answer ends with the time-out of the caller', async () => {
  simulators.armFault('no-answer', 1);
  const stop = new AbortController();
  const calling = metadata({ signal: stop.signal });
  stop.abort(new Error('my own time-out'));
  await expect(calling).rejects.toThrow('my own time-out');
});
test('a cut body cannot be read to its end', async () => {
  simulators.armFault('cut-in-body', 1);
  await expect(metadata().then((answer) => answer.text())).rejects.toThrow();
});
test('a dripping body arrives whole', async () => {
  const quick = await createSimulators({ origin: 'https://druppel.test', clock: { now: Date.now, sleep: async () => {}, hold: () => () => {} } });
  server.use(...quick.handlers);
  quick.armFault('drip', 1);
  const answer = await fetch(`${quick.zorgAb}/metadata`);
  expect(await answer.json()).toMatchObject({ resourceType: 'CapabilityStatement' });
});
