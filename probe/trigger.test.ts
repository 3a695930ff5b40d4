import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { TriggerRequest } from '../model/trigger.ts';
import { countingClock, temporaryPki, tlsServer } from './test-support.ts';
import { commandAccepted, commandCannot, runTrigger } from './trigger.ts';

const request: TriggerRequest = { action: 'send', patientBsn: '999990019', actingUra: '90000011', otherUra: '90000022' };
const secret = 'a-very-secret-word';
const clock = countingClock();
const tools = { secret, clock, timeoutMs: 5_000 };
const open: (() => unknown)[] = [];
afterEach(async () => { expect(clock.outstanding()).toBe(0); for (const close of open.splice(0)) await close(); });

interface Seen { method: string; url: string; authorization: string; body: string }
async function webhook(status: number, answer: unknown): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer(async (incoming: IncomingMessage, response) => {
    let body = '';
    for await (const piece of incoming) body += String(piece);
    seen.push({ method: incoming.method!, url: incoming.url!, authorization: incoming.headers.authorization ?? '', body });
    response.statusCode = status;
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/trigger`, seen };
}

describe('runTrigger by webhook', () => {
  it('posts the request with the secret', async () => {
    const { url, seen } = await webhook(200, { done: true, message: 'sent', notificationIdentifier: 'urn:uuid:1' });
    const result = await runTrigger({ kind: 'webhook', url }, request, tools);
    expect(result).toEqual({ outcome: 'done', message: 'sent', answer: { done: true, message: 'sent', notificationIdentifier: 'urn:uuid:1' } });
    expect(seen).toEqual([{ method: 'POST', url: '/trigger', authorization: `Bearer ${secret}`, body: JSON.stringify(request) }]);
  });
  it.each([
    [200, '', 'done', 'done'], [202, { done: false, message: 'busy' }, 'accepted', 'busy'], [501, { error: 'no cancel here' }, 'cannot', 'no cancel here'],
    [200, { done: false, message: 'no such patient' }, 'failed', 'no such patient'], [500, { error: 'boom' }, 'failed', 'HTTP 500: boom'],
    [401, '', 'failed', 'refuses the secret'], [404, '<html>', 'failed', 'HTTP 404'], [302, '', 'failed', 'HTTP 302'],
  ] as const)('%i %j is %s', async (status, answer, outcome, words) => {
    const { url } = await webhook(status, answer);
    expect(await runTrigger({ kind: 'webhook', url }, request, tools)).toMatchObject({ outcome, message: expect.stringContaining(words) });
  });
  it('keeps the secret out of what it tells, also when the system echoes it', async () => {
    const { url } = await webhook(500, { error: `bad header Bearer ${secret}` });
    const echoed = await runTrigger({ kind: 'webhook', url }, request, tools);
    expect(JSON.stringify(echoed)).not.toContain(secret);
    expect(echoed.message).toContain('[secret]');
    const broken = await runTrigger({ kind: 'webhook', url }, request, { ...tools, secret: `${secret}\n` });
    expect(JSON.stringify(broken)).not.toContain(secret);
    expect(broken).toMatchObject({ outcome: 'failed', message: expect.stringContaining('line break') });
  });
  it('does not hand the secret to plain HTTP elsewhere, nor to a server that it does not know', async () => {
    expect(await runTrigger({ kind: 'webhook', url: 'http://xis.example/trigger' }, request, tools)).toMatchObject({ outcome: 'failed', message: expect.stringContaining('plain http') });
    const pki = await temporaryPki();
    const seen: unknown[] = [];
    const server = await tlsServer(pki, (incoming, response) => { seen.push(incoming.headers); response.end('{"done":true,"message":"ok"}'); }, { requestCert: false });
    open.push(server.close);
    expect((await runTrigger({ kind: 'webhook', url: server.origin }, request, tools)).outcome).toBe('failed');
    expect(seen).toHaveLength(0);
    expect((await runTrigger({ kind: 'webhook', url: server.origin }, request, { ...tools, trust: pki.anchors })).outcome).toBe('done');
  });
  it('says so when nobody answers, and when it takes too long', async () => {
    expect((await runTrigger({ kind: 'webhook', url: 'http://127.0.0.1:9/' }, request, tools)).message).toContain('ECONNREFUSED');
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    expect((await runTrigger({ kind: 'webhook', url }, request, { ...tools, timeoutMs: 200 })).message).toContain('200 ms');
  });
});

describe('runTrigger by command', () => {
  const script = (source: string) => ({ kind: 'command', command: [process.execPath, '-e', source] }) as const;
  it('gives the request on stdin and as variables, without a shell', async () => {
    const echo = 'let t="";process.stdin.on("data",d=>t+=d).on("end",()=>{const r=JSON.parse(t);console.log("log line");console.log(JSON.stringify({done:true,message:[r.patientBsn,process.env.TOETSSTEEN_PATIENT_BSN,process.env.TOETSSTEEN_ACTION,process.argv[1]].join(" ")}))})';
    const { kind, command } = script(echo);
    const result = await runTrigger({ kind, command: [...command, '$(id); $HOME'] }, request, tools);
    expect(result).toMatchObject({ outcome: 'done', message: '999990019 999990019 send $(id); $HOME' });
  });
  it.each([
    ['process.exit(0)', 'done', 'done'], [`process.exit(${commandCannot})`, 'cannot', 'cannot do this'], ['process.exit(3)', 'failed', 'exit code 3'],
    [`console.log(JSON.stringify({done:false,message:"later"}));process.exitCode=${commandAccepted}`, 'accepted', 'later'],
    ['console.log(JSON.stringify({done:false,message:"no such patient"}))', 'failed', 'no such patient'],
    ['process.kill(process.pid,"SIGTERM");setInterval(()=>{},1e3)', 'failed', 'SIGTERM'],
  ] as const)('%s is %s', async (source, outcome, words) => {
    expect(await runTrigger(script(source), request, tools)).toMatchObject({ outcome, message: expect.stringContaining(words) });
  });
  it('says so when it does not exist, is empty, or does not end', async () => {
    expect((await runTrigger({ kind: 'command', command: ['no-such-program-here'] }, request, tools)).message).toContain('ENOENT');
    expect((await runTrigger({ kind: 'command', command: [] }, request, tools)).outcome).toBe('failed');
    expect((await runTrigger(script('setInterval(()=>{},1e3)'), request, { ...tools, timeoutMs: 300 })).message).toContain('300 ms');
  });
});

describe('runTrigger by hand', () => {
  it('calls nothing', async () => { expect((await runTrigger({ kind: 'manual' }, request, tools)).outcome).toBe('failed'); });
});
