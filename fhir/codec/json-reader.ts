import type { Limits } from './limits.ts';
import type { Report } from './findings.ts';
import { forgetLexical, setLexical } from './lexical.ts';
import type { NotePlace } from './places.ts';

export interface JsonRead {
  /** `undefined`: the text broke off or went wrong beyond repair, and nothing of it can be judged. */
  readonly value: unknown;
  /** What was read of the outer object until then, to name places. */
  readonly partial: object | null;
  readonly offset: number;
}

class Unreadable extends Error {}

/**
 * Reads JSON text (RFC 8259) as `JSON.parse` does, with what that loses: doubled keys, the text of numbers, and where
 * things stand. Small faults (a trailing comma, a raw line end in a string, a wrong escape, `01`) are reported and read over.
 * Never throws; nesting is bounded.
 * @param note told where each member and item begins; costs time, so only given when somebody asks for a place
 */
export function readJson(text: string, limits: Limits, report: Report, note?: NotePlace): JsonRead {
  return new JsonReader(text, limits, report, note).read();
}

const wellFormed = { nl: 'JSON volgens RFC 8259', en: 'JSON as in RFC 8259' };
const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const looseNumber = /[-+.\w]+/y;
const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class JsonReader {
  #at = 0;
  #depth = 0;
  #outer: object | null = null;
  readonly #path: (string | number)[] = [];
  readonly #text: string;
  readonly #limits: Limits;
  readonly #report: Report;
  readonly #note: NotePlace | undefined;
  constructor(text: string, limits: Limits, report: Report, note: NotePlace | undefined) {
    this.#text = text;
    this.#limits = limits;
    this.#report = report;
    this.#note = note;
  }

  read(): JsonRead {
    try {
      this.#space();
      const offset = this.#at;
      const value = this.#value();
      this.#space();
      if (this.#at < this.#text.length) this.#fault(this.#text.slice(this.#at, this.#at + 20), { nl: 'niets na de resource', en: 'nothing after the resource' });
      return { value, partial: this.#outer, offset };
    } catch (error) {
      if (error instanceof Unreadable) return { value: undefined, partial: this.#outer, offset: 0 };
      throw error;
    }
  }

  #fault(actual: string, expected = wellFormed, offset = this.#at): void {
    this.#report({ code: 'not-well-formed', path: [...this.#path], actual, expected, offset });
  }
  #stop(): never {
    const end = this.#at >= this.#text.length;
    this.#fault(end ? '' : this.#text.slice(this.#at, this.#at + 20), end ? { nl: 'meer: de tekst breekt af', en: 'more: the text breaks off' } : wellFormed);
    throw new Unreadable();
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at += 1;
    }
  }

  #value(): unknown {
    switch (this.#text.charCodeAt(this.#at)) {
      case 0x22: return this.#string();
      case 0x7b: return this.#object();
      case 0x5b: return this.#array();
      case 0x74: return this.#word('true', true);
      case 0x66: return this.#word('false', false);
      case 0x6e: return this.#word('null', null);
      default: return this.#number();
    }
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at) || /^\w/.test(this.#text.charAt(this.#at + word.length))) this.#stop();
    this.#at += word.length;
    return value;
  }

  #open(): void {
    this.#at += 1;
    this.#depth += 1;
    if (this.#depth <= this.#limits.depth) return;
    this.#report({ code: 'nested-too-deep', path: this.#path.slice(0, 20), actual: String(this.#depth), expected: { nl: `hoogstens ${this.#limits.depth} niveaus`, en: `at most ${this.#limits.depth} levels` }, offset: this.#at - 1 });
    throw new Unreadable();
  }
  #close(): void {
    this.#at += 1;
    this.#depth -= 1;
  }

  /** After a value: true when another follows. */
  #more(end: number): boolean {
    this.#space();
    const code = this.#text.charCodeAt(this.#at);
    if (code === end) return false;
    if (code !== 0x2c) this.#stop();
    const comma = this.#at;
    this.#at += 1;
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== end) return true;
    this.#fault(',', { nl: 'geen komma voor het einde', en: 'no comma before the end' }, comma);
    return false;
  }

  #object(): Record<string, unknown> {
    this.#open();
    const object: Record<string, unknown> = {};
    if (this.#depth === 1) this.#outer = object;
    this.#space();
    if (this.#text.charCodeAt(this.#at) === 0x7d) { this.#close(); return object; }
    do {
      const offset = this.#at;
      if (this.#text.charCodeAt(offset) !== 0x22) this.#stop();
      const key = this.#string();
      this.#space();
      if (this.#text.charCodeAt(this.#at) !== 0x3a) this.#stop();
      this.#at += 1;
      this.#space();
      this.#path.push(key);
      this.#member(object, key, offset);
      this.#path.pop();
    } while (this.#more(0x7d));
    this.#close();
    return object;
  }

  #member(object: Record<string, unknown>, key: string, offset: number): void {
    if (key === '__proto__') {
      // Would replace the prototype of whatever copies the object.
      this.#report({ code: 'unknown-element', path: [...this.#path], actual: key, expected: { nl: 'een element van FHIR', en: 'an element of FHIR' }, offset });
      this.#value();
      return;
    }
    if (object[key] !== undefined && Object.hasOwn(object, key)) {
      this.#report({ code: 'duplicate-key', path: [...this.#path], actual: key, expected: { nl: 'elke naam één keer in een object', en: 'each name once in an object' }, offset });
      // The last one wins, as with most readers; nothing of the first may stay.
      forgetLexical(object, key);
    }
    const value = this.#value();
    object[key] = value;
    if (typeof value === 'number') setLexical(object, key, this.#numberRead);
    this.#note?.(object, key, offset);
  }

  #array(): unknown[] {
    this.#open();
    const array: unknown[] = [];
    this.#space();
    if (this.#text.charCodeAt(this.#at) === 0x5d) { this.#close(); return array; }
    do {
      const offset = this.#at;
      const index = array.length;
      this.#path.push(index);
      const value = this.#value();
      this.#path.pop();
      array.push(value);
      if (typeof value === 'number') setLexical(array, index, this.#numberRead);
      this.#note?.(array, index, offset);
    } while (this.#more(0x5d));
    this.#close();
    return array;
  }

  /** Text of the number read last. */
  #numberRead = '';
  #number(): number {
    numberText.lastIndex = this.#at;
    const strict = numberText.exec(this.#text)?.[0] ?? '';
    looseNumber.lastIndex = this.#at;
    const loose = looseNumber.exec(this.#text)?.[0] ?? '';
    const value = strict === loose ? Number(strict) : Number(loose);
    if (loose === '' || (strict !== loose && !Number.isFinite(value))) this.#stop();
    if (strict !== loose) this.#fault(loose);
    this.#at += loose.length;
    this.#numberRead = loose;
    return value;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at + 1;
    for (let at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x22) { this.#at = at + 1; return text.slice(start, at); }
      if (code === 0x5c || code < 0x20) return this.#stringWithEscapes(start, at);
    }
    this.#at = text.length;
    this.#stop();
  }

  #stringWithEscapes(start: number, first: number): string {
    const text = this.#text;
    let result = text.slice(start, first);
    let from = first;
    let raw = false;
    for (let at = first; at < text.length;) {
      const code = text.charCodeAt(at);
      if (code === 0x22) { this.#at = at + 1; return result + text.slice(from, at); }
      if (code < 0x20 && !raw) {
        raw = true;
        this.#fault(`\\u${code.toString(16).padStart(4, '0')}`, { nl: 'stuurtekens in een tekst als escape', en: 'control characters in a string escaped' }, at);
      }
      if (code !== 0x5c) { at += 1; continue; }
      result += text.slice(from, at);
      const letter = text.charAt(at + 1);
      if (letter === '') break;
      const simple = escapes[letter];
      const hex = letter === 'u' ? text.slice(at + 2, at + 6) : '';
      if (simple !== undefined) { result += simple; at += 2; }
      else if (/^[0-9a-fA-F]{4}$/.test(hex)) { result += String.fromCharCode(Number.parseInt(hex, 16)); at += 6; }
      else { this.#fault(text.slice(at, at + 2), { nl: 'een escape van JSON', en: 'an escape of JSON' }, at); at += 1; result += '\\'; }
      from = at;
    }
    this.#at = text.length;
    this.#stop();
  }
}
