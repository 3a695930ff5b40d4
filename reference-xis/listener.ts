import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestListener, Server as HttpServer } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Clock } from '../model/clock.ts';
import { holdClock } from './holding.ts';
import type { Holding } from './holding.ts';
import type { Answer, Handler } from './messages.ts';
import { outcome } from './messages.ts';

/** Largest body that is read, in bytes. */
export const bodyLimit = 1024 * 1024;

/** Reads at most `bodyLimit` bytes; undefined when there are more. */
export async function readBody(stream: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += (chunk as Buffer).length;
    if (length > bodyLimit) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/**
 * Turns a handler into a listener: holds the clock from the first byte until the answer and the work after it are
 * done, bounds the body, and never lets an error escape.
 */
export function requestListener(handler: Handler, clock: Clock, log: (line: string) => void): RequestListener {
  return (request, response) => {
    const holding = holdClock(clock);
    void serve(request, response, handler, holding, log)
      .catch((error: unknown) => log(`request failed: ${messageOf(error)}`))
      .finally(() => holding.release());
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, handler: Handler, holding: Holding, log: (line: string) => void): Promise<void> {
  response.on('error', () => undefined);
  const body = await readBody(request).catch(() => null);
  if (body === null) return void response.destroy();
  const answer = body === undefined
    ? outcome(413, 'too-costly', `The body is larger than ${bodyLimit} bytes; send less.`, { connection: 'close' })
    : await answerOf({ method: request.method ?? 'GET', target: request.url ?? '/', headers: headersOf(request), body, holding }, handler, log);
  const payload = Buffer.from(answer.body);
  await new Promise<void>((resolve) => {
    response.on('close', resolve);
    response.writeHead(answer.status, { ...answer.headers, 'content-length': String(payload.length) });
    response.end(payload);
  });
  if (answer.after) await answer.after(holding);
}

async function answerOf(request: Parameters<Handler>[0], handler: Handler, log: (line: string) => void): Promise<Answer> {
  try {
    return await handler(request);
  } catch (error) {
    log(`${request.method} failed inside: ${messageOf(error)}`);
    return outcome(500, 'exception', 'This system made an error; try again later.');
  }
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value ?? '']));
}
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export interface Listening { readonly port: number; close(): Promise<void> }

/** Starts a server and keeps its sockets, so that closing ends everything at once. */
export async function listen(server: Server & Partial<Pick<HttpServer, 'closeAllConnections'>>, host: string, port: number): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => { server.off('error', reject); resolve(); });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    }),
  };
}
