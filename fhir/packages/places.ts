import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Installed packages: $TOETSSTEEN_HOME/packages, else $XDG_DATA_HOME/toetssteen/packages, else ~/.local/share/toetssteen/packages: never in a checkout. */
export function packagesDirectory(environment: Environment = process.env): string {
  const home = environment['TOETSSTEEN_HOME'];
  if (home) return join(home, 'packages');
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'toetssteen', 'packages');
}
/** What can be made again: $TOETSSTEEN_HOME/cache/fhir, else $XDG_CACHE_HOME/toetssteen/fhir, else ~/.cache/toetssteen/fhir. */
export function cacheDirectory(environment: Environment = process.env): string {
  const home = environment['TOETSSTEEN_HOME'];
  if (home) return join(home, 'cache', 'fhir');
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'toetssteen', 'fhir');
}
