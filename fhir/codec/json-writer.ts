import { jsonNumber, lexicalOf } from './lexical.ts';
import { deepestWritten } from './too-deep.ts';

/**
 * JSON text of a resource; numbers with the text that they had in the message. Members keep their order.
 * @throws RangeError when it nests deeper than any message may (or refers to itself)
 */
export function writeJson(value: unknown, pretty = false): string {
  return write(value, {}, '', pretty ? '\n' : '', 0) ?? 'null';
}

function write(value: unknown, container: object, key: string | number, line: string, depth: number): string | undefined {
  switch (typeof value) {
    case 'string': return JSON.stringify(value);
    case 'boolean': return value ? 'true' : 'false';
    case 'number': return writeNumber(container, key, value);
    case 'object': break;
    default: return undefined;
  }
  if (value === null) return 'null';
  deepestWritten(depth);
  const inner = line === '' ? '' : `${line}  `;
  if (Array.isArray(value)) {
    let out = '';
    for (let index = 0; index < value.length; index += 1) out += (index === 0 ? '' : ',') + inner + (write(value[index], value, index, inner, depth + 1) ?? 'null');
    return out === '' ? '[]' : `[${out}${line}]`;
  }
  let out = '';
  const colon = line === '' ? ':' : ': ';
  for (const name of Object.keys(value)) {
    const member = write((value as Record<string, unknown>)[name], value, name, inner, depth + 1);
    if (member !== undefined) out += (out === '' ? '' : ',') + inner + JSON.stringify(name) + colon + member;
  }
  return out === '' ? '{}' : `{${out}${line}}`;
}

/** A text from XML can be one that JSON does not know (`+1`). */
function writeNumber(container: object, key: string | number, value: number): string {
  const text = lexicalOf(container, key);
  if (text !== undefined && jsonNumber.test(text)) return text;
  return Number.isFinite(value) ? String(value) : 'null';
}
