import { LineCounter, isNode, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Requirement } from '../model/requirement.ts';
import { CatalogueError } from './errors.ts';
import { requirementEntry, toRequirement } from './schema.ts';

/** A file of the catalogue with its entries in the order in which they stand. */
export interface RequirementFile { readonly name: string; readonly requirements: readonly Requirement[] }

/**
 * Reads one requirement file.
 * @param name file name, used in errors
 * @param text YAML: a list of entries (schema.ts)
 * @throws CatalogueError with file, line, id and field of every mistake in the file
 */
export function parseRequirements(name: string, text: string): RequirementFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const syntax = document.errors.map((error) => `${name}:${lines.linePos(error.pos[0]).line}: ${firstLine(error.message)}`);
  if (syntax.length > 0) throw mistakes(syntax);
  if (!isSeq(document.contents)) throw mistakes([`${name}:1: the file must be a list of requirements`]);

  const problems: string[] = [];
  const requirements: Requirement[] = [];
  const seen = new Map<string, number>();
  const entries = document.toJS() as unknown[];
  entries.forEach((entry, index) => {
    const at = (path: readonly PropertyKey[]) => lineOf(document, lines, [index, ...path]);
    const result = requirementEntry.safeParse(entry);
    if (!result.success) {
      for (const issue of result.error.issues) {
        problems.push(`${name}:${at(issue.path)}: ${idOf(entry)}: ${issue.path.join('.') || 'entry'}: ${issue.message}`);
      }
      return;
    }
    const earlier = seen.get(result.data.id);
    if (earlier !== undefined) {
      problems.push(`${name}:${at(['id'])}: ${result.data.id}: duplicate id, first used on line ${earlier}`);
      return;
    }
    seen.set(result.data.id, at(['id']));
    requirements.push(toRequirement(result.data));
  });
  if (problems.length > 0) throw mistakes(problems);
  return { name, requirements };
}

/** Refuses an id that two files share; `parseRequirements` refuses it within a file. */
export function refuseDuplicates(files: readonly RequirementFile[]): void {
  const owner = new Map<string, string>();
  const problems: string[] = [];
  for (const file of files) {
    for (const { id } of file.requirements) {
      const first = owner.get(id);
      if (first !== undefined) problems.push(`${file.name}: ${id}: duplicate id, also in ${first}`);
      owner.set(id, first ?? file.name);
    }
  }
  if (problems.length > 0) throw mistakes(problems);
}

/** Line of the deepest node of the path that exists: a missing field is shown at its entry. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function idOf(entry: unknown): string {
  const id: unknown = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined;
  return typeof id === 'string' ? id : '(no id)';
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message;

function mistakes(problems: readonly string[]): CatalogueError {
  const list = problems.join('\n');
  return new CatalogueError({
    nl: `De eisencatalogus heeft ${problems.length} fout(en). Herstel de genoemde regel(s) en draai catalogue/tools/compile.ts opnieuw.\n${list}`,
    en: `The requirement catalogue has ${problems.length} mistake(s). Repair the lines named and run catalogue/tools/compile.ts again.\n${list}`,
  });
}
