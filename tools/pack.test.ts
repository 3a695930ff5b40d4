import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const example = readFileSync(join(root, 'examples/unit-test.example.ts'), 'utf8').replace(/^\/\/ #(end)?region.*\n/gm, '');
const validating = readFileSync(join(root, 'examples/validate.example.ts'), 'utf8').replace(/^\/\/ #(end)?region.*\n/gm, '');
let folder: string;

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'toetssteen-pack-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

test('the README shows the example to the letter', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`\`\`\`ts\n${example}\`\`\``);
});

test('the page on validation shows its example to the letter', () => {
  expect(readFileSync(join(root, 'docs/validating-fhir.md'), 'utf8')).toContain(`\`\`\`ts\n${validating}\`\`\``);
});

test('the packed tarball works in an empty project, with the example of the README', () => {
  const npm = (args: readonly string[], cwd: string): string => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  npm(['pack', '--pack-destination', folder], root);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'vendor', private: true, type: 'module' }));
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, tarball)], folder);
  writeFileSync(join(folder, 'example.ts'), example);
  const said = execFileSync(process.execPath, [join(folder, 'example.ts')], { cwd: folder, encoding: 'utf8' });
  expect(said.trim()).toBe('201 1');
  writeFileSync(join(folder, 'validate.ts'), validating);
  const judged = execFileSync(process.execPath, [join(folder, 'validate.ts')], { cwd: folder, encoding: 'utf8' });
  expect(judged.trim().split('\n')).toEqual(['2 Patient.gender code-not-in-value-set error', 'Patient.birthDate element-missing', 'profile-unknown not-checked', 'true']);
  const help = execFileSync(process.execPath, [join(folder, 'node_modules/toetssteen/dist/cli/main.js'), '--help'], { cwd: folder, encoding: 'utf8' });
  expect(help).toContain('demo');
  writeFileSync(join(folder, 'schema.ts'), "import schema from 'toetssteen/result.schema.json' with { type: 'json' };\nconsole.log(schema.$id);\n");
  expect(execFileSync(process.execPath, [join(folder, 'schema.ts')], { cwd: folder, encoding: 'utf8' }).trim()).toBe('urn:toetssteen:schema:result:1');
}, 240_000);
