import { Agent, request as httpsRequest } from 'node:https';
import type { AgentOptions } from 'node:https';
import { checkServerIdentity } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import type { Clock } from '../model/clock.ts';
import type { XisConfig } from './config.ts';
import type { Holding } from './holding.ts';

/** What came back from the other side. Header names in lower case. */
export interface Received { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
export interface Call {
  readonly method: string;
  /** Absolute; what follows the host goes out as it is written. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}
/** Calls the other side over mutual TLS; one connection per host is kept for as long as the work lasts. */
export interface Caller { call(call: Call): Promise<Received>; close(): void }

/** How the server certificate is checked. Anything but `full` is a seeded defect. */
export type Verification = 'full' | 'none' | 'any-issuer';
export interface CallerOptions { readonly tls: XisConfig['tls']; readonly clock: Clock; readonly holding: Holding; readonly verification?: Verification; readonly withoutCertificate?: boolean }

/** The other side gave no usable answer. */
export class CallFailed extends Error { override readonly name = 'CallFailed'; }

const answerLimit = 16 * 1024 * 1024;
const timeoutMs = 30_000;
/** Real milliseconds after which a waiting call stops holding the clock. */
const patienceMs = 1_000;

export function openCaller(options: CallerOptions): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: 4, ...trust(options) });
  return {
    call: (call) => withTimeout(options, (signal) => send(agent, call, signal, options.verification ?? 'full')),
    close: () => agent.destroy(),
  };
}

function trust({ tls, verification = 'full', withoutCertificate }: CallerOptions): AgentOptions {
  const identity = withoutCertificate ? {} : { key: tls.key, cert: tls.certificate };
  if (verification === 'none') return { ...identity, rejectUnauthorized: false, checkServerIdentity: () => undefined };
  // `send` goes on looking at names; who issued the certificate is forgotten.
  if (verification === 'any-issuer') return { ...identity, rejectUnauthorized: false };
  return { ...identity, ca: tls.anchors, minVersion: 'TLSv1.2' };
}

async function withTimeout(options: CallerOptions, work: (signal: AbortSignal) => Promise<Received>): Promise<Received> {
  const done = new AbortController();
  const late = new AbortController();
  const patience = setTimeout(() => options.holding.pause(), patienceMs);
  options.clock.sleep(timeoutMs, done.signal).then(() => late.abort(), () => undefined);
  try {
    return await work(late.signal);
  } catch (error) {
    if (late.signal.aborted) throw new CallFailed(`no answer within ${timeoutMs / 1000} seconds`);
    throw error;
  } finally {
    clearTimeout(patience);
    options.holding.resume();
    done.abort();
  }
}

function send(agent: Agent, call: Call, signal: AbortSignal, verification: Verification): Promise<Received> {
  const url = parse(call.url);
  if (!url) return Promise.reject(new CallFailed(`"${call.url}" is not an https address`));
  const body = call.body === undefined ? undefined : Buffer.from(call.body);
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof CallFailed ? error : new CallFailed(`${call.method} to ${url.host} failed: ${error.message}`));
    try {
      const request = httpsRequest({
        agent, signal, method: call.method, host: url.hostname, port: url.port || 443, path: rawPath(call.url),
        headers: { ...call.headers, ...(body ? { 'content-length': String(body.length) } : {}) },
      }, (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (length > answerLimit) request.destroy(new CallFailed(`the answer of ${url.host} is larger than ${answerLimit} bytes`));
          else chunks.push(chunk);
        });
        response.on('error', fail);
        response.on('end', () => {
          if (!response.complete) return fail(new Error('the answer was cut off'));
          const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? '']));
          resolve({ status: response.statusCode ?? 0, headers, body: Buffer.concat(chunks).toString('utf8') });
        });
      });
      if (verification === 'any-issuer') request.on('socket', (socket) => checkNameOnly(socket as TLSSocket, url.hostname));
      request.on('error', fail);
      request.end(body);
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function checkNameOnly(socket: TLSSocket, host: string): void {
  socket.once('secureConnect', () => {
    const wrong = checkServerIdentity(host.replace(/^\[|\]$/g, ''), socket.getPeerCertificate());
    if (wrong) socket.destroy(wrong);
  });
}

function parse(text: string): URL | undefined {
  const url = URL.parse(text);
  return url?.protocol === 'https:' ? url : undefined;
}
/** Everything after the host as written: parsing and writing it again would change its spelling. */
function rawPath(text: string): string {
  const rest = text.replace(/^https:\/\/[^/?#]*/i, '').replace(/#.*$/, '');
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return path.replace(/[^\x21-\x7e]/g, (character) => encodeURIComponent(character));
}
