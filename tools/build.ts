/** Compiles the product to JavaScript, because Node does not strip types inside `node_modules`. */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
const compiled = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit', cwd: root });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
cpSync(join(root, 'catalogue/requirements.json'), join(root, 'dist/catalogue/requirements.json'));
cpSync(join(root, 'model/schemas/result.schema.json'), join(root, 'dist/model/schemas/result.schema.json'));
for (const fhir of ['stu3', 'r4']) cpSync(join(root, `fhir/tables/${fhir}.ndjson.gz`), join(root, `dist/fhir/tables/${fhir}.ndjson.gz`));
