import { createHash } from 'node:crypto';

/** Below this length four characters would give away too much of a secret, so none are shown. */
const SHOW_PREFIX_FROM = 12;
const MASKED = /^(?:.{0,4}…[0-9a-f]{8}|\[private key removed\])$/su;

/**
 * A secret as a report shows it: its first four characters, `…`, and the first 8 hex digits of its SHA-256.
 * The same secret always gives the same text, so a reader can see that two messages carry one token;
 * a text that is already masked stays as it is.
 */
export function mask(secret: string): string {
  if (secret === '' || MASKED.test(secret)) return secret;
  const characters = Array.from(secret);
  const prefix = characters.length < SHOW_PREFIX_FROM ? '' : characters.slice(0, 4).join('');
  return `${prefix}…${createHash('sha256').update(secret, 'utf8').digest('hex').slice(0, 8)}`;
}
