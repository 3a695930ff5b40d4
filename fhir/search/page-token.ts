import { createHash } from 'node:crypto';
import { refuse } from './request.ts';
import type { Parameter } from './request.ts';

/**
 * Where the next page begins, in a text that means nothing to a client and belongs to one search only. It is no secret:
 * it opens nothing that the search itself does not.
 */
export function pageToken(offset: number, search: readonly Parameter[]): string {
  return `${offset.toString(36)}-${markOf(offset, search)}`;
}
/** @throws {SearchRefused} 400 for a token that this search never gave. */
export function readPageToken(name: string, token: string, search: readonly Parameter[]): number {
  const match = /^([0-9a-z]{1,7})-([0-9a-f]{12})$/.exec(token);
  const offset = match === null ? NaN : parseInt(match[1]!, 36);
  if (match === null || markOf(offset, search) !== match[2]) refuse(name, 'invalid', 'This is not a page of this search; follow the link as it was given.', 'Dit is geen pagina van deze zoekvraag; volg de link zoals die gegeven is.');
  return offset;
}
function markOf(offset: number, search: readonly Parameter[]): string {
  return createHash('sha256').update(JSON.stringify([offset, search.map(({ name, value }) => [name, value]).sort()])).digest('hex').slice(0, 12);
}
