/**
 * Changes the judging code in thousands of small ways and asks whether a unit test notices: `npm run mutation -- rules`.
 * Prints the score (share of mutants noticed) and each survivor. Exit code 0 only when the score is high enough and each
 * survivor is explained in survivors.yaml; 2 for a wrong command line, 3 when the run could not be made: a test that fails by itself.
 */
import { join, resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { areas } from './areas.ts';
import { readArguments, usage, type Asked } from './arguments.ts';
import { filesOf, mutantsOf } from './find-mutants.ts';
import { describe, fromReport, nameOf } from './mutants.ts';
import { figuresOf } from './figures.ts';
import { draw } from './sample.ts';
import { compare, readExplained } from './survivors.ts';

const root = resolve(import.meta.dirname, '../..');
function asked(): Asked {
  try { return readArguments(process.argv.slice(2)); } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    process.exit(2);
  }
}
const { area: name, sample, seed, only, concurrency } = asked();
const area = areas[name]!;
const started = Date.now();
process.chdir(root);

const files = filesOf(area.mutate, only, root);
if (files.length === 0) {
  console.error(`No file to mutate in area "${name}"${only === null ? '' : ` that matches ${only}`}.`);
  process.exit(2);
}
const all = sample === null ? [] : (await mutantsOf(files, root)).map((one) => nameOf(one, root));
const drawn = sample === null ? null : draw(all, sample, seed);

process.env.TOETSSTEEN_MUTATION_TESTS = area.tests.join(',');
const stryker = new Stryker({
  mutate: files,
  testRunner: 'vitest',
  vitest: { configFile: 'proof/mutation/vitest.config.ts' },
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/vitest-runner', join(import.meta.dirname, 'stryker-plugins.ts')],
  ignorers: ['sentences'],
  ...(drawn === null ? {} : { checkers: ['sample'], drawn: { names: [...drawn], root } }),
  reporters: ['progress-append-only'],
  concurrency,
  tempDirName: '.stryker-tmp',
  cleanTempDir: 'always',
  ignorePatterns: ['.toetssteen', 'dist', 'reports-out'],
  // Vitest strips the types; and Stryker's rewriting of tsconfig.json needs a TypeScript before 7.
  disableTypeChecks: false,
  tsconfigFile: 'none',
  logLevel: 'warn',
} as ConstructorParameters<typeof Stryker>[0]);
const results = await stryker.runMutationTest().catch((error: unknown) => {
  console.error(`The run could not be made: ${(error as Error).message}`);
  process.exit(3);
});

const figures = figuresOf(results);
const survivors = figures.survivors.map((one) => describe(fromReport(one), root));
const explanations = readExplained().filter((one) => files.includes(one.file));
const { explained, unexplained, stale } = compare(survivors, explanations);
// In a sample, an explained mutant may simply not have been drawn.
const outdated = drawn === null ? stale : [];

for (const { file, line, mutant } of unexplained) console.log(`\nSURVIVED, not explained: ${file}\n  line:   ${line}\n  mutant: ${mutant}`);
for (const { file, line, mutant } of outdated) console.log(`\nEXPLAINED but noticed or gone, take it out of survivors.yaml: ${file}\n  line:   ${line}\n  mutant: ${mutant}`);
const { total, killed, timedOut, survived, uncovered, leftOut } = figures;
const score = total === 0 ? 100 : ((killed + timedOut) / total) * 100;
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(`\nArea ${name}${only === null ? '' : `, only ${only}`}: ${files.length} files, ${drawn === null ? `${total} mutants` : `${total} of ${all.length} mutants, drawn with seed ${seed}`}, ${minutes} minutes`);
console.log(`Noticed ${killed + timedOut} (${killed} by a test, ${timedOut} by time-out or hit limit); survived ${survived}, reached by no test ${uncovered}; sentences left out ${leftOut}`);
console.log(`Score ${score.toFixed(1)} % (at least ${area.atLeast} %); survivors ${survivors.length}: ${explained.length} explained, ${unexplained.length} not; outdated explanations ${outdated.length}`);
process.exit(score >= area.atLeast && unexplained.length === 0 && outdated.length === 0 ? 0 : 1);
