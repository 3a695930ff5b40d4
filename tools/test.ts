/**
 * `npm test`: type check, house rules and all tests. Ends with one line that adds up the runners.
 * Exit code 0 only when everything passed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const node = process.execPath;
const folder = mkdtempSync(join(tmpdir(), 'toetssteen-test-'));
/** The seeded defects take as long as all other tests together; they run beside them, on a second core. */
const proof = 'proof/defects.test.ts';
let passed = 0;
let failed = 0;
let skipped = 0;

function title(name: string): void { console.log(`\n== ${name}`); }
function check(name: string, args: readonly string[]): void {
  title(name);
  if (spawnSync(node, args, { stdio: 'inherit' }).status === 0) passed += 1; else failed += 1;
}
interface Ended { readonly green: boolean; readonly report: string; readonly output: string | null }
/** One run of the test runner. Two that write to one terminal cannot be read, so one of them writes to a file. */
function tests(name: string, args: readonly string[], shown: boolean): Promise<Ended> {
  const report = join(folder, `${name}.json`);
  const output = shown ? null : join(folder, `${name}.txt`);
  const to = output === null ? 'inherit' as const : openSync(output, 'w');
  const child = spawn(node, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args], { stdio: ['ignore', to, to] });
  return new Promise((done) => child.once('exit', (code) => {
    if (typeof to === 'number') closeSync(to);
    done({ green: code === 0, report, output });
  }));
}
function add({ green, report }: Ended): void {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    skipped += result.numPendingTests + (result.numTodoTests ?? 0);
    if (!green && result.numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
    console.error('The test runner left no report.');
  }
}

check('types', ['node_modules/typescript/bin/tsc', '-p', '.']);
check('house rules', ['tools/house-rules.ts']);
title(`unit and integration tests; beside them ${proof}, whose lines follow`);
const [rest, defects] = await Promise.all([tests('rest', ['--exclude', proof], true), tests('proof', [proof], false)]);
title(proof);
console.log(readFileSync(defects.output!, 'utf8'));
add(rest);
add(defects);
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
