import { expect, test } from 'vitest';
import { fhirReply } from '../kernel/replies.ts';
import { transportFaults } from './transport.ts';

const reply = fhirReply(200, { resourceType: 'Bundle', type: 'searchset' });
const scene = { request: { method: 'GET', target: '/', headers: {}, body: new Uint8Array(), tls: 'not-observed' as const }, again: async () => reply };
const fault = (id: string) => transportFaults.find((one) => one.definition.id === id)!;

test.each([
  ['slow-answer', { delayMs: 8000 }], ['no-answer', { hang: true }], ['reset-before-answer', { reset: true }],
  ['cut-in-body', { cutAfter: Math.floor(reply.body.length / 2) }], ['drip', { chunks: 10, chunkDelayMs: 200 }],
])('%s changes the way and not the answer', async (id, plan) => { expect(await fault(id).change!(reply, scene)).toEqual({ reply, ...plan }); });
test('a body of one byte cannot be cut', async () => { expect(await fault('cut-in-body').change!({ ...reply, body: new Uint8Array(1) }, scene)).toBeUndefined(); });
test('the proxy page is HTML and meets notifications only', async () => {
  expect(await fault('not-json').change!(reply, scene)).toMatchObject({ reply: { status: 502, headers: { 'content-type': 'text/html' } } });
  expect(fault('not-json').fits({ endpoint: 'token', role: 'x', organisation: '' }, 'twiin')).toBe(false);
  expect(fault('not-json').fits({ endpoint: 'notification', role: 'x', organisation: '' }, 'twiin')).toBe(true);
});
test('the garbage replaces a token and not a refusal', async () => {
  expect((await fault('garbage-token-answer').change!(reply, scene))!.reply.body.length).toBeLessThan(reply.body.length);
  expect(await fault('garbage-token-answer').change!({ ...reply, status: 401 }, scene)).toBeUndefined();
});
