import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { JWK } from 'jose';
import type { JsonWebKeyLike } from '../../model/rule.ts';

/** Protected header of a JWS in compact form; null for anything else. */
export function headerOf(jwt: string): { readonly alg?: string; readonly kid?: string } | null {
  try { return decodeProtectedHeader(jwt) as { alg?: string; kid?: string }; } catch { return null; }
}
/** Payload of the JWS under the first key that verifies its signature with this algorithm; null when none does. A key for another algorithm is passed over. */
export async function payloadUnderOneOf(jwt: string, keys: readonly JsonWebKeyLike[], alg: string): Promise<Uint8Array | null> {
  for (const key of keys) {
    if (key.alg !== undefined && key.alg !== alg) continue;
    try { return (await compactVerify(jwt, await imported(key, alg), { algorithms: [alg] })).payload; } catch { /* the next key may fit */ }
  }
  return null;
}

/** Importing a key costs more than verifying with it. */
const importedKeys = new Map<string, Awaited<ReturnType<typeof importJWK>>>();
async function imported(key: JsonWebKeyLike, alg: string): Promise<Awaited<ReturnType<typeof importJWK>>> {
  const name = `${alg} ${JSON.stringify(key)}`;
  const known = importedKeys.get(name) ?? await importJWK(key as JWK, alg);
  if (importedKeys.size > 200) importedKeys.clear();
  importedKeys.set(name, known);
  return known;
}
