import { isAbsolute, relative, resolve } from 'node:path';

/**
 * The options that another command needs to find the same configuration and run: empty for those that are the default,
 * else with a leading blank, for behind a command that is shown to the user.
 */
export function sameOptions(given: { readonly config?: string; readonly runs?: string }): string {
  const config = given.config === undefined || given.config === 'toetssteen.yaml' ? '' : ` --config ${quoted(given.config)}`;
  const runs = given.runs === undefined || resolve(given.runs) === resolve('.toetssteen/runs') ? '' : ` --runs ${quoted(shortest(given.runs))}`;
  return `${config}${runs}`;
}
/** From here when it lies below here, else in full. */
function shortest(path: string): string {
  const below = relative('.', path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? path : below;
}
/** For a POSIX shell; without quotes when nothing in it asks for them. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
