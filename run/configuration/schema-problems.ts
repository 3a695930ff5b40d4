import type { z } from 'zod';
import type { Text } from '../../model/text.ts';
import { expectations, isExpectation } from './expectations.ts';
import { nearest } from './nearest.ts';
import { messageOf, pathText, shown } from './problems.ts';
import type { Complaint, Problem } from './problems.ts';
import { keysAt } from './schema.ts';
import type { Source } from './source.ts';

type Issue = z.core.$ZodIssue;

/** Turns what the schema found into messages for people, in the order of the file. */
export function schemaProblems(error: z.ZodError, source: Source): Problem[] {
  return error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(issue, source) : [problemOf(issue, source)]));
}

function unknownKeys(issue: Extract<Issue, { code: 'unrecognized_keys' }>, source: Source): Problem[] {
  const known = keysAt(issue.path);
  return issue.keys.map((key) => {
    const path = [...issue.path, key];
    const near = nearest(key, known);
    const message: Text = near
      ? { nl: `"${key}" is hier geen naam. Bedoelde u "${near}"?`, en: `"${key}" is no name here. Did you mean "${near}"?` }
      : { nl: `"${key}" is hier geen naam. Haal het weg, of kies uit: ${known.join(', ')}.`, en: `"${key}" is no name here. Remove it, or choose from: ${known.join(', ')}.` };
    return { ...source.locate(path, 'key'), path: pathText(path), message };
  });
}

function problemOf(issue: Issue, source: Source): Problem {
  const value = valueAt(source.data, issue.path);
  const missing = value === undefined;
  return {
    ...source.locate(issue.path), path: pathText(issue.path),
    message: messageOf({ given: missing ? null : shown(issue.path, value), ...complaint(issue, value) }),
  };
}

function complaint(issue: Issue, value: unknown): Omit<Complaint, 'given'> {
  if (isExpectation(issue.message)) return expectations[issue.message];
  if (issue.code === 'invalid_value') return choice(issue.values.map(String), value);
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind') return choice(['webhook', 'command', 'manual'], value);
  if (issue.code === 'invalid_type') return kind(issue.expected);
  return { expected: { nl: 'een geldige waarde', en: 'a valid value' }, next: { nl: `Verbeter deze waarde (${issue.message}).`, en: `Correct this value (${issue.message}).` } };
}
function choice(values: readonly string[], value: unknown): Omit<Complaint, 'given'> {
  const near = typeof value === 'string' ? nearest(value, values) : null;
  const list = values.join(', ');
  return {
    expected: { nl: values.length === 1 ? list : `een van ${list}`, en: values.length === 1 ? list : `one of ${list}` },
    next: near ? { nl: `Bedoelde u "${near}"?`, en: `Did you mean "${near}"?` } : { nl: 'Kies een van deze waarden.', en: 'Choose one of these values.' },
  };
}
const kinds: Readonly<Record<string, Omit<Complaint, 'given'>>> = {
  string: expectations.text,
  boolean: { expected: { nl: 'true of false', en: 'true or false' }, next: { nl: 'Schrijf true (ja) of false (nee), zonder aanhalingstekens.', en: 'Write true or false, without quotes.' } },
  array: { expected: { nl: 'een lijst', en: 'a list' }, next: { nl: 'Zet elk onderdeel op een eigen regel achter een streepje.', en: 'Put each item on a line of its own behind a dash.' } },
  object: { expected: { nl: 'een groep met namen en waarden', en: 'a group of names and values' }, next: { nl: '`toetssteen init` schrijft een voorbeeld met alle namen.', en: '`toetssteen init` writes an example with all names.' } },
};
const kind = (expected: string) => kinds[expected] ?? expectations.text;

/** Undefined for whatever is not there, also behind a value that holds no members. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? (value as Record<PropertyKey, unknown>)[part] : undefined), data);
}
