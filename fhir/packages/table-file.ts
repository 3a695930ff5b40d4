import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { sha256 } from './digest.ts';

/** One definition of a table file, as JSON text that is parsed when it is asked for. */
export interface Row {
  readonly kind: string;
  readonly url: string;
  readonly version?: string;
  /** Place in the body, in bytes. */
  readonly from: number;
  readonly length: number;
}
export interface NewRow { readonly kind: string; readonly url: string; readonly version?: string; readonly value: unknown }
/** A file of many definitions of which few are needed at a time: what it is, where each stands, and the text of each. */
export interface TableFile {
  readonly meta: JsonObject;
  readonly rows: readonly Row[];
  /** The JSON value of a row. */
  read(row: Row): unknown;
  readonly bytes: Uint8Array;
}

const magic = 'toetssteen-table-1';

/**
 * First line: magic, and SHA-256 of all that follows; second line: index with `meta`; then the body.
 */
export function writeTable(meta: JsonObject, rows: readonly NewRow[]): TableFile {
  const bodies: Buffer[] = [];
  const index: (readonly [kind: string, url: string, version: string | null, length: number])[] = [];
  for (const row of rows) {
    const body = Buffer.from(JSON.stringify(row.value));
    bodies.push(body);
    index.push([row.kind, row.url, row.version ?? null, body.length]);
  }
  const rest = Buffer.concat([Buffer.from(`${JSON.stringify({ meta, rows: index })}\n`), ...bodies]);
  return readTable(Buffer.concat([Buffer.from(`${magic} ${sha256(rest)}\n`), rest]));
}

/** @throws {TypeError} when the bytes are not exactly what `writeTable` made: half written, damaged, or of another format. */
export function readTable(bytes: Uint8Array): TableFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lineEnd = buffer.subarray(0, 200).indexOf(0x0a);
  const header = /^toetssteen-table-1 ([0-9a-f]{64})$/.exec(buffer.subarray(0, Math.max(lineEnd, 0)).toString('latin1'));
  if (header === null) throw new TypeError('not a table file of this format');
  const rest = buffer.subarray(lineEnd + 1);
  if (sha256(rest) !== header[1]) throw new TypeError('damaged table file');
  const indexLength = rest.indexOf(0x0a);
  const index = JSON.parse(rest.subarray(0, indexLength).toString('utf8')) as Json;
  if (!isObject(index) || !isObject(index.meta) || !Array.isArray(index.rows)) throw new TypeError('table file without index');
  const body = rest.subarray(indexLength + 1);
  const rows: Row[] = [];
  let from = 0;
  for (const [kind, url, version, length] of index.rows as [string, string, string | null, number][]) {
    rows.push({ kind, url, ...(version !== null && { version }), from, length });
    from += length;
  }
  return { meta: index.meta, rows, bytes: buffer, read: (row) => JSON.parse(body.toString('utf8', row.from, row.from + row.length)) };
}
