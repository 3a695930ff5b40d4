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
export interface Complaint { readonly given: Text | null; readonly expected: Text; readonly next: Text }

export function messageOf({ given, expected, next }: Complaint): Text {
  return {
    nl: `${given === null ? 'Ontbreekt' : `Opgegeven: ${given.nl}`}; verwacht: ${expected.nl}. ${next.nl}`,
    en: `${given === null ? 'Missing' : `Given: ${given.en}`}; expected: ${expected.en}. ${next.en}`,
  };
}
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)), '');
}
/**
 * A value as it may be shown. Secrets, keys and BSNs are not: a wrong BSN in a configuration may be a real one.
 */
export function shown(path: readonly PropertyKey[], value: unknown): Text {
  const names = path.map(String);
  const name = names.at(-1) ?? '';
  if (name === 'secret' || name === 'secretEnv' || names.includes('jwks')) return { nl: '(niet getoond)', en: '(not shown)' };
  if (name === 'bsn') return typeof value === 'string' ? lengthOf(value) : kindOf(value);
  if (typeof value === 'string') return same(`"${value.length > 80 ? `${value.slice(0, 80)}…` : value}"`);
  return typeof value === 'object' && value !== null ? kindOf(value) : same(String(value));
}
function kindOf(value: unknown): Text {
  if (Array.isArray(value)) return value.length === 0 ? { nl: 'een lege lijst', en: 'an empty list' } : { nl: 'een lijst', en: 'a list' };
  return typeof value === 'object' ? { nl: 'een groep', en: 'a group' } : same(typeof value);
}
function lengthOf(value: string): Text {
  return /^\d*$/.test(value) ? { nl: `${value.length} cijfers`, en: `${value.length} digits` } : { nl: `${value.length} tekens`, en: `${value.length} characters` };
}
const same = (text: string): Text => ({ nl: text, en: text });

/** One line a problem: `toetssteen.yaml:12:5 ixit.organisation.ura: …`. */
export function formatProblems(problems: readonly Problem[], file: string, language: 'nl' | 'en' = 'nl'): string {
  return problems.map(({ line, column, path, message }) => `${file}:${line}:${column}${path ? ` ${path}` : ''}: ${message[language]}`).join('\n');
}
