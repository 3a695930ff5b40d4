import { request as httpRequest } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Clock } from '../model/clock.ts';
import type { CaseRef, Endpoint, Exchange, Headers, RequestFacts, ResponseFacts } from '../model/exchange.ts';
import type { ProbeRecorder } from '../model/recorder.ts';
import type { Role } from '../model/roles.ts';
import type { Stimulus } from '../model/stimulus.ts';
import type { TlsFacts } from '../model/tls.ts';
import { keepAgents } from './agents.ts';
import type { Agents, ClientIdentity, TlsChoice } from './agents.ts';
import { classifyEnd, classifyTimeout } from './outcome.ts';
import { serverFacts } from './server-facts.ts';
import { isLoopback, splitUrl } from './target.ts';
import type { SplitUrl } from './target.ts';

export interface ProbeOptions {
  readonly clock: Clock;
  readonly recorder: ProbeRecorder;
  /** PEM anchors against which the SUT's server certificate is judged. */
  readonly trust: string;
  /** PEM certificate revocation lists. */
  readonly crls: readonly string[];
  /** Real milliseconds for a whole call; it matters only when something is wrong. */
  readonly timeoutMs: number;
  /** Bytes of an answer that are read at most; default 16 MiB. */
  readonly maximumBody?: number;
}
export interface ProbeRequest {
  readonly method: string;
  /** Absolute; its path and query are sent exactly as given (see `splitUrl`). */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent, but recorded as `[withheld]`: a secret of the tester (access log). Not for tokens under test. */
  readonly secretHeaders?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** TLS identity of our side; null: no client certificate. */
  readonly identity: ClientIdentity | null;
  readonly endpoint: Endpoint;
  readonly role: Role;
  /** URA of the organisation that our side plays. */
  readonly organisation: string;
  readonly tenant: string;
  readonly simulator: 'twiin' | 'zorg-ab' | (string & {});
  readonly stimulus: Stimulus;
  readonly case: CaseRef | null;
  readonly tls?: TlsChoice;
  /** Allows plain HTTP, to this machine only. */
  readonly insecure?: boolean;
  /** Opens a new connection. Always so when a refused connection is expected. */
  readonly fresh?: boolean;
  readonly timeoutMs?: number;
}
export interface Probe {
  /** Never rejects for what the SUT does: every end is an exchange with its transport outcome. */
  call(request: ProbeRequest): Promise<Exchange>;
  /** Closes kept connections. */
  close(): void;
}

interface Result { readonly response: ResponseFacts | null; readonly transport: Exchange['transport']; readonly tls: TlsFacts; readonly stale: boolean }

/** The active side of the harness: calls the SUT and commits each call to the recorder before its first byte leaves. */
export function createProbe(options: ProbeOptions): Probe {
  const { clock, recorder } = options;
  const agents = keepAgents(options.trust);
  return {
    async call(call) {
      const release = clock.hold();
      try {
        const place = callable(call);
        const request = requestFacts(call, place);
        const { simulator, organisation, endpoint, role, tenant, stimulus } = call;
        const id = recorder.begin({ simulator, organisation, endpoint, role, tenant, stimulus, case: call.case, at: clock.now(), request });
        const result = 'error' in place ? notSent(place.error) : await send(call, place, request, agents, options);
        return recorder.end(id, { at: clock.now(), response: result.response, transport: result.transport, tls: result.tls });
      } finally { release(); }
    },
    close: () => agents.close(),
  };
}

function callable(call: ProbeRequest): SplitUrl | { readonly error: string } {
  const place = splitUrl(call.url);
  if ('error' in place || place.scheme === 'https') return place;
  if (call.insecure && isLoopback(place.host)) return place;
  return { error: `plain http is not used outside this machine: ${place.authority}` };
}
function notSent(why: string): Result {
  return { response: null, transport: { outcome: 'unreachable', detail: `not sent: ${why}` }, tls: 'not-observed', stale: false };
}

/** Everything that goes out, so that the record is what the SUT received. */
function requestFacts(call: ProbeRequest, place: SplitUrl | { readonly error: string }): RequestFacts {
  const body = typeof call.body === 'string' ? new TextEncoder().encode(call.body) : call.body ?? new Uint8Array();
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(call.headers)) lower[name.toLowerCase()] = value;
  for (const name of Object.keys(call.secretHeaders ?? {})) lower[name.toLowerCase()] = '[withheld]';
  const hasBody = call.body !== undefined || /^(POST|PUT|PATCH)$/.test(call.method);
  const target = 'error' in place ? '' : place.target;
  return {
    method: call.method, target, body,
    url: 'error' in place ? call.url : `${place.scheme}://${place.authority}${place.target}`,
    headers: {
      ...('error' in place ? {} : { host: place.authority }), 'user-agent': 'toetssteen',
      ...(hasBody ? { 'content-length': String(body.byteLength) } : {}), ...lower,
    },
  };
}

/** One call; a second connection when a kept one turned out closed, for methods that may be repeated (RFC 9110, 9.2.2). */
async function send(call: ProbeRequest, place: SplitUrl, request: RequestFacts, agents: Agents, options: ProbeOptions): Promise<Result> {
  const fresh = call.fresh === true || expectsRefusal(call.stimulus);
  const first = await transmit(call, place, request, agents, options, fresh);
  if (!first.stale || !/^(GET|HEAD)$/.test(call.method)) return first;
  return transmit(call, place, request, agents, options, true);
}
const expectsRefusal = (stimulus: Stimulus) => !stimulus.valid && stimulus.expects === 'refuse-connection';

function transmit(call: ProbeRequest, place: SplitUrl, request: RequestFacts, agents: Agents, options: ProbeOptions, fresh: boolean): Promise<Result> {
  return new Promise((resolve) => {
    const limit = options.maximumBody ?? 16 * 1024 * 1024;
    const timeoutMs = call.timeoutMs ?? options.timeoutMs;
    const badIdentity = call.identity === null || expectsRefusal(call.stimulus);
    const progress = { connected: false, secured: false, answering: false, fresh: true, badIdentity };
    let outgoing: ClientRequest | null = null;
    let tls: TlsFacts = 'not-observed';
    let mismatch: string | null = null;
    let answer: IncomingMessage | null = null;
    const chunks: Buffer[] = [];
    let size = 0;

    const finish = (transport: Exchange['transport'], stale = false): void => {
      clearTimeout(timer);
      outgoing?.destroy();
      // What arrived of a broken answer is kept: part of a patient's data is data.
      const response = answer === null ? null : { status: answer.statusCode ?? 0, headers: headersOf(answer), body: new Uint8Array(Buffer.concat(chunks)) };
      resolve({ response, transport, tls, stale });
    };
    const timer = setTimeout(() => finish(classifyTimeout(timeoutMs, progress)), timeoutMs);

    const observe = (socket: TLSSocket): void => {
      progress.secured = true;
      const seen = factsOfSocket(socket, place.host, options);
      tls = seen.tls;
      mismatch = seen.hostMismatch;
    };
    try {
      const headers: Record<string, string> = { ...request.headers };
      for (const [name, value] of Object.entries(call.secretHeaders ?? {})) headers[name.toLowerCase()] = value;
      const common = { host: place.host, port: place.port, method: call.method, path: request.target, headers };
      outgoing = place.scheme === 'http'
        ? httpRequest({ ...common, agent: false })
        : httpsRequest({ ...common, servername: isIP(place.host) ? '' : place.host, agent: agents.of(call.identity, call.tls ?? {}, fresh) });
    } catch (error) {
      // Node refuses what cannot stand in an HTTP message, for example a token with a line break.
      clearTimeout(timer);
      resolve(notSent(error instanceof Error ? error.message : String(error)));
      return;
    }
    outgoing.on('socket', (socket) => {
      if (!socket.connecting && outgoing!.reusedSocket) {
        progress.connected = true;
        progress.fresh = false;
        if (socket instanceof TLSSocket) observe(socket);
        return;
      }
      socket.once('connect', () => {
        progress.connected = true;
        if (!(socket instanceof TLSSocket)) progress.secured = true;
      });
      socket.once('secureConnect', () => observe(socket as TLSSocket));
    });
    outgoing.on('response', (incoming) => {
      progress.answering = true;
      answer = incoming;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > limit) {
          chunks.push(chunk.subarray(0, chunk.byteLength - (size - limit)));
          finish({ outcome: 'reset', detail: `we stopped reading: the answer is larger than ${limit} bytes` });
          return;
        }
        chunks.push(chunk);
      });
      incoming.on('end', () => {
        clearTimeout(timer);
        resolve({
          response: { status: incoming.statusCode ?? 0, headers: headersOf(incoming), body: new Uint8Array(Buffer.concat(chunks)) },
          transport: { outcome: 'answered', ...(mismatch ? { detail: mismatch } : {}) }, tls, stale: false,
        });
      });
      incoming.on('error', (error) => finish(classifyEnd(error, progress)));
    });
    outgoing.on('error', (error) => finish(classifyEnd(error, progress), !progress.fresh && !progress.answering));
    outgoing.end(Buffer.from(request.body));
  });
}

/** A kept connection is looked at once. */
const looked = new WeakMap<TLSSocket, ReturnType<typeof serverFacts>>();
function factsOfSocket(socket: TLSSocket, host: string, options: ProbeOptions): ReturnType<typeof serverFacts> {
  const known = looked.get(socket);
  if (known) return known;
  const seen = serverFacts(socket, host, { anchors: options.trust, crls: options.crls, now: options.clock.now() });
  looked.set(socket, seen);
  return seen;
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers: Record<string, string> = {};
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    const name = incoming.rawHeaders[at]!.toLowerCase();
    const value = incoming.rawHeaders[at + 1]!;
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}
