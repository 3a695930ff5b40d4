import { decoded } from './redact-body.ts';
import { isSecretName, redactJson } from './redact-json.ts';
import { redactText } from './redact-text.ts';
import type { Redaction } from './redact-text.ts';

/** A request target or URL: innocent parts stay exactly as they were sent, secrets in path and query go. */
export function redactTarget(target: string, redaction: Redaction): string {
  const short: Redaction = { ...redaction, jwt: 'short' };
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  const shownPath = redactText(path, 'path', short).split('/').map((segment) => unlessChanged(segment, 'path', false, short)).join('/');
  if (at < 0) return shownPath;
  const query = target.slice(at + 1).split('&').map((pair) => redactPair(pair, short)).join('&');
  return `${shownPath}?${query}`;
}

function redactPair(pair: string, redaction: Redaction): string {
  const at = pair.indexOf('=');
  if (at < 0) return unlessChanged(pair, 'query', false, redaction);
  const name = pair.slice(0, at);
  return `${unlessChanged(name, 'query', false, redaction)}=${unlessChanged(pair.slice(at + 1), decoded(name), isSecretName(decoded(name)), redaction)}`;
}

function unlessChanged(raw: string, name: string, secret: boolean, redaction: Redaction): string {
  const plain = decoded(raw);
  const shown = String(redactJson(plain, redaction, name, secret));
  return shown === plain || sameJson(shown, plain) ? raw : shown;
}

/** JSON inside a parameter is printed again when it is looked at: white space alone is no change. */
function sameJson(shown: string, plain: string): boolean {
  try {
    return shown === JSON.stringify(JSON.parse(plain));
  } catch {
    return false;
  }
}
