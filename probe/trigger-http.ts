import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { rootCertificates } from 'node:tls';
import { isLoopback, splitUrl } from './target.ts';

export interface SecretCall {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly url: string;
  readonly secret: string | null;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly trust?: string;
}
export type SecretReply = { readonly status: number; readonly text: string } | { readonly problem: string };

const maximumAnswer = 16 * 1024 * 1024;

/**
 * Calls the trigger or access log of the SUT, beside the recorder on purpose: the secret stays out of the journal.
 * Unlike the probe it does verify the server, for it hands over a secret. Plain HTTP on this machine only. No redirects.
 */
export function callWithSecret(call: SecretCall): Promise<SecretReply> {
  const place = splitUrl(call.url);
  if ('error' in place) return Promise.resolve({ problem: place.error });
  if (place.scheme === 'http' && !isLoopback(place.host)) return Promise.resolve({ problem: 'plain http would show the secret on the network; use https, or an address on this machine' });
  return new Promise((resolve) => {
    const finish = (reply: SecretReply): void => { clearTimeout(timer); outgoing?.destroy(); resolve(reply); };
    let outgoing: ReturnType<typeof httpRequest> | null = null;
    const timer = setTimeout(() => finish({ problem: `no answer within ${call.timeoutMs} ms` }), call.timeoutMs);
    const read = (incoming: IncomingMessage): void => {
      const pieces: Buffer[] = [];
      let size = 0;
      incoming.on('data', (piece: Buffer) => {
        size += piece.byteLength;
        if (size > maximumAnswer) return finish({ problem: `the answer is larger than ${maximumAnswer} bytes` });
        pieces.push(piece);
      });
      incoming.on('end', () => finish({ status: incoming.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') }));
      incoming.on('error', () => finish({ problem: 'the answer broke off' }));
    };
    try {
      const options = {
        host: place.host, port: place.port, path: place.target, method: call.method, agent: false as const,
        headers: {
          host: place.authority, accept: 'application/json', 'user-agent': 'toetssteen',
          ...(call.body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(call.body)) }),
          ...(call.secret === null ? {} : { authorization: `Bearer ${call.secret}` }),
        },
      };
      outgoing = place.scheme === 'http'
        ? httpRequest(options, read)
        : httpsRequest({ ...options, ...(call.trust ? { ca: [...rootCertificates, call.trust] } : {}) }, read);
      outgoing.on('error', (error) => finish({ problem: (error as NodeJS.ErrnoException).code ?? error.message }));
      outgoing.end(call.body);
    } catch {
      // The only values that can be unfit for HTTP are the target and the secret; the message would quote them.
      finish({ problem: 'the address or the secret holds characters that HTTP does not allow (a line break at the end of the secret file?)' });
    }
  });
}
