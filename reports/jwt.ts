/** A JWT (RFC 7519) found in a text: decoded, not verified. */
export interface FoundJwt {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly header: unknown;
  /** Null when the payload is detached; a sentence when it is encrypted or no JSON. */
  readonly claims: unknown;
  /** Third part and further; empty for `alg: none`. */
  readonly signature: string;
}

/** A header that is longer than this is not looked for: keeps the search linear on hostile input. */
const LONGEST_HEADER = 8192;
const MOST_OFFSETS = 20;
/** The first characters of base64url of `{`, or of white space before it: spares decoding every dotted word (an OID, a host name). */
const BEGINS_JSON = /^(?:e[w-z0-9_-]|[ICD=])/;

/** Every JWT in a text, also without signature (`a.b`, `a.b.`), detached (`a..c`) or encrypted (five parts). */
export function findJwts(text: string): readonly FoundJwt[] {
  const found: FoundJwt[] = [];
  for (const run of text.matchAll(/[A-Za-z0-9_.=-]+/g)) {
    if (run[0].includes('.')) findInRun(run[0], run.index, found);
  }
  return found;
}

function findInRun(run: string, offset: number, found: FoundJwt[]): void {
  const parts = run.split('.');
  let at = offset;
  for (let i = 0; i < parts.length - 1; i++) {
    const part = parts[i] ?? '';
    const head = headerIn(part);
    const jwt = head === null ? null : decode(parts, i, head);
    if (head === null || jwt === null) {
      at += part.length + 1;
      continue;
    }
    const raw = [part.slice(head.from), ...parts.slice(i + 1, i + jwt.parts)].join('.');
    const start = at + head.from;
    found.push({ start, end: start + raw.length, raw, header: head.header, claims: jwt.claims, signature: jwt.signature });
    at = start + raw.length + 1;
    i += jwt.parts - 1;
  }
}

interface Head { readonly from: number; readonly header: Record<string, unknown> }

function headerIn(part: string): Head | null {
  if (part.length < 4) return null;
  const from = Math.max(0, part.length - LONGEST_HEADER);
  const whole = BEGINS_JSON.test(part.slice(from, from + 2)) ? jsonObject(part.slice(from)) : null;
  if (whole !== null) return { from, header: whole };
  // Something may stick to its front (`token-eyJ…`): `{"` is `eyJ` in base64.
  let tries = 0;
  for (let i = part.indexOf('eyJ', from); i >= 0 && tries < MOST_OFFSETS; i = part.indexOf('eyJ', i + 1), tries++) {
    const header = jsonObject(part.slice(i));
    if (header !== null) return { from: i, header };
  }
  return null;
}

function decode(parts: readonly string[], i: number, head: Head): { readonly parts: number; readonly claims: unknown; readonly signature: string } | null {
  const payload = parts[i + 1] ?? '';
  const rest = parts.length - i;
  if ('enc' in head.header && rest >= 5) {
    return { parts: 5, claims: '(encrypted)', signature: parts.slice(i + 2, i + 5).join('.') };
  }
  const claims = jsonObject(payload);
  if (rest === 2) return claims === null ? null : { parts: 2, claims, signature: '' };
  if (payload === '') return { parts: 3, claims: null, signature: parts[i + 2] ?? '' };
  return { parts: 3, claims: claims ?? '(not JSON)', signature: parts[i + 2] ?? '' };
}

function jsonObject(part: string): Record<string, unknown> | null {
  const text = Buffer.from(part, 'base64url').toString('utf8');
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
