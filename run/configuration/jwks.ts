import { createPublicKey } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import type { Text } from '../../model/text.ts';

export type JwksVerdict =
  | { readonly ok: true; readonly kids: readonly string[] }
  | { readonly ok: false; readonly why: Text; readonly next: Text };
const no = (whyNl: string, whyEn: string, nextNl: string, nextEn: string): JwksVerdict => ({ ok: false, why: { nl: whyNl, en: whyEn }, next: { nl: nextNl, en: nextEn } });

/** May this be the set of public keys of a client? Never shows key material. */
export function judgeJwks(set: unknown): JwksVerdict {
  const keys = (set as { keys?: unknown } | null | undefined)?.keys;
  if (!Array.isArray(keys)) return no('dit is geen JSON-object met een lijst "keys"', 'this is no JSON object with a list "keys"', 'Geef {"keys":[…]} (RFC 7517).', 'Give {"keys":[…]} (RFC 7517).');
  if (keys.length === 0) return no('de lijst "keys" is leeg', 'the list "keys" is empty', 'Zet de publieke sleutel erin waarmee uw systeem ondertekent.', 'Put in the public key with which your system signs.');
  const all = keys.map((key) => (typeof key === 'object' && key !== null ? key as Record<string, unknown> : {}));
  if (all.some((key) => key['kty'] === 'oct')) {
    return no('er staat een gedeeld geheim (kty oct) in', 'it holds a shared secret (kty oct)', 'Gebruik een asymmetrisch sleutelpaar: Twiin wijst gedeelde geheimen af.', 'Use an asymmetric key pair: Twiin rejects shared secrets.');
  }
  if (all.some((key) => 'd' in key)) {
    return no('er staat een privésleutel in', 'it holds a private key', 'Geef alleen de publieke delen, en vervang deze sleutel: hij is uw systeem uit geweest.', 'Give the public parts only, and replace this key: it has left your system.');
  }
  const bad = all.findIndex((key) => !isKey(key));
  if (bad >= 0) return no(`sleutel ${bad} is niet te lezen`, `key ${bad} cannot be read`, 'Exporteer de sleutel opnieuw als JWK (RSA of EC).', 'Export the key again as a JWK (RSA or EC).');
  const unnamed = all.findIndex((key) => typeof key['kid'] !== 'string' || key['kid'] === '');
  if (unnamed >= 0) return no(`sleutel ${unnamed} heeft geen kid`, `key ${unnamed} has no kid`, 'Geef elke sleutel de kid die ook in de header van uw assertions staat.', 'Give each key the kid that also stands in the header of your assertions.');
  return { ok: true, kids: all.map((key) => String(key['kid'])) };
}
function isKey(key: Record<string, unknown>): boolean {
  try { return createPublicKey({ key: key as JsonWebKey, format: 'jwk' }).type === 'public'; } catch { return false; }
}
