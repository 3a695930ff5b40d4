import { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tooLarge, tooManyFiles, type PackageLimits } from './limits.ts';
import type { SourceFile } from './source-file.ts';

const passedOver = new Set(['node_modules', 'examples', 'example']);
const wanted = /\.(json|xml)$/i;
const deepest = 20;

/**
 * JSON and XML files below a folder, in order of path. Links are not followed; hidden folders, `node_modules` and `examples` are passed over.
 * @throws {PackageError} beyond the limits; {Error} of the file system when the folder can't be read.
 */
export function readFolder(folder: string, limits: PackageLimits): SourceFile[] {
  const files: SourceFile[] = [];
  let entries = 0;
  let size = 0;
  const walk = (path: string, depth: number): void => {
    const inside = readdirSync(join(folder, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of inside) {
      entries += 1;
      if (entries > limits.files) throw tooManyFiles(limits.files);
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) {
        if (depth < deepest && !passedOver.has(entry.name.toLowerCase())) walk(below, depth + 1);
        continue;
      }
      if (!entry.isFile() || !wanted.test(entry.name)) continue;
      const bytes = readBounded(join(folder, below), below, limits.file);
      size += bytes.length;
      if (size > limits.unpacked) throw tooLarge({ nl: 'de map', en: 'the folder' }, limits.unpacked);
      files.push({ path: below, bytes });
    }
  };
  walk('', 0);
  return files;
}
/** A file as a whole, when it is no larger than `limit`. A link at this place is not opened. */
export function readBounded(file: string, name: string, limit: number): Buffer {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    if (fstatSync(handle).size > limit) throw tooLarge({ nl: `het bestand ${name}`, en: `the file ${name}` }, limit);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}
