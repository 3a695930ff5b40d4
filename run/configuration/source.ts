import { LineCounter, isMap, isNode, isPair, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Problem } from './problems.ts';

export interface Position { readonly line: number; readonly column: number }
export interface Source {
  /** Plain data; undefined when the text is no YAML. Numbers are texts as written, empty values are left out. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Where a value stands, or (`key`) its name; of something missing: where its nearest parent stands. */
  locate(path: readonly PropertyKey[], part?: 'value' | 'key'): Position;
}
const maximumSize = 1024 * 1024;
const start: Position = { line: 1, column: 1 };

/** Reads YAML with positions. Never throws: what is wrong becomes problems. */
export function readSource(text: string): Source {
  if (text.length > maximumSize) return broken(start, { nl: 'Het bestand is groter dan 1 MiB; dat is geen toetssteen.yaml.', en: 'The file is larger than 1 MiB; that is no toetssteen.yaml.' });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [error] = document.errors;
  if (error) {
    const why = error.message.replace(/[.\s]*$/, '');
    return broken(position(error.pos[0]), {
      nl: `Dit is geen geldige YAML (${why}). Kijk naar inspringing, dubbele punten en aanhalingstekens op deze regel en de regel erboven.`,
      en: `This is not valid YAML (${why}). Look at indentation, colons and quotes on this line and the one above.`,
    });
  }
  keepNumbersAsWritten(document);
  try {
    return { data: withoutEmpty(document.toJS({ maxAliasCount: 100 })), problems: [], locate: (path, part = 'value') => locate(document, path, part, position) };
  } catch {
    return broken(start, { nl: 'Het bestand verwijst te vaak naar zichzelf (aliassen). Schrijf de waarden uit.', en: 'The file refers to itself too often (aliases). Write the values out.' });
  }
}

function broken(at: Position, message: Problem['message']): Source {
  return { data: undefined, problems: [{ ...at, path: '', message }], locate: () => start };
}
/** A leading zero and a last decimal zero matter in identifiers and versions. */
function keepNumbersAsWritten(document: Document): void {
  visit(document, {
    Scalar(_key, scalar) {
      if ((typeof scalar.value === 'number' || typeof scalar.value === 'bigint') && scalar.source !== undefined) scalar.value = scalar.source;
    },
  });
}
/** `issuer:` with nothing behind it is the same as no `issuer`. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null && member !== undefined).map(([key, member]) => [key, withoutEmpty(member)]));
}

function locate(document: Document, path: readonly PropertyKey[], part: 'value' | 'key', position: (offset: number) => Position): Position {
  if (part === 'key' && path.length > 0) {
    const parent: unknown = document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && String(item.key) === String(path.at(-1))) : undefined;
    if (pair && isNode(pair.key)) return position((pair.key as Node).range?.[0] ?? 0);
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    // A missing member, or an empty one, stands where the name of its parent stands.
    if (isNode(node) && node.range && (length === path.length)) return position(node.range[0]);
    if (isNode(node)) return locate(document, path.slice(0, length), 'key', position);
  }
  return start;
}
