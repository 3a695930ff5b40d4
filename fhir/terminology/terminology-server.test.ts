import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkWithServer } from './check-with-server.ts';
import { createTerminologyServer, type TerminologyServerOptions } from './terminology-server.ts';

interface Asked { readonly method: string; readonly url: string; readonly body: string; readonly authorization: string | undefined }
let server: Server;
let asked: Asked[];
let reply: (asked: Asked, response: ServerResponse) => void;
let open = 0;
let mostOpen = 0;
const answer = (response: ServerResponse, result: boolean, message?: string): void => {
  response.writeHead(200, { 'content-type': 'application/fhir+json' }).end(JSON.stringify({ resourceType: 'Parameters', parameter: [{ name: 'result', valueBoolean: result }, ...(message === undefined ? [] : [{ name: 'message', valueString: message }])] }));
};
beforeEach(async () => {
  asked = [];
  open = 0;
  mostOpen = 0;
  reply = (_, response) => answer(response, true);
  server = createServer((request: IncomingMessage, response) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on('close', () => { open -= 1; });
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => {
      const one = { method: request.method!, url: request.url!, body: Buffer.concat(pieces).toString(), authorization: request.headers.authorization };
      asked.push(one);
      reply(one, response);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterEach(() => new Promise<void>((closed) => { server.closeAllConnections(); server.close(() => closed()); }));
const client = (options: Partial<TerminologyServerOptions> = {}) => createTerminologyServer({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir/`, fhir: 'r4', ...options });
const code = (name: string) => ({ system: 'http://snomed.info/sct', code: name });
const v = 'http://example.org/v';

test('a question by GET or POST, with the credential of the moment', async () => {
  expect((await client({ authorization: () => 'Bearer one' }).validateCode(code('1'), v)).kind).toBe('in');
  expect((await client({ method: 'POST', fhir: 'stu3' }).validateCode(code('1'), v)).kind).toBe('in');
  expect(asked.map((one) => [one.method, one.url.split('?')[0], one.authorization])).toEqual([['GET', '/fhir/ValueSet/$validate-code', 'Bearer one'], ['POST', '/fhir/ValueSet/$validate-code', undefined]]);
  expect(JSON.parse(asked[1]!.body)).toMatchObject({ resourceType: 'Parameters', parameter: [{ name: 'url', valueUri: v }, { name: 'system' }, { name: 'code', valueCode: '1' }] });
});
test('yes and no are remembered, also while being asked; doubt is not', async () => {
  reply = ({ url }, response) => answer(response, !url.includes('code=no'));
  const tx = client();
  await Promise.all([tx.validateCode(code('yes'), v), tx.validateCode(code('yes'), v), tx.validateCode(code('no'), v)]);
  expect([(await tx.validateCode(code('yes'), v)).kind, (await tx.validateCode(code('no'), v)).kind, asked.length]).toEqual(['in', 'out', 2]);
  reply = (_, response) => answer(response, false, 'Code system is not supported');
  await tx.validateCode(code('doubt'), v);
  await tx.validateCode(code('doubt'), v);
  expect(asked.length).toBe(4);
});
test('a value set that the server lacks is sent along, and from then on at once', async () => {
  reply = ({ method }, response) => method === 'GET' ? void response.writeHead(404).end('{"resourceType":"OperationOutcome","issue":[{"code":"not-found"}]}') : answer(response, false);
  const definitions = { valueSet: (canonical: string) => canonical === v ? { url: v, include: [{ system: 'http://snomed.info/sct' }] } : null };
  const tx = client({ definitions });
  expect((await tx.validateCode(code('1'), v)).kind).toBe('out');
  expect((await tx.validateCode(code('2'), v)).kind).toBe('out');
  expect(asked.map((one) => one.method)).toEqual(['GET', 'POST', 'POST']);
  expect(JSON.parse(asked[1]!.body).parameter[0]).toMatchObject({ name: 'valueSet', resource: { url: v } });
  expect((await tx.validateCode(code('1'), 'http://example.org/other')).kind).toBe('unknown-value-set');
});
test('never more questions at a time than allowed', async () => {
  const waiting: ServerResponse[] = [];
  reply = (_, response) => { waiting.push(response); if (waiting.length === 2 || asked.length === 9) for (const one of waiting.splice(0)) answer(one, true); };
  const tx = client({ concurrency: 2 });
  await Promise.all(Array.from({ length: 9 }, (_, index) => tx.validateCode(code(String(index)), v)));
  expect([asked.length, mostOpen]).toEqual([9, 2]);
});
test('an outage is no answer, is not asked on and on, and is tried again later', async () => {
  let now = 0;
  reply = (_, response) => void response.writeHead(503).end('down');
  const tx = client({ concurrency: 1, failuresAllowed: 2, retryAfter: 1000, now: () => now });
  const answers = await Promise.all(Array.from({ length: 5 }, (_, index) => tx.validateCode(code(String(index)), v)));
  expect(new Set(answers.map((one) => one.kind))).toEqual(new Set(['no-answer']));
  expect(asked.length).toBe(2);
  reply = (_, response) => answer(response, true);
  expect((await tx.validateCode(code('0'), v)).kind).toBe('no-answer');
  now = 1000;
  expect((await tx.validateCode(code('0'), v)).kind).toBe('in');
});
test('time-outs, closed doors, redirects and floods are no answer', async () => {
  reply = () => {};
  expect((await client({ timeout: 30 }).validateCode(code('1'), v)).kind).toBe('no-answer');
  reply = (_, response) => void response.destroy();
  expect((await client().validateCode(code('1'), v)).kind).toBe('no-answer');
  reply = (_, response) => void response.writeHead(302, { location: '/elsewhere' }).end();
  expect((await client().validateCode(code('1'), v)).kind).toBe('no-answer');
  expect(asked.some((one) => one.url === '/elsewhere')).toBe(false);
  reply = (_, response) => void response.end(`{"resourceType":"Parameters","x":"${'x'.repeat(2_000_000)}"}`);
  expect((await client().validateCode(code('1'), v)).kind).toBe('no-answer');
  const failing = client({ authorization: () => { throw new Error('no token'); } });
  expect(await failing.validateCode(code('1'), v)).toMatchObject({ kind: 'no-answer', text: { en: expect.stringContaining('no token') } });
});
test('a code without system is not asked, and an address that is none is refused', async () => {
  expect((await client().validateCode({ code: '1' }, v)).kind).toBe('cannot-tell');
  expect(asked).toEqual([]);
  for (const address of ['', 'ftp://example.org', 'https://example.org/?q=1']) expect(() => createTerminologyServer({ address, fhir: 'r4' })).toThrow(TypeError);
});
test('the second pass: one coding in the value set is enough, all out is out, and an outage stays not checked', async () => {
  reply = ({ url }, response) => url.includes('code=down') ? void response.destroy() : answer(response, url.includes('code=yes'));
  const place = (...names: string[]) => ({ valueSet: v, codes: names.map(code), path: names });
  const checked = await checkWithServer([place('no', 'yes'), place('no', 'never'), place('no', 'down'), place('down', 'yes'), place()], client({ failuresAllowed: 100 }));
  expect(checked.map((one) => [one.pending.path.join(), one.answer, one.outage])).toEqual([['no,yes', 'in', false], ['no,never', 'out', false], ['no,down', 'unknown', true], ['down,yes', 'in', false], ['', 'unknown', false]]);
  expect(checked[2]!.reason!.en).toContain('not checked: the terminology server did not answer');
});
