import { findJwts } from './jwt.ts';
import type { FoundJwt } from './jwt.ts';
import { mask } from './mask.ts';

/** What a redaction collects while it works. */
export interface Redaction {
  /** Secret values seen, so that a copy at an unexpected place goes too. */
  readonly secrets: Set<string>;
  /** Told of every JWT, with the name of the place where it stood. */
  readonly onJwt?: (name: string, jwt: FoundJwt) => void;
  /** `inline` writes header and claims out; `short` leaves a mask (in headers and addresses). */
  readonly jwt: 'inline' | 'short';
  /**
   * `message`: whatever follows a secret name is masked. `prose`: our own sentences, in which "access_token: ontbreekt"
   * stays readable because the word cannot be a token.
   */
  readonly kind: 'message' | 'prose';
  /** Redacts decoded header and claims; set by redact-json.ts, which knows objects. */
  readonly claims: (value: unknown) => unknown;
}

const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]*?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|[\s\S]*$)/g;
const SCHEME = /\b(Bearer|Basic|DPoP|Negotiate)(\s+)([^\s"',;<>\\[\]()]{6,})/gi;
const CHALLENGE = /^(?:realm|error|error_description|error_uri|scope|charset|algs|nonce|algorithm)=/i;
const NAMES = 'access[_-]?token|refresh[_-]?token|id[_-]?token|client[_-]?secret|authorization[_-]base|client[_-]?assertion|assertion|password|passwd|api[_-]?key|secret|set-cookie|cookie';
const QUOTED = new RegExp(`(\\\\?["'])(${NAMES})\\1(\\s{0,20}:\\s{0,20})(\\\\?["'])((?:[^"'\\\\]|\\\\(?!\\4)[^])*)`, 'gi');
const PAIR = new RegExp(`\\b(${NAMES})(\\s{0,20}[:=]\\s{0,20})(?!["'\\\\])([^\\s"'&,;<>}\\]]+)`, 'gi');
const USER_INFO = /\b(https?:\/\/)[^\s/?#@]{1,500}@/gi;
const VALUE_JSON = /(\\?"value(?:String|Base64Binary|Uri|Code)\\?"\s{0,20}:\s{0,20}\\?")([^"\\]+)/g;
const VALUE_XML = /(<value(?:String|Base64Binary|Uri|Code)\s{1,20}value=["'])([^"']+)/g;
const SCHEMES = /^(?:Bearer|Basic|DPoP|Negotiate)$/i;

/** Nothing below can match in it. */
const ONE_WORD = /^\w*$/;

/** A text without private keys, signatures, tokens and passwords; everything else stays as it was. */
export function redactText(text: string, name: string, redaction: Redaction): string {
  // Without a separator there is no room for a secret beside its name, nor for a token.
  if (ONE_WORD.test(text)) return text;
  const hide = (secret: string): string => {
    if (!secret.includes('…')) redaction.secrets.add(secret);
    return mask(secret);
  };
  const judged = (secret: string): boolean => redaction.kind === 'message' || looksSecret(secret);
  let out = text.replace(PRIVATE_KEY, '[private key removed]');
  out = withoutJwts(out, name, redaction);
  out = out.replace(USER_INFO, '$1[user and password removed]@');
  out = out.replace(SCHEME, (all, scheme: string, space: string, value: string) =>
    CHALLENGE.test(value) || !looksSecret(value) ? all : scheme + space + hide(value));
  out = out.replace(QUOTED, (all, quote: string, key: string, colon: string, open: string, value: string) =>
    isShown(value) || !judged(value) ? all : quote + key + quote + colon + open + hide(value));
  out = out.replace(PAIR, (all, key: string, equals: string, value: string) =>
    isShown(value) || !judged(value) ? all : key + equals + hide(value));
  // A body that is no (whole) JSON: which valueString belongs to the authorization base cannot be told, so all go.
  if (redaction.kind === 'message' && out.includes('authorization-base')) {
    out = out.replace(VALUE_JSON, (_all, before: string, value: string) => before + hide(value));
    out = out.replace(VALUE_XML, (_all, before: string, value: string) => before + hide(value));
  }
  return out;
}

/** True for a value that is masked, decoded, or only the name of a scheme. */
function isShown(value: string): boolean {
  return value === '' || value.startsWith('[JWT') || value.startsWith('[private') || SCHEMES.test(value) || mask(value) === value;
}

/** A word of a sentence is no token: letters only and not long. */
function looksSecret(value: string): boolean {
  if (mask(value) === value) return false;
  return value.length >= 16 || (value.length >= 6 && /[0-9_~+/=]/.test(value));
}

function withoutJwts(text: string, name: string, redaction: Redaction): string {
  let out = '';
  let at = 0;
  for (const jwt of findJwts(text)) {
    noteJwt(jwt, name, redaction);
    out += text.slice(at, jwt.start) + (redaction.jwt === 'short' ? `[JWT ${mask(jwt.raw)}]` : inlineJwt(jwt, redaction));
    at = jwt.end;
  }
  return out + text.slice(at);
}

function inlineJwt(jwt: FoundJwt, redaction: Redaction): string {
  const decoded = JSON.stringify({ header: redaction.claims(jwt.header), claims: redaction.claims(jwt.claims) });
  return `[JWT ${mask(jwt.raw)}, signature removed: ${decoded}]`;
}

/** Remembers the token and its signature as secrets and reports it. */
export function noteJwt(jwt: FoundJwt, name: string, redaction: Redaction): void {
  redaction.secrets.add(jwt.raw);
  if (jwt.signature.length >= 8) redaction.secrets.add(jwt.signature);
  redaction.onJwt?.(name, jwt);
}
