import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { callWithSecret, type SecretCall } from './trigger-http.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => { for (const close of open.splice(0)) await close(); });
async function server(answer: (incoming: IncomingMessage, outgoing: ServerResponse, body: string) => void): Promise<string> {
  const one = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (piece: Buffer) => { body += piece.toString(); }).on('end', () => answer(incoming, outgoing, body));
  });
  await new Promise<void>((resolve) => { one.listen(0, '127.0.0.1', resolve); });
  open.push(() => new Promise((resolve) => { one.close(() => resolve()); one.closeAllConnections(); }));
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}
const call = (url: string, over: Partial<SecretCall> = {}) => callWithSecret({ method: 'POST', url, secret: 'word', timeoutMs: 5000, ...over });

test('sends method, path, body and secret, and gives what came back, whatever its status', async () => {
  const seen: unknown[] = [];
  const url = await server((incoming, outgoing, body) => { seen.push([incoming.method, incoming.url, incoming.headers['authorization'], incoming.headers['content-type'], incoming.headers['content-length'], body]); outgoing.writeHead(302, { location: '/elsewhere' }).end('é'); });
  expect(await call(`${url}/do?x=%7C`, { body: '{"é":1}' })).toEqual({ status: 302, text: 'é' });
  expect(await call(url, { method: 'GET', secret: null })).toEqual({ status: 302, text: 'é' });
  expect(seen).toEqual([['POST', '/do?x=%7C', 'Bearer word', 'application/json', '8', '{"é":1}'], ['GET', '/', undefined, undefined, undefined, '']]);
});
test('an answer is read as far as sixteen megabytes', async () => {
  const url = await server((_incoming, outgoing) => { outgoing.writeHead(200); const piece = Buffer.alloc(1024 * 1024); for (let at = 0; at < 17; at++) outgoing.write(piece); outgoing.end(); });
  expect(await call(url)).toEqual({ problem: 'the answer is larger than 16777216 bytes' });
});
test('an answer that breaks off is none', async () => {
  const url = await server((_incoming, outgoing) => { outgoing.writeHead(200, { 'content-length': '100' }); outgoing.write('half', () => outgoing.destroy()); });
  expect(await call(url)).toEqual({ problem: 'the answer broke off' });
});
test('the secret is not sent in the open, nor quoted when it does not fit', async () => {
  expect(await call('http://192.0.2.1/')).toEqual({ problem: expect.stringContaining('plain http') });
  expect(await call('not a url')).toEqual({ problem: expect.any(String) });
  const url = await server((_incoming, outgoing) => { outgoing.end(); });
  const broken = await call(url, { secret: 'secret\nword' });
  expect(broken).toEqual({ problem: expect.stringContaining('line break') });
  expect(JSON.stringify(broken)).not.toContain('word');
});
