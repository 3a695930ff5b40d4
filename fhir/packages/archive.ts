import { gunzipSync } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { tooLarge, tooManyFiles, type PackageLimits } from './limits.ts';
import { PackageError } from './package-error.ts';
import { safePath, type SourceFile } from './source-file.ts';

export interface Archive {
  /** Plain files in the order of the archive. */
  readonly files: readonly SourceFile[];
  /** Entries that were passed over because of what they are: links, devices, paths that step out. */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
}

/**
 * Reads a `.tgz` in memory: nothing is written, no link is followed.
 * @throws {PackageError} when it is no gzipped tar, broken, or beyond the limits.
 */
export function readArchive(bytes: Uint8Array, limits: PackageLimits): Archive {
  if (bytes.length > limits.archive) throw tooLarge({ nl: 'het archief', en: 'the archive' }, limits.archive);
  const tar = unzip(bytes, limits);
  const files: SourceFile[] = [];
  const refused: { path: string; why: string }[] = [];
  const seen = new Set<string>();
  let entries = 0;
  const stop: { error?: PackageError } = {};
  const parser = new Parser({
    strict: true,
    onReadEntry(entry: ReadEntry) {
      entries += 1;
      if (entries > limits.files) stop.error ??= tooManyFiles(limits.files);
      if (entry.size > limits.file) stop.error ??= tooLarge({ nl: `het bestand ${shown(entry.path)}`, en: `the file ${shown(entry.path)}` }, limits.file);
      if (stop.error !== undefined || entry.type === 'Directory') { entry.resume(); return; }
      const path = safePath(entry.path);
      const why = path === null ? 'path' : entry.type !== 'File' && entry.type !== 'OldFile' && entry.type !== 'ContiguousFile' ? entry.type : seen.has(path) ? 'repeated' : null;
      if (why !== null) { refused.push({ path: shown(entry.path), why }); entry.resume(); return; }
      seen.add(path!);
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => { chunks.push(chunk); });
      entry.on('end', () => { files.push({ path: path!, bytes: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) }); });
    },
  });
  parser.on('error', (error: Error) => { stop.error ??= notAnArchive(error.message); });
  let ended = false;
  parser.on('end', () => { ended = true; });
  try {
    parser.end(tar);
  } catch (error) {
    stop.error ??= notAnArchive((error as Error).message);
  }
  if (stop.error !== undefined) throw stop.error;
  if (!ended) throw notAnArchive('truncated');
  return { files, refused };
}
function unzip(bytes: Uint8Array, limits: PackageLimits): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: limits.unpacked });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge({ nl: 'het archief is uitgepakt te groot: het', en: 'the archive is too large when unpacked: it' }, limits.unpacked);
    throw notAnArchive((error as Error).message);
  }
}
const notAnArchive = (why: string): PackageError => new PackageError('not-a-package', {
  nl: `geen leesbaar .tgz-archief (${shown(why)})`, en: `not a readable .tgz archive (${shown(why)})`,
});
/** Names come from the archive: short, without control characters. */
const shown = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?').slice(0, 200);
