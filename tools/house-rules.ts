/** Directions between the rooms (docs/architecture.md), and words that must not stand in the product. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** What each room may import, besides itself and libraries. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  catalogue: ['model'],
  fixtures: ['model'],
  fhir: ['model'],
  rules: ['model', 'catalogue', 'fixtures', 'fhir'],
  mocks: ['model', 'fixtures', 'fhir'],
  probe: ['model', 'fixtures'],
  run: ['model', 'catalogue', 'fixtures', 'fhir', 'rules', 'mocks', 'probe', 'reports', 'steps'],
  steps: ['model', 'run'],
  reports: ['model', 'catalogue'],
  proof: ['model', 'catalogue', 'fixtures', 'fhir', 'rules', 'mocks', 'probe', 'run', 'reports', 'steps', 'reference-xis'],
  cli: ['proof', 'model', 'catalogue', 'fixtures', 'fhir', 'rules', 'mocks', 'probe', 'run', 'reports', 'steps', 'reference-xis'],
  'reference-xis': ['model', 'fixtures'],
};
const root = resolve(import.meta.dirname, '..');

export function sourceFiles(folder: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) found.push(...sourceFiles(path));
    else if (/\.ts$/.test(name)) found.push(path);
  }
  return found;
}
/** Relative imports of a file, as paths from the project's root. */
export function importsOf(text: string, file: string): string[] {
  const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) => match[1]!);
  return targets.map((target) => relative(root, resolve(file, '..', target)));
}
export function problemsOf(room: string, file: string, text: string): string[] {
  const allowed = mayImport[room];
  if (allowed === undefined) return [];
  return importsOf(text, file)
    .map((target) => target.split(sep)[0]!)
    .filter((target) => target !== room && !allowed.includes(target))
    // The package file is data; tools make committed files.
    .filter((target) => target !== 'package.json')
    .map((target) => `${relative(root, file)}: room ${room} may not import from ${target}`);
}

if (process.argv[1] === import.meta.filename) {
  const problems: string[] = [];
  for (const room of Object.keys(mayImport)) {
    let files: string[] = [];
    try { files = sourceFiles(join(root, room)); } catch { continue; }
    for (const file of files) problems.push(...problemsOf(room, file, readFileSync(file, 'utf8')));
  }
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'The rooms keep their directions.' : `${problems.length} wrong direction(s).`);
  process.exit(problems.length === 0 ? 0 : 1);
}
