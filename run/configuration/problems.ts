import type { Text } from '../../model/text.ts';

/** Something in toetssteen.yaml that has to be mended first. `line` and `column` count from 1. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  /** For example `ixit.organisation.ura`; empty for the file as a whole. */
  readonly path: string;
  /** What was given, what was expected, what to do next. */
  readonly message: Text;
}

/** Three parts of a message. `given` is null when something is missing. */
export interface Complaint { readonly given: string | null; readonly expected: Text; readonly next: Text }

export function messageOf({ given, expected, next }: Complaint): Text {
  return {
    nl: `${given === null ? 'Ontbreekt' : `Opgegeven: ${given}`}; verwacht: ${expected.nl}. ${next.nl}`,
    en: `${given === null ? 'Missing' : `Given: ${given}`}; expected: ${expected.en}. ${next.en}`,
  };
}
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)), '');
}
/**
 * A value as it may be shown. Secrets, keys and BSNs are not: a wrong BSN in a configuration may be a real one.
 */
export function shown(path: readonly PropertyKey[], value: unknown): string {
  const names = path.map(String);
  const name = names.at(-1) ?? '';
  if (name === 'secret' || name === 'secretEnv' || names.includes('jwks')) return '(niet getoond / not shown)';
  if (name === 'bsn') return typeof value === 'string' ? `${value.length} ${/^\d*$/.test(value) ? 'cijfers / digits' : 'tekens / characters'}` : kindOf(value);
  if (typeof value === 'string') return `"${value.length > 80 ? `${value.slice(0, 80)}…` : value}"`;
  return typeof value === 'object' && value !== null ? kindOf(value) : String(value);
}
function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'een lijst / a list' : typeof value === 'object' ? 'een groep / a group' : String(typeof value);
}

/** One line a problem: `toetssteen.yaml:12:5 ixit.organisation.ura: …`. */
export function formatProblems(problems: readonly Problem[], file: string, language: 'nl' | 'en' = 'nl'): string {
  return problems.map(({ line, column, path, message }) => `${file}:${line}:${column}${path ? ` ${path}` : ''}: ${message[language]}`).join('\n');
}
