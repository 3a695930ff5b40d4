import { createHash } from 'node:crypto';
import { isSecretName, parseKeepingNumbers, redactJson } from './redact-json.ts';
import { redactText } from './redact-text.ts';
import type { Redaction } from './redact-text.ts';

/** Longest body in a report, in characters. */
export const LONGEST_BODY = 32 * 1024;
/** So few that no token fits in them. */
const HEX_BYTES = 16;

/** A body as a report shows it, not yet bounded: pretty JSON, form fields one a line, text, or a summary of binary content. */
export function redactBody(body: Uint8Array, contentType: string, redaction: Redaction): string {
  if (body.length === 0) return '';
  const text = readable(body);
  if (text === null) return binary(body);
  if (/x-www-form-urlencoded/i.test(contentType)) return form(text, redaction);
  return prettyJson(text, contentType, redaction) ?? redactText(text, 'body', redaction);
}

/** Cuts a text that is too long for a report and says how much is missing. */
export function bounded(text: string): string {
  if (text.length <= LONGEST_BODY) return text;
  const cut = text.slice(0, LONGEST_BODY).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut}\n… [cut: ${text.length - cut.length} of ${text.length} characters not shown]`;
}

function readable(body: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

function binary(body: Uint8Array): string {
  const hex = Buffer.from(body.subarray(0, HEX_BYTES)).toString('hex').replace(/../g, '$& ').trim();
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return `[binary or not UTF-8: ${body.length} bytes, SHA-256 ${digest}…, begins with ${hex}]`;
}

function prettyJson(text: string, contentType: string, redaction: Redaction): string | null {
  if (!/json/i.test(contentType) && !/^\s*[[{]/.test(text)) return null;
  try {
    return JSON.stringify(redactJson(parseKeepingNumbers(text), redaction), null, 2);
  } catch {
    // Broken JSON, or nested so deep that it cannot be read: shown as the text that it is.
    return null;
  }
}

function form(text: string, redaction: Redaction): string {
  return text.split('&').map((pair) => {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    if (at < 0) return redactText(name, 'form', redaction);
    const value = redactJson(decoded(pair.slice(at + 1)), redaction, name, isSecretName(name));
    return `${redactText(name, 'form', redaction)} = ${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}`;
  }).join('\n');
}

/** Percent-decoded, `+` as space; a broken escape stays as written. */
export function decoded(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
