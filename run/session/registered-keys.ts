import { readFileSync } from 'node:fs';
import type { Claim } from '../../model/claim.ts';
import type { JsonWebKeyLike } from '../../model/rule.ts';
import { callWithSecret } from '../../probe/trigger-http.ts';

/**
 * Public keys of the SUT's clients, from the claim itself, a file or an address, in that order for each client.
 * `trust`: PEM anchors for an address over https. Fails with the place of what cannot be read or is no JWKS.
 */
export async function registeredKeys(clients: Claim['ixit']['clients'], trust: string): Promise<JsonWebKeyLike[]> {
  const found: JsonWebKeyLike[] = [];
  for (const client of clients) {
    if (client.jwks !== undefined) found.push(...client.jwks.keys as JsonWebKeyLike[]);
    if (client.jwksFile !== undefined) found.push(...keysIn(readFileSync(client.jwksFile, 'utf8'), client.jwksFile));
    if (client.jwksUrl !== undefined) {
      const reply = await callWithSecret({ method: 'GET', url: client.jwksUrl, secret: null, timeoutMs: 5000, trust });
      if ('problem' in reply) throw new Error(`The keys at ${client.jwksUrl} (ixit.clients) cannot be read: ${reply.problem}`);
      found.push(...keysIn(reply.text, client.jwksUrl));
    }
  }
  return found;
}
function keysIn(text: string, place: string): JsonWebKeyLike[] {
  try {
    const { keys } = JSON.parse(text) as { keys?: JsonWebKeyLike[] };
    if (Array.isArray(keys)) return keys;
  } catch { /* told below */ }
  throw new Error(`${place} (ixit.clients) is not a JWKS: expected a JSON object with a list "keys"`);
}
