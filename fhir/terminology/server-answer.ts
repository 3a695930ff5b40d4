import type { Text } from '../../model/text.ts';
import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';

/**
 * What a terminology server said of one code.
 * `unknown-value-set`: it does not have the value set. `cannot-tell`: it answered, but does not know. `no-answer`: it did not answer, or not in a form that can be read.
 */
export type ServerAnswer =
  | { readonly kind: 'in' }
  | { readonly kind: 'out' }
  | { readonly kind: 'unknown-value-set' | 'cannot-tell' | 'no-answer'; readonly text: Text };

export const unsureAnswer = (kind: 'unknown-value-set' | 'cannot-tell' | 'no-answer', why: string): ServerAnswer => {
  const shown = why.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim().slice(0, 200);
  const words = {
    'unknown-value-set': { nl: 'de terminologieserver kent deze waardelijst niet', en: 'the terminology server does not know this value set' },
    'cannot-tell': { nl: 'de terminologieserver kon het niet zeggen', en: 'the terminology server could not tell' },
    'no-answer': { nl: 'niet gecontroleerd: de terminologieserver gaf geen antwoord', en: 'not checked: the terminology server did not answer' },
  }[kind];
  return { kind, text: shown === '' ? words : { nl: `${words.nl} (${shown})`, en: `${words.en} (${shown})` } };
};

const list = (value: Json | undefined): readonly JsonObject[] => Array.isArray(value) ? value.filter(isObject) : [];
const textOf = (value: Json | undefined): string => typeof value === 'string' ? value : '';
/**
 * A server that lacks the code system, its version or a value set says `false` too; in words, or (newer ones) in parameters and issues of their own.
 * Words of servers in use (HAPI, Ontoserver, Snowstorm, tx.fhir.org): what is said after the name of the system, or of expanding it, not of a code in it.
 */
const lacking = [
  /\bunknown\s+(code\s*system|value\s*set|system)\b/i,
  /\b(code\s*system|value\s*set)s?\b(\s+with\s+\w+)?[\s:]*(['"(]?\S+['")]?,?\s*)?(version\s+\S+\s+)?(is|are|was|were|could|can|has|have|does)?\s*(n[o']t\b|unknown\b|unsupported\b|cannot\b)/i,
  /\b(could\s*n[o']t|can\s*not|unable\s+to|failed\s+to)\s+(be\s+)?(expand|resolve|load|retrieve)/i,
  /\b(could\s*n[o']t|can\s*not|unable\s+to|failed\s+to)\s+(find|locate)\s+(the\s+|a\s+)?(code\s*system|value\s*set|version)/i,
];

/**
 * Reads the answer to `$validate-code` (STU3 and R4: `Parameters` with `result`, or an OperationOutcome).
 * `false` counts as `out` only where nothing says that the server lacks the content to judge.
 */
export function readServerAnswer(status: number, body: string): ServerAnswer {
  let json: Json = null;
  try { json = JSON.parse(body) as Json; } catch { /* told below */ }
  if (!isObject(json)) return unsureAnswer('no-answer', `status ${status}`);
  if (json.resourceType === 'OperationOutcome') return readOutcome(status, json);
  const parameters = json.resourceType === 'Parameters' ? list(json.parameter) : [];
  const result = parameters.find((one) => one.name === 'result')?.valueBoolean;
  if (status >= 300 || typeof result !== 'boolean') return unsureAnswer('no-answer', `status ${status}`);
  if (result) return { kind: 'in' };
  const message = textOf(parameters.find((one) => one.name === 'message')?.valueString);
  if (parameters.some((one) => typeof one.name === 'string' && /^x-(caused-by-)?unknown-system$/.test(one.name))) return unsureAnswer('cannot-tell', message);
  const issues = parameters.flatMap((one) => one.name === 'issues' && isObject(one.resource) ? list(one.resource.issue) : []);
  if (issues.some((issue) => issue.code === 'not-found' || issue.code === 'not-supported' || issue.code === 'too-costly')) return unsureAnswer('cannot-tell', message);
  return lacking.some((words) => words.test(message)) ? unsureAnswer('cannot-tell', message) : { kind: 'out' };
}
function readOutcome(status: number, outcome: JsonObject): ServerAnswer {
  const issues = list(outcome.issue);
  const why = issues.map((issue) => textOf(issue.diagnostics) || (isObject(issue.details) ? textOf(issue.details.text) : '')).find((one) => one !== '') ?? '';
  if (status === 404 || issues.some((issue) => issue.code === 'not-found')) return unsureAnswer('unknown-value-set', why);
  return unsureAnswer(status >= 500 || status === 401 || status === 403 || status === 429 ? 'no-answer' : 'cannot-tell', `status ${status} ${why}`);
}
