import Fastify from 'fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage, Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Server as HttpsServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import { certificateFacts } from '../../fixtures/pki/facts.ts';
import type { Headers } from '../../model/exchange.ts';
import type { TransportPlan } from '../../model/simulator.ts';
import type { CertificateFacts, TlsFacts } from '../../model/tls.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { outcomeReply } from '../kernel/replies.ts';
import { listenError } from './listen-error.ts';

export interface ServeOptions {
  readonly kernel: Kernel;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly identity: { readonly certificate: string; readonly key: string };
  /** `intermediates`: authorities that a peer need not send along. */
  readonly trust: { readonly anchors: string; readonly crls: readonly string[]; readonly intermediates: string };
}
export interface Served {
  readonly port: number;
  readonly origin: string;
  /** Shows another server certificate from now on, to new connections; open ones are closed. */
  showIdentity(identity: { readonly certificate: string; readonly key: string }): void;
  close(): Promise<void>;
}

const noCertificate = 'The client presented no certificate; configure its client certificate and key (mutual TLS)';
const reasons: Readonly<Record<string, string>> = {
  'unknown-issuer': 'The client certificate was not issued under the trust anchors of this run; see `toetssteen pki export`',
  expired: 'The client certificate is expired', 'not-yet-valid': 'The client certificate is not valid yet', revoked: 'The client certificate is revoked',
  invalid: 'The client certificate cannot be read',
};

/**
 * Serves the simulators over HTTPS with mutual TLS. Certificates are checked by ourselves and not by the TLS layer,
 * because its refusal would say nothing: a refused peer becomes a connection event with the reason, and gets no HTTP answer.
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { kernel } = options;
  const { clock, recorder } = kernel.settings;
  /** What the handshake of an admitted connection showed; the same for all its requests. */
  const handshakes = new WeakMap<object, TlsFacts>();
  const sockets = new Set<TLSSocket>();
  const targets = new WeakMap<IncomingMessage, string>();
  let https!: HttpsServer;

  const app = Fastify({
    bodyLimit: 64 * 1024 * 1024, logger: false, forceCloseConnections: true, exposeHeadRoutes: false,
    serverFactory: (handler) => {
      https = createHttpsServer({
        key: options.identity.key, cert: options.identity.certificate, ca: authorities(options.trust), requestCert: true, rejectUnauthorized: false,
        minVersion: 'TLSv1.2', maxHeaderSize: 64 * 1024,
      }, (request, response) => {
        // A refused peer is cut off as soon as the handshake ends; what it had sent already is not a message.
        if (!handshakes.has(request.socket)) { request.socket.destroy(); return; }
        // The target is data: the router sees one path, so that malformed ones reach the simulators like any other.
        targets.set(request, request.url ?? '/');
        request.url = '/';
        handler(request, response);
      });
      return https as unknown as Server;
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const refuse = (socket: TLSSocket, reason: string, detail: string, tls: TlsFacts): void => {
    recorder.connectionRefused({ host: options.host, remote: `${socket.remoteAddress ?? '?'}`, tls, reason, detail, at: clock.now() });
    socket.destroy();
  };
  https.on('secureConnection', (socket: TLSSocket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const peer = peerOf(socket, options.trust, clock.now());
    const tls = { protocol: socket.getProtocol() ?? '', cipher: socket.getCipher()?.standardName ?? '', peer };
    if (peer === null) return refuse(socket, 'no-client-certificate', noCertificate, tls);
    if (peer.status !== 'trusted') return refuse(socket, peer.status, `${reasons[peer.status]}: ${peer.subject.replaceAll('\n', ', ')}`, tls);
    handshakes.set(socket, tls);
  });
  https.on('tlsClientError', (error: NodeJS.ErrnoException, socket: TLSSocket) => {
    const alert = /alert ([a-z ]+)|SSL_[A-Z_]+ALERT_([A-Z_]+)/i.exec(`${error.code} ${error.message}`);
    const name = (alert?.[1] ?? alert?.[2] ?? error.code ?? 'handshake').trim().toLowerCase().replaceAll(/[ _]/g, '-');
    recorder.connectionRefused({ host: options.host, remote: `${socket.remoteAddress ?? '?'}`, tls: { protocol: '', cipher: '', peer: null }, reason: `peer-ended:${name}`, detail: `The peer ended the handshake: ${error.message}`, at: clock.now() });
  });

  const factsOf = (socket: TLSSocket): TlsFacts => handshakes.get(socket) ?? { protocol: socket.getProtocol() ?? '', cipher: socket.getCipher()?.standardName ?? '', peer: null };
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const tls = factsOf(request.raw.socket as TLSSocket);
    const body = request.body instanceof Uint8Array ? request.body : new Uint8Array(0);
    const { plan, id } = await kernel.dispatch({ method: request.method, target: targets.get(request.raw) ?? '/', headers: headersOf(request.raw), body, tls });
    await travel(reply, plan, (detail) => recorder.ended(id, { outcome: 'reset', detail, at: clock.now() }), (ms) => clock.sleep(ms));
    return reply;
  };
  app.all('/', handle);
  // Methods that Fastify does not know.
  app.setNotFoundHandler(handle);
  app.setErrorHandler((error: { readonly statusCode?: number }, { raw }, reply) => {
    if (!raw.complete && raw.destroyed) {
      // Half a message says nothing of the product: the line may have broken as well.
      const socket = raw.socket as TLSSocket;
      recorder.connectionRefused({ host: options.host, remote: `${socket.remoteAddress ?? '?'}`, tls: factsOf(socket), reason: 'request-broken-off', detail: `The client closed the connection before the body of its ${raw.method} had arrived`, at: clock.now() });
      reply.hijack();
      return;
    }
    const tooLong = error.statusCode === 413;
    const { status, headers, body } = tooLong
      ? outcomeReply(413, 'too-long', 'The body is far too large to be taken.', 'De inhoud is veel te groot om aan te nemen.')
      : outcomeReply(error.statusCode ?? 500, 'exception', 'The request could not be taken.', 'Het verzoek kon niet worden aangenomen.');
    // What went wrong inside is a harness error; what the client sent is not.
    if (error.statusCode === undefined) kernel.settings.onError?.(error, 'host');
    void reply.code(status).headers(headers).send(Buffer.from(body));
  });

  try {
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    throw listenError(error, options);
  }
  const address = https.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    port, origin: `https://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    showIdentity: (identity) => {
      https.setSecureContext({ key: identity.key, cert: identity.certificate, ca: authorities(options.trust) });
      for (const socket of sockets) socket.destroy();
    },
    close: async () => { for (const socket of sockets) socket.destroy(); await app.close(); },
  };
}

/** With the authorities below the anchors in `ca` Node keeps the whole chain, which the check of revocation needs. */
const authorities = (trust: ServeOptions['trust']): string[] => [trust.anchors, trust.intermediates];

function peerOf(socket: TLSSocket, trust: ServeOptions['trust'], now: number): CertificateFacts | null {
  const leaf = socket.getPeerX509Certificate();
  if (leaf === undefined) return null;
  const chain: Uint8Array[] = [];
  const seen = new Set<string>();
  for (let at: typeof leaf | undefined = leaf; at !== undefined && !seen.has(at.fingerprint256); at = at.issuerCertificate) {
    seen.add(at.fingerprint256);
    chain.push(at.raw);
  }
  return certificateFacts(chain, { ...trust, now });
}
function headersOf(request: IncomingMessage): Headers {
  const headers: Record<string, string> = {};
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at]!.toLowerCase();
    const value = request.rawHeaders[at + 1]!;
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}
/** Sends an answer the way its plan says. */
async function travel(reply: FastifyReply, plan: TransportPlan, broken: (detail: string) => void, sleep: (ms: number) => Promise<void>): Promise<void> {
  const { status, headers, body } = plan.reply;
  const socket = reply.raw.socket;
  if (plan.hang) { reply.hijack(); broken('armed fault: no answer'); return; }
  if (plan.delayMs !== undefined) await sleep(plan.delayMs);
  if (plan.reset) { reply.hijack(); broken('armed fault: reset before the answer'); socket?.destroy(); return; }
  // A client that did not wait has no answer, whatever we wrote.
  reply.raw.once('close', () => { if (plan.cutAfter === undefined && !reply.raw.writableFinished) broken('the client closed the connection before the whole answer was sent'); });
  if (plan.cutAfter === undefined && plan.chunks === undefined) { reply.code(status).headers(headers).send(Buffer.from(body.buffer, body.byteOffset, body.byteLength)); return; }
  reply.hijack();
  reply.raw.writeHead(status, { ...headers, 'content-length': String(body.length) });
  if (plan.cutAfter !== undefined) {
    reply.raw.write(body.subarray(0, plan.cutAfter), () => socket?.destroy());
    broken(`armed fault: cut after ${plan.cutAfter} of ${body.length} bytes`);
    return;
  }
  const size = Math.max(1, Math.ceil(body.length / plan.chunks!));
  for (let at = 0; at < body.length; at += size) {
    reply.raw.write(body.subarray(at, at + size));
    await sleep(plan.chunkDelayMs ?? 0);
  }
  reply.raw.end();
}
