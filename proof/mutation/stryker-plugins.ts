import { CheckStatus, type Checker, type CheckResult } from '@stryker-mutator/api/check';
import type { Mutant, StrykerOptions } from '@stryker-mutator/api/core';
import { commonTokens, declareClassPlugin, declareValuePlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { nameOf } from './mutants.ts';
import { whySentence, type Path } from './sentences.ts';

/** Leaves mutants of sentences for people out (sentences.ts says which and why). */
const sentences = declareValuePlugin(PluginKind.Ignore, 'sentences', { shouldIgnore: (path: unknown) => whySentence(path as Path) });

/** Stops mutants outside the drawn sample before a test runs on them; run.ts takes them out of the figures. */
class SampleChecker implements Checker {
  static readonly inject = tokens(commonTokens.options);
  readonly #drawn: ReadonlySet<string>;
  readonly #root: string;
  constructor(options: StrykerOptions) {
    const { names, root } = options.drawn as { names: readonly string[]; root: string };
    this.#drawn = new Set(names);
    this.#root = root;
  }
  init(): Promise<void> { return Promise.resolve(); }
  group(mutants: Mutant[]): Promise<string[][]> { return Promise.resolve([mutants.map((one) => one.id)]); }
  check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    return Promise.resolve(Object.fromEntries(mutants.map((one): [string, CheckResult] => [
      one.id, this.#drawn.has(nameOf(one, this.#root)) ? { status: CheckStatus.Passed } : { status: CheckStatus.CompileError, reason: 'not drawn' },
    ])));
  }
}
export const strykerPlugins = [sentences, declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)];
/** Our own option, so that Stryker does not call it unknown. */
export const strykerValidationSchema = { properties: { drawn: { type: 'object' } } };
