import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A short hash over the code files of folders of this room: what a cached result was made by.
 * A changed line of code makes caches stale, and nobody has to remember a version number.
 * @param folders names below `fhir/`, such as `definitions`; one that does not exist holds no code
 */
export function codeFingerprint(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const path = join(import.meta.dirname, '..', folder);
    for (const name of existsSync(path) ? readdirSync(path).sort() : []) {
      if (!/\.(ts|js|gz)$/.test(name) || /\.(test|d)\.ts$/.test(name)) continue;
      hash.update(`${folder}/${name.replace(/\.[tj]s$/, '')}\n`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
