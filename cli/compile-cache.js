import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * $TOETSSTEEN_HOME/cache/node, else $XDG_CACHE_HOME/toetssteen/node, else ~/.cache/toetssteen/node. It may be thrown away at any time.
 * @param {Readonly<Record<string, string | undefined>>} [environment]
 * @returns {string}
 */
export function compileCacheDirectory(environment = process.env) {
  const home = environment['TOETSSTEEN_HOME'];
  if (home) return join(home, 'cache', 'node');
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'toetssteen', 'node');
}
