import type { Definitions } from '../definitions/definitions.ts';
import type { CodeSystemFacts, ValueSetFacts } from '../definitions/terminology.ts';
import { obstacleText, type CodeCheck, type CodeToCheck, type SystemCheck, type Tri } from './answer.ts';
import { Systems } from './systems.ts';
import { Membership, type Asking } from './value-set.ts';

/** What is known of code systems and value sets from the loaded definitions; synchronous. */
export interface Terminology {
  /** Whether a code is in a value set (canonical, `|version` allowed). `in` and `out` are certain. */
  checkCode(code: CodeToCheck, valueSet: string): CodeCheck;
  /** Whether a code system has a code. */
  checkSystem(system: string, code: string, version?: string): SystemCheck;
  /** `differs` only where all displays are known: a complete code system that has one for this code. */
  checkDisplay(code: CodeToCheck): 'same' | 'differs' | 'not-checkable';
  /** Displays and designations of a code system, its supplements, and a value set when one is named. */
  displays(system: string, code: string, valueSet?: string): readonly string[];
  /** The same as `checkCode` in one word, as the validator asks it. */
  check(valueSet: string, code: CodeToCheck): 'in' | 'out' | 'unknown' | 'no-value-set';
}
/** `loadDefinitions` gives supplements too. */
type TerminologyDefinitions = Definitions & { supplementsOf?(system: string): readonly CodeSystemFacts[] };

/** Value sets deeper in each other than this are not looked into. */
const deepest = 50;

export function createTerminology(definitions: TerminologyDefinitions): Terminology {
  const systems = new Systems(definitions);
  const memberships = new WeakMap<ValueSetFacts, Membership>();

  function membership(canonical: string): Membership | null {
    const facts = definitions.valueSet(canonical);
    if (facts === null) return null;
    let one = memberships.get(facts);
    if (one === undefined) memberships.set(facts, one = new Membership(facts, { systems, fhir: definitions.fhir, nested: ask }));
    return one;
  }
  function ask(canonical: string, code: CodeToCheck, asking: Asking): Tri {
    const found = asking.answers.get(canonical);
    if (found === 'asking' || asking.answers.size > 1000) return { obstacle: 'value-set-circular', about: canonical };
    if (found !== undefined) return found;
    const one = membership(canonical);
    if (one === null) return { obstacle: 'value-set-unknown', about: canonical };
    if ([...asking.answers.values()].filter((answer) => answer === 'asking').length > deepest) return { obstacle: 'value-set-circular', about: canonical };
    asking.answers.set(canonical, 'asking');
    const answer = one.test(code, asking);
    asking.answers.set(canonical, answer);
    return answer;
  }
  function checkCode(code: CodeToCheck, valueSet: string): CodeCheck {
    const answer = ask(valueSet, code, { answers: new Map() });
    return typeof answer === 'boolean' ? { kind: answer ? 'in' : 'out' } : { kind: 'not-checkable', ...answer, text: obstacleText(answer) };
  }
  function displays(system: string, code: string, valueSet?: string): string[] {
    const found = new Set<string>();
    const add = (one: { readonly display?: string; readonly designations?: readonly string[] } | undefined): void => {
      if (one?.display !== undefined) found.add(one.display);
      for (const designation of one?.designations ?? []) found.add(designation);
    };
    const view = systems.view(system);
    const fold = (text: string): string => systems.caseSensitive(system) === false ? text.toLowerCase() : text;
    add(view?.get(code));
    for (const supplement of definitions.supplementsOf?.(system) ?? []) add(supplement.codes.find((one) => fold(one.code) === fold(code)));
    const facts = valueSet === undefined ? null : definitions.valueSet(valueSet);
    for (const part of facts?.include ?? []) if (part.system === system) for (const one of part.concepts ?? []) if (fold(one.code) === fold(code)) add(one);
    return [...found];
  }
  return {
    checkCode, displays,
    checkSystem(system, code, version) {
      const answer = systems.has(system, version, code);
      return typeof answer === 'boolean' ? { kind: answer ? 'known' : 'unknown' } : { kind: 'not-checkable', ...answer, text: obstacleText(answer) };
    },
    checkDisplay({ system, code, display }) {
      if (system === undefined || display === undefined) return 'not-checkable';
      const known = displays(system, code);
      if (known.some((one) => sameWords(one, display))) return 'same';
      const view = systems.view(system);
      return view?.facts.content === 'complete' && view.get(code)?.display !== undefined ? 'differs' : 'not-checkable';
    },
    check(valueSet, code) {
      const answer = checkCode(code, valueSet);
      if (answer.kind !== 'not-checkable') return answer.kind;
      return answer.obstacle === 'value-set-unknown' && answer.about === valueSet ? 'no-value-set' : 'unknown';
    },
  };
}
/** Displays differ neither by case nor by spacing (FHIR R4, Terminology Service, "$validate-code" leaves it open; both are presentation). */
const sameWords = (a: string, b: string): boolean => a.trim().replace(/\s+/g, ' ').toLowerCase() === b.trim().replace(/\s+/g, ' ').toLowerCase();
