import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import type { Mutant } from './mutants.ts';
import { whySentence, type Path } from './sentences.ts';

/** Files of patterns (`!` leaves out), as paths from the root; `only`: a further pattern that they must match. */
export function filesOf(patterns: readonly string[], only: string | null, root: string): string[] {
  const out = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const found = patterns.filter((one) => !one.startsWith('!')).flatMap((one) => globSync(one, { cwd: root }));
  return found.filter((file) => !out.some((one) => matchesGlob(file, one)) && (only === null || matchesGlob(file, only))).toSorted();
}

const silent = () => {};
const no = () => false;
const logger = {
  isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no, isWarnEnabled: no, isErrorEnabled: no, isFatalEnabled: no,
  trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent,
};
/** All mutants that Stryker would make of these files, without those left out: what a sample is drawn from. */
export async function mutantsOf(files: readonly string[], root: string): Promise<readonly Mutant[]> {
  const sources = files.map((file) => ({ name: join(root, file), mutate: true, content: readFileSync(join(root, file), 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [{ shouldIgnore: (path: unknown) => whySentence(path as Path) }] };
  const { mutants } = await new Instrumenter(logger).instrument(sources, options);
  return mutants.filter((one) => one.status !== 'Ignored');
}
