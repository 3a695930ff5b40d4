import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Something to validate, as it was found. */
export interface Input { readonly name: string; readonly bytes: Uint8Array; readonly contentType: string }
export interface InputProblem { readonly name: string; readonly problem: { readonly nl: string; readonly en: string } }

/** A larger file is refused before it is read whole. */
const maxBytes = 50_000_000;
const maxFiles = 20_000;
const fhirFile = /\.(json|xml)$/i;

/** Files, folders (all .json and .xml below them, in order of name) and http(s) addresses. Nothing throws: what can't be read is a problem with a reason. */
export async function* inputsOf(targets: readonly string[]): AsyncGenerator<Input | InputProblem> {
  let count = 0;
  for (const target of targets) {
    if (/^https?:\/\//i.test(target)) { yield await fetched(target); continue; }
    for (const file of filesOf(target)) {
      count += 1;
      if (count > maxFiles) { yield problem(target, `meer dan ${maxFiles} bestanden; noem een kleinere map`, `more than ${maxFiles} files; name a smaller folder`); return; }
      yield readInput(file);
    }
  }
}
function* filesOf(target: string): Generator<string> {
  if (!existsSync(target) || !statSync(target).isDirectory()) { yield target; return; }
  for (const entry of readdirSync(target, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(target, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* filesOf(path);
    else if (entry.isFile() && fhirFile.test(entry.name)) yield path;
  }
}
function readInput(file: string): Input | InputProblem {
  try {
    const { size } = statSync(file);
    if (size > maxBytes) return tooLarge(file, size);
    return { name: file, bytes: readFileSync(file), contentType: '' };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return problem(file, 'bestaat niet; noem een bestand, een map of een http(s)-adres', 'does not exist; name a file, a folder or an http(s) address');
    return problem(file, `kan niet worden gelezen (${code ?? 'onbekend'})`, `cannot be read (${code ?? 'unknown'})`);
  }
}
async function fetched(url: string): Promise<Input | InputProblem> {
  try {
    const answer = await fetch(url, { headers: { accept: 'application/fhir+json, application/fhir+xml;q=0.9' }, signal: AbortSignal.timeout(30_000) });
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of answer.body ?? []) {
      size += piece.length;
      if (size > maxBytes) return tooLarge(url, size);
      pieces.push(piece);
    }
    if (!answer.ok) return problem(url, `antwoordde met status ${answer.status}`, `answered with status ${answer.status}`);
    return { name: url, bytes: Buffer.concat(pieces), contentType: answer.headers.get('content-type') ?? '' };
  } catch (error) {
    const cause = (error as { cause?: { code?: string; message?: string } }).cause;
    const why = cause?.code ?? cause?.message ?? (error as Error).message;
    return problem(url, `is niet bereikt (${why})`, `was not reached (${why})`);
  }
}
const problem = (name: string, nl: string, en: string): InputProblem => ({ name, problem: { nl, en } });
const tooLarge = (name: string, size: number): InputProblem => problem(name, `is te groot (${size} bytes; hoogstens ${maxBytes})`, `is too large (${size} bytes; at most ${maxBytes})`);
