import type { BindingFacts } from '../definitions/structure.ts';
import type { FhirFinding } from '../finding.ts';
import type { JsonPath } from '../json.ts';
import { say } from './texts.ts';
import type { CodeAnswer, CodeToCheck } from './terminology-port.ts';

/** A code that could not be checked here, for a second pass with a terminology server. */
export interface PendingCode {
  readonly path: JsonPath;
  readonly expression: string;
  readonly valueSet: string;
  readonly strength: BindingFacts['strength'];
  /** Codings of one concept: one of them in the value set is enough. */
  readonly codes: readonly CodeToCheck[];
  readonly profile?: string;
  readonly element?: string;
}

/**
 * The second pass: asks `ask` for each pending code and returns the findings again with what is now known.
 * A code found in the value set loses its `code-not-checked`; one that is not gets `code-not-in-value-set` with the weight of its binding;
 * one that stays unknown, or whose question fails, stays not checked.
 */
export async function settlePending(findings: readonly FhirFinding[], pending: readonly PendingCode[], ask: (valueSet: string, code: CodeToCheck) => Promise<CodeAnswer>): Promise<FhirFinding[]> {
  const settled = new Map<string, 'in' | 'out'>();
  const asked = new Map<string, Promise<CodeAnswer>>();
  const once = (valueSet: string, code: CodeToCheck): Promise<CodeAnswer> => {
    const key = JSON.stringify([valueSet, code.system, code.code, code.version]);
    let answer = asked.get(key);
    if (answer === undefined) asked.set(key, answer = ask(valueSet, code).catch(() => 'unknown' as const));
    return answer;
  };
  for (const one of pending) {
    const answers = await Promise.all(one.codes.map((code) => once(one.valueSet, code)));
    if (answers.includes('in')) settled.set(keyOf(one.path, one.valueSet), 'in');
    else if (answers.every((answer) => answer === 'out')) settled.set(keyOf(one.path, one.valueSet), 'out');
  }
  const byPlace = new Map(pending.map((one) => [keyOf(one.path, one.valueSet), one]));
  const result: FhirFinding[] = [];
  for (const finding of findings) {
    const key = finding.code === 'code-not-checked' ? [...byPlace.keys()].find((place) => place.startsWith(`${finding.path.join('/')} `) && finding.expected.en.includes(byPlace.get(place)!.valueSet)) : undefined;
    const outcome = key === undefined ? undefined : settled.get(key);
    if (outcome === undefined) { result.push(finding); continue; }
    if (outcome === 'in') continue;
    const one = byPlace.get(key!)!;
    result.push({ ...finding, code: 'code-not-in-value-set', severity: one.strength === 'required' ? 'error' : 'warning', expected: say(`een code uit ${one.valueSet} (${one.strength})`, `a code from ${one.valueSet} (${one.strength})`) });
  }
  return result;
}
const keyOf = (path: JsonPath, valueSet: string): string => `${path.join('/')} ${valueSet}`;
