import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Claim } from '../../model/claim.ts';
import { crossProblems, problemAt } from './cross-checks.ts';
import { checkFiles } from './files.ts';
import type { FileTools } from './files.ts';
import type { Problem } from './problems.ts';
import { configurationSchema } from './schema.ts';
import { schemaProblems } from './schema-problems.ts';
import { readSource } from './source.ts';
import { toClaim } from './to-claim.ts';

export type LoadedConfiguration =
  | { readonly ok: true; readonly claim: Claim; readonly file: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };
export interface LoadOptions {
  /** For `secretEnv`; default: those of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Reads toetssteen.yaml. Never rejects for what stands in it: all problems come at once, in the order of the file. */
export async function loadConfiguration(file: string, options: LoadOptions = {}): Promise<LoadedConfiguration> {
  const full = resolve(file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(full);
  } catch (error) {
    return { ok: false, problems: [cannotRead(file, error)] };
  }
  const text = decoded(bytes);
  return typeof text === 'string' ? parseConfiguration(text, full, options) : { ok: false, problems: [text] };
}

/** The same for a text; `file` is where it stands, for the paths in it. */
export function parseConfiguration(text: string, file: string, options: LoadOptions = {}): LoadedConfiguration {
  const source = readSource(text);
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  const parsed = configurationSchema.safeParse(source.data ?? {});
  if (!parsed.success) return { ok: false, problems: inOrder(schemaProblems(parsed.error, source)) };
  const tools: FileTools = { resolve: (path) => resolve(dirname(file), path), environment: options.environment ?? process.env };
  const problems = [...crossProblems(parsed.data, source)];
  checkFiles(parsed.data, tools, (path, expected, next) => problems.push(problemAt(source, path, { expected, next })));
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
  return { ok: true, claim: toClaim(parsed.data, tools), file };
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
function cannotRead(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const message = code === 'ENOENT'
    ? { nl: `Het bestand ${file} bestaat niet. Maak het met \`toetssteen init\`, of geef een ander pad.`, en: `The file ${file} does not exist. Make it with \`toetssteen init\`, or give another path.` }
    : { nl: `Het bestand ${file} is niet te lezen (${code}). Kijk naar het pad en de rechten.`, en: `The file ${file} cannot be read (${code}). Look at the path and the permissions.` };
  return { line: 1, column: 1, path: '', message };
}

/** The text of a file in UTF-8, with or without a byte order mark; else the place of the first byte that is none. */
function decoded(bytes: Buffer): string | Problem {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    // What cannot be read comes out of the lenient decoder as U+FFFD; before the first of those all is as written.
    const [before = ''] = utf16 ? [''] : bytes.toString('utf8').split('\uFFFD');
    const lines = before.split('\n');
    const found = utf16 ? ', maar UTF-16' : '';
    const foundEn = utf16 ? ' but UTF-16' : '';
    return {
      line: lines.length, column: (lines.at(-1) ?? '').length + 1, path: '',
      message: { nl: `Opgegeven: een bestand dat geen UTF-8 is${found}; verwacht: UTF-8. Sla het bestand op als UTF-8; namen met bijzondere tekens komen anders verkeerd in het rapport.`, en: `Given: a file that is not UTF-8${foundEn}; expected: UTF-8. Save the file as UTF-8; names with special characters would come out wrong in the report.` },
    };
  }
}
