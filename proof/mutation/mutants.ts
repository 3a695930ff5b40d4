import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** The part of Stryker's mutant that we read. Lines and columns count from 0. */
export interface Mutant {
  readonly fileName: string;
  readonly location: { readonly start: Position; readonly end: Position };
  readonly mutatorName: string;
  readonly replacement: string | undefined;
}
interface Position { readonly line: number; readonly column: number }

/** One name for a mutant, the same in each run over the same source: used to draw samples. `root`: the project's folder. */
export function nameOf(mutant: Mutant, root: string): string {
  const { start, end } = mutant.location;
  return [fileOf(mutant, root), `${start.line}:${start.column}-${end.line}:${end.column}`, mutant.mutatorName, mutant.replacement].join(' ');
}
export function fileOf(mutant: Mutant, root: string): string { return relative(root, mutant.fileName).split(sep).join('/'); }

/** Stryker's reports count lines and columns from 1, its mutants from 0. */
export function fromReport(mutant: Mutant): Mutant {
  const less = ({ line, column }: Position): Position => ({ line: line - 1, column: column - 1 });
  return { ...mutant, location: { start: less(mutant.location.start), end: less(mutant.location.end) } };
}
/** A mutant in words that outlive a shift of lines: the source line it starts on, and what became what. */
export interface Described { readonly file: string; readonly line: string; readonly mutant: string }

export function describe(mutant: Mutant, root: string, source: string = readFileSync(mutant.fileName, 'utf8')): Described {
  const lines = source.split('\n');
  const { start, end } = mutant.location;
  const piece = lines.slice(start.line, end.line + 1);
  const last = piece.length - 1;
  piece[last] = piece[last]!.slice(0, end.column);
  piece[0] = piece[0]!.slice(start.column);
  return { file: fileOf(mutant, root), line: lines[start.line]!.trim(), mutant: `${short(piece.join('\n'))} → ${short(mutant.replacement ?? '')}` };
}
/** White space as one space, and the middle of a long text left out: enough to find it again. */
function short(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  return flat.length <= 90 ? flat : `${flat.slice(0, 60)} … ${flat.slice(-25)}`;
}
