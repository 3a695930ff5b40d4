import type { Headers } from '../../model/exchange.ts';

/** Media type of the body in lower case without parameters; empty when there is none. */
export function mediaType(headers: Headers): string {
  return (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase();
}
/** Token of an `Authorization: Bearer` header, or null (RFC 6750 section 2.1; the scheme is case-insensitive). */
export function bearerOf(headers: Headers): string | null {
  const match = /^\s*bearer +(\S+)\s*$/i.exec(headers.authorization ?? '');
  return match?.[1] ?? null;
}
/** Media types of an Accept header in lower case, without parameters. */
export function accepted(headers: Headers): readonly string[] {
  return (headers.accept ?? '').split(',').map((one) => one.split(';')[0]!.trim().toLowerCase()).filter((one) => one !== '');
}
