import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseRequirements, refuseDuplicates } from '../parse.ts';
import type { RequirementFile } from '../parse.ts';

export const yamlFolder = new URL('../requirements/', import.meta.url);
export const compiledFile = new URL('../requirements.json', import.meta.url);

/** Reads and validates every YAML file of the folder, in alphabetical order. */
export function readYaml(folder: URL = yamlFolder): readonly RequirementFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort();
  const files = names.map((name) => parseRequirements(name, readFileSync(new URL(name, folder), 'utf8')));
  refuseDuplicates(files);
  return files;
}

/** The text of `requirements.json`: one requirement per line, so that a change of one shows as one line. */
export function compile(files: readonly RequirementFile[]): string {
  const parts = files.map((file) => {
    const lines = file.requirements.map((requirement) => JSON.stringify(requirement)).join(',\n');
    return `{"name":${JSON.stringify(file.name)},"requirements":[\n${lines}\n]}`;
  });
  return `{"comment":"Made by catalogue/tools/compile.ts from catalogue/requirements/*.yaml. Do not edit.","files":[\n${parts.join(',\n')}\n]}\n`;
}

function main(): void {
  const files = readYaml();
  writeFileSync(compiledFile, compile(files));
  const count = files.reduce((sum, file) => sum + file.requirements.length, 0);
  console.log(`catalogue/requirements.json: ${count} requirements from ${files.length} files`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
