import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import { tooLarge, tooManyFiles, type PackageLimits } from './limits.ts';
import { PackageError } from './package-error.ts';
import { safePath, type SourceFile } from './source-file.ts';

/**
 * A folder of sources as one text, so that it can be kept, hashed and pinned: a line of JSON a file (`{"path":…,"base64":…}`), in order of path.
 * The same files give the same bytes on every machine.
 */
export function bundleOf(files: readonly SourceFile[]): Buffer {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  return Buffer.from(sorted.map((file) => JSON.stringify({ path: file.path, base64: Buffer.from(file.bytes).toString('base64') })).join('\n'));
}
/** @throws {PackageError} when it is not the text that `bundleOf` makes, or beyond the limits */
export function readBundle(bytes: Uint8Array, limits: PackageLimits): SourceFile[] {
  if (bytes.length > limits.unpacked * 1.5) throw tooLarge({ nl: 'de map', en: 'the folder' }, limits.unpacked);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const files: SourceFile[] = [];
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    if (files.length >= limits.files) throw tooManyFiles(limits.files);
    files.push(fileOf(text.slice(start, end)));
    start = end + 1;
  }
  return files;
}
function fileOf(line: string): SourceFile {
  let json: Json = null;
  try { json = JSON.parse(Buffer.from(line, 'latin1').toString('utf8')) as Json; } catch { /* told below */ }
  const path = isObject(json) && typeof json.path === 'string' ? safePath(json.path) : null;
  if (!isObject(json) || path === null || typeof json.base64 !== 'string') {
    throw new PackageError('not-a-package', { nl: 'geen .tgz-archief en geen map met bronnen', en: 'neither a .tgz archive nor a folder of sources' });
  }
  return { path, bytes: Buffer.from(json.base64, 'base64') };
}
