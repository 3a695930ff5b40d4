import type { TransportOutcome } from '../model/exchange.ts';

/** How far a call came before it broke. */
export interface Progress {
  /** TCP connection stood. */
  readonly connected: boolean;
  /** Our side of the TLS handshake ended well; true for plain HTTP once connected. */
  readonly secured: boolean;
  /** Status line and headers arrived. */
  readonly answering: boolean;
  /** The connection was opened for this call. */
  readonly fresh: boolean;
  /** We called without a client certificate, or with one that the peer must not accept. */
  readonly badIdentity: boolean;
}
export interface Broken { readonly outcome: Exclude<TransportOutcome, 'answered'>; readonly detail: string }

/**
 * Names the end of a call without a whole answer.
 *
 * A refusal in TLS 1.3 can come after our own handshake ended well (twiin.md 4.6): as an alert on the first read, or as
 * a bare close when the peer's library does not send one. An alert always counts as `refused`. A bare close counts as
 * `refused` only where a refusal was asked for (a new connection, bad identity): after a good certificate the same
 * close may be a crash on our message, and that must not look like access control.
 */
export function classifyEnd(error: unknown, progress: Progress): Broken {
  const code = codeOf(error);
  const detail = detailOf(error, code);
  if (!progress.connected) return { outcome: 'unreachable', detail };
  if (progress.answering) return { outcome: 'reset', detail: `broke off during the answer: ${detail}` };
  if (isTls(error, code)) return { outcome: 'refused', detail };
  if (code.startsWith('HPE_')) return { outcome: 'reset', detail: `what came back is not HTTP/1.1: ${detail}` };
  if (!progress.secured) return { outcome: 'refused', detail: `closed during the TLS handshake: ${detail}` };
  if (progress.badIdentity && progress.fresh) return { outcome: 'refused', detail: `closed before any answer: ${detail}` };
  return { outcome: 'reset', detail: `closed before any answer: ${detail}` };
}

/** The call took longer than it may. Without a TCP connection the peer is not reachable; after that it is slow. */
export function classifyTimeout(afterMs: number, progress: Progress): Broken {
  if (!progress.connected) return { outcome: 'unreachable', detail: `no TCP connection within ${afterMs} ms` };
  if (!progress.secured) return { outcome: 'timeout', detail: `TLS handshake not finished within ${afterMs} ms` };
  return { outcome: 'timeout', detail: `${progress.answering ? 'answer not complete' : 'no answer'} within ${afterMs} ms` };
}

/** Errors of several addresses (IPv6, then IPv4) come as one AggregateError; the first says enough. */
function codeOf(error: unknown): string {
  const own = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof own === 'string') return own;
  const first = (error as AggregateError | null)?.errors?.[0] as NodeJS.ErrnoException | undefined;
  return typeof first?.code === 'string' ? first.code : '';
}
function detailOf(error: unknown, code: string): string {
  const alert = /alert (?:number )?[a-z ]+|sslv3 alert [a-z ]+|tlsv1[.0-9]* alert [a-z ]+/i.exec(messageOf(error))?.[0]?.trim();
  if (alert && isTls(error, code)) return `${alert}${code ? ` (${code})` : ''}`;
  // OpenSSL messages carry source lines; the reason after the last colon is what a reader needs.
  const message = messageOf(error).replace(/^.*:SSL routines:[^:]*:([^:]*):.*$/s, '$1').trim();
  return [code, message === code ? '' : message].filter(Boolean).join(': ') || 'connection closed';
}
function isTls(error: unknown, code: string): boolean {
  return code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO' || /SSL routines/.test(messageOf(error));
}
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
