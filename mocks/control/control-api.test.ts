import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryStore } from '../kernel/memory-store.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { ControlError, openControlApi, type ControlApi, type ControlSettings } from './control-api.ts';

const secret = 'een-lang-genoeg-geheim';
let api: ControlApi;
let errors: unknown[];
const settings = (changes: Partial<ControlSettings> = {}): ControlSettings => ({
  store: memoryStore(), clock: manualClock(), secret, port: 0, state: () => ({ running: true }), exchanges: (since, last) => [{ seq: since + 1, last }], exchange: (id) => (id === 'x00042' ? { id } : undefined),
  sendNotification: (body) => { if (body === 'bad') throw new ControlError(422, { nl: 'die organisatie is er niet', en: 'no such organisation' }); return { sent: body }; }, onError: (error) => errors.push(error), ...changes,
});
beforeEach(async () => { errors = []; api = await openControlApi(settings()); });
afterEach(() => api.close());

function ask(method: string, path: string, options: { readonly body?: string; readonly headers?: Record<string, string> } = {}): Promise<{ status: number; json: any; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: api.port, method, path, headers: { authorization: `Bearer ${secret}`, ...(options.body === undefined ? {} : { 'content-type': 'application/json' }), ...options.headers } }, (response) => {
      let text = '';
      response.on('data', (piece) => { text += piece; });
      response.on('end', () => resolve({ status: response.statusCode!, json: JSON.parse(text), headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(options.body);
  });
}

test('it listens on the loopback interface and gives the state', async () => {
  expect(api.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await ask('GET', '/state')).toMatchObject({ status: 200, json: { running: true }, headers: { 'cache-control': 'no-store' } });
});
test.each([
  ['without a secret', { authorization: '' }, 401], ['with a wrong secret', { authorization: 'Bearer een-lang-genoeg-gehein' }, 401],
  ['under another host name', { host: 'kwaad.test' }, 403], ['under a name that begins with localhost', { host: 'localhost.kwaad.test' }, 403], ['from a web page', { origin: 'http://localhost:3000' }, 403],
])('a request %s is refused', async (_name, headers, status) => {
  const answer = await ask('GET', '/state', { headers });
  expect(answer.status).toBe(status);
  expect(answer.json.running).toBeUndefined();
});
test('exchanges from a given point on', async () => {
  expect((await ask('GET', '/exchanges?since=41')).json).toEqual([{ seq: 42, last: null }]);
  expect((await ask('GET', '/exchanges?last=5')).json).toEqual([{ seq: 1, last: 5 }]);
  expect(await ask('GET', '/exchanges?since=-1')).toMatchObject({ status: 400, json: { error: { nl: expect.stringContaining('seq'), en: expect.stringContaining('seq') } } });
});
test('one exchange with all of it, or a sentence', async () => {
  expect((await ask('GET', '/exchanges/x00042')).json).toEqual({ id: 'x00042' });
  expect(await ask('GET', '/exchanges/x00043')).toMatchObject({ status: 404, json: { error: { en: expect.stringContaining('x00043') } } });
  expect((await ask('GET', '/exchanges/../secret')).status).toBe(404);
});
test('faults are listed, armed and disarmed', async () => {
  expect((await ask('GET', '/faults')).json.known.length).toBeGreaterThan(14);
  expect((await ask('POST', '/faults', { body: '{"id":"drip","times":2,"where":{"endpoint":"token"}}' })).json.armed).toMatchObject([{ id: 'drip', remaining: 2 }]);
  expect((await ask('DELETE', '/faults?id=drip')).json.armed).toEqual([]);
});
test.each([
  ['an unknown fault', '{"id":"bestaat-niet"}', 404], ['a wrong number', '{"id":"drip","times":0}', 400], ['an unknown member', '{"id":"drip","when":1}', 400], ['no JSON', '{', 400],
])('%s is refused with a sentence', async (_name, body, status) => {
  const answer = await ask('POST', '/faults', { body });
  expect(answer.status).toBe(status);
  for (const words of [answer.json.error.nl, answer.json.error.en]) expect(words.length).toBeGreaterThan(10);
});
test('other content types and large bodies are refused', async () => {
  expect((await ask('POST', '/faults', { body: 'id=drip', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(415);
  expect((await ask('POST', '/notifications', { body: JSON.stringify('x'.repeat(70_000)) })).status).toBe(413);
});
test('notifications go to the run, and its refusal comes back', async () => {
  expect((await ask('POST', '/notifications', { body: '{"to":"90000011"}' })).json).toEqual({ sent: { to: '90000011' } });
  expect(await ask('POST', '/notifications', { body: '"bad"' })).toMatchObject({ status: 422, json: { error: { nl: 'die organisatie is er niet', en: 'no such organisation' } } });
});
test('what a run does not offer, and paths that do not exist', async () => {
  expect((await ask('GET', '/questions')).status).toBe(501);
  expect((await ask('GET', '/secrets')).status).toBe(404);
});
test('an internal error does not show itself', async () => {
  await api.close();
  api = await openControlApi(settings({ state: () => { throw new Error('/home/somebody/file'); } }));
  const answer = await ask('GET', '/state');
  expect([answer.status, JSON.stringify(answer.json).includes('somebody'), errors.length]).toEqual([500, false, 1]);
});
test('a short secret and a used port are refused with advice', async () => {
  await expect(openControlApi(settings({ secret: 'kort' }))).rejects.toThrow('16 characters');
  await expect(openControlApi(settings({ port: api.port }))).rejects.toThrow('another port');
});
