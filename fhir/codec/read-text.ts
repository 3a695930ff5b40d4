import { isUtf8 } from 'node:buffer';
import type { Limits } from './limits.ts';
import type { Report } from './findings.ts';

const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;
const utf8 = { nl: 'UTF-8, zonder andere opgave', en: 'UTF-8, and no other statement' };

/**
 * Text of a message, without byte order mark; `null` when it is too large or cannot be read as text at all.
 * FHIR is UTF-8 (STU3 and R4, RESTful API and XML pages); other encodings that can be recognised are read, so that
 * the rest can be judged, after a finding.
 */
export function readText(input: Uint8Array | string, limits: Limits, report: Report): string | null {
  if (input.length > limits.size) {
    report({ code: 'too-large', path: [], actual: String(input.length), expected: { nl: `hoogstens ${limits.size} bytes`, en: `at most ${limits.size} bytes` } });
    return null;
  }
  const text = typeof input === 'string' ? input : decode(input, report);
  if (text === null) return null;
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const encoding = plain.startsWith('<?xml') ? declared.exec(plain.slice(0, 200))?.[1] : undefined;
  if (encoding !== undefined && !/^(utf-?8|us-ascii|ascii)$/i.test(encoding)) {
    // Nothing but ASCII is the same bytes in UTF-8: only the statement is wrong.
    const same = /^[\u0000-\u007f]*$/.test(plain);
    report({ code: 'not-utf-8', severity: same ? 'warning' : 'error', path: [], actual: `encoding="${encoding}"`, expected: utf8, offset: 0 });
  }
  return plain;
}

function decode(bytes: Uint8Array, report: Report): string | null {
  const wide = wideEncoding(bytes);
  if (wide !== null) {
    report({ code: 'not-utf-8', path: [], actual: wide, expected: utf8 });
    if (wide === 'utf-32') return null;
    return new TextDecoder(wide).decode(bytes);
  }
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  const encoding = declared.exec(buffer.toString('latin1', 0, 200))?.[1];
  const other = encoding === undefined || /^utf-?8$/i.test(encoding) ? null : decoder(encoding);
  // The statement of another encoding is reported with the text.
  if (other !== null) return other.decode(bytes);
  const text = buffer.toString('utf8');
  report({ code: 'not-utf-8', path: [], actual: 'bytes', expected: utf8, offset: Math.max(0, text.indexOf('\ufffd')) });
  return text;
}

function decoder(encoding: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(encoding);
  } catch {
    // Unknown name: the bytes are read as broken UTF-8.
    return null;
  }
}

/** UTF-16 and UTF-32 show by their byte order mark, or by zero bytes around the first character, which is ASCII. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (b === undefined) return null;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return 'utf-32';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0) return 'utf-32';
  if (b === 0) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  return a === 0 ? 'utf-16be' : null;
}
