import { findJwts } from './jwt.ts';
import { mask } from './mask.ts';
import { noteJwt, redactText } from './redact-text.ts';
import type { Redaction } from './redact-text.ts';

/** Deeper than this is not shown: hostile nesting must not end in a full stack. */
const DEEPEST = 100;
const SECRET_NAMES: ReadonlySet<string> = new Set([
  'authorization', 'proxyauthorization', 'authorizationbase', 'assertion', 'clientassertion', 'password', 'passwd', 'apikey', 'xapikey',
  'cookie', 'setcookie', 'signature', 'codeverifier', 'devicecode', 'sessionid', 'privatekey',
]);
/** Members of a JWK (RFC 7518 6) that make it private, or symmetric. */
const PRIVATE_MEMBERS: ReadonlySet<string> = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv']);

/** True when the value that stands under this name (JSON member, form field, query parameter, header) is a secret. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return SECRET_NAMES.has(plain) || plain.endsWith('token') || plain.endsWith('secret') || plain.endsWith('password');
}

/** A JSON value without secrets at any depth; tokens that are JWTs are written out, without their signature. */
export function redactJson(value: unknown, redaction: Redaction, name = '', secret = false, depth = 0): unknown {
  if (depth > DEEPEST) return '[nested too deep: not shown]';
  if (typeof value === 'string') return redactString(value, redaction, name, secret, depth);
  if (typeof value === 'number' && secret) return hide(String(value), redaction);
  if (Array.isArray(value)) return value.map((entry) => redactJson(entry, redaction, name, secret, depth + 1));
  if (typeof value !== 'object' || value === null || isRaw(value)) return secret && isRaw(value) ? mask(JSON.stringify(value)) : value;
  const isKey = 'kty' in value;
  const isBase = isAuthorizationBase(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    const shown = redactText(key, key, { ...redaction, jwt: 'short' });
    if (isKey && PRIVATE_MEMBERS.has(key)) return [shown, '[private key removed]'];
    const inside = secret || isSecretName(key) || (isBase && key.startsWith('value'));
    return [shown, redactJson(inner, redaction, key, inside, depth + 1)];
  }));
}

function redactString(text: string, redaction: Redaction, name: string, secret: boolean, depth: number): unknown {
  const [jwt] = findJwts(text);
  if (jwt !== undefined && jwt.raw === text.trim() && redaction.jwt === 'inline') {
    noteJwt(jwt, name, redaction);
    return { 'JWT (signature removed)': mask(jwt.raw), header: redaction.claims(jwt.header), claims: redaction.claims(jwt.claims) };
  }
  if (secret && jwt === undefined) return hide(text, redaction);
  const inner = embedded(text);
  if (inner !== undefined) return JSON.stringify(redactJson(inner, { ...redaction, jwt: 'short' }, name, secret, depth + 1));
  const shown = redactText(text, name, redaction);
  // Something beside the JWT stood under a secret name: the rest goes too.
  return secret && jwt !== undefined && jwt.raw !== text.trim() ? hide(text, redaction) : shown;
}

function hide(secret: string, redaction: Redaction): string {
  if (secret !== '' && !secret.includes('…')) redaction.secrets.add(secret);
  return mask(secret);
}

/** JSON written inside a JSON string, as some gateways do. */
function embedded(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A Task.input (or any element) whose type or code says `authorization-base` (Twiin, TA Notified Pull). */
function isAuthorizationBase(value: object): boolean {
  const { type, code, name, url } = value as Record<string, unknown>;
  return [type, code, name, url].some((concept) => concept !== undefined && JSON.stringify(concept, bounded)?.includes('authorization-base'));
}
/** Keeps the look at a hostile `type` short: only the members of a CodeableConcept. */
function bounded(key: string, value: unknown): unknown {
  return key === '' || /^(?:coding|code|text|\d{1,2})$/.test(key) ? value : undefined;
}

/** Numbers as they were written (`1.0`, `1e400`) instead of as JavaScript reads them. */
interface RawJson { readonly rawJSON: string }
const json = JSON as unknown as { rawJSON?(text: string): RawJson; isRawJSON?(value: unknown): boolean };
function isRaw(value: unknown): boolean {
  return json.isRawJSON?.(value) ?? false;
}
/** Parses and keeps the spelling of numbers; throws like JSON.parse. */
export function parseKeepingNumbers(text: string): unknown {
  const keep = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
    typeof value === 'number' && context?.source !== undefined && json.rawJSON !== undefined ? json.rawJSON(context.source) : value;
  return JSON.parse(text, keep as (key: string, value: unknown) => unknown);
}
