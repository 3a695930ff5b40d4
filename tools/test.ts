/**
 * `npm test`: type check, house rules and all tests. Ends with one line that adds up the runners.
 * Exit code 0 only when everything passed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const node = process.execPath;
const folder = mkdtempSync(join(tmpdir(), 'toetssteen-test-'));
const report = join(folder, 'vitest.json');
let passed = 0;
let failed = 0;
let skipped = 0;

function run(name: string, args: readonly string[]): boolean {
  console.log(`\n== ${name}`);
  return spawnSync(node, args, { stdio: 'inherit' }).status === 0;
}
function count(ok: boolean): void { if (ok) passed += 1; else failed += 1; }

count(run('types', ['node_modules/typescript/bin/tsc', '-p', '.']));
count(run('house rules', ['tools/house-rules.ts']));
const green = run('unit and integration tests', ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
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
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
