/** HTML that is safe to write out: made only by `html` and `css`, so that whatever else is written gets escaped. */
export class Html {
  readonly #text: string;
  constructor(key: typeof KEY, text: string) {
    if (key !== KEY) throw new TypeError('Html is made by the tagged template html`…`, not by hand.');
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}
const KEY = Symbol('html');

export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Tagged template: every value is escaped, unless it is itself `html`. Nothing for null, undefined and false; lists in a row. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(KEY, strings.reduce((out, text, i) => out + (i === 0 ? '' : write(values[i - 1])) + text, ''));
}

function write(value: Part): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(write).join('');
  return escapeText(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** For text and for quoted attributes. Control and direction characters, which can make a text look like another, are shown by number. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (character) => `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character] as string);
}

/** An `id` for an element, from anything: two different names never give one id. */
export function anchor(kind: string, name: string): string {
  return `${kind}-${name.toWellFormed().replace(/[^A-Za-z0-9.-]/gu, (character) => `_${(character.codePointAt(0) as number).toString(16)}_`)}`;
}

/** A link to an address out of data: only for http and https, else the address as text. */
export function outside(url: string, text: string): Html {
  const address = webAddress(url);
  return address === null ? html`${text}${text === url ? '' : ` (${url})`}` : html`<a href="${address}" rel="noreferrer noopener">${text}</a>`;
}
function webAddress(url: string): string | null {
  // A source may say which file it means after the address: `https://… README.md`.
  const first = url.trim().split(/\s/)[0] ?? '';
  if (!/^https?:\/\/[^\s"'<>]+$/i.test(first)) return null;
  return URL.canParse(first) ? first : null;
}
