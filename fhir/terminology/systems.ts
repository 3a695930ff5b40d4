import type { Definitions } from '../definitions/definitions.ts';
import type { CodeSystemFacts } from '../definitions/terminology.ts';
import type { Tri } from './answer.ts';
import { formRules, ucumRule, ucumSystem, type FormRule } from './code-forms.ts';
import { SystemView } from './system-view.ts';

/** Content of `CodeSystem.content` beyond what the facts name. */
const partial = new Set(['example', 'fragment']);

/** All that can be said of code systems: those loaded, and those of which the form of a code tells something. */
export class Systems {
  private readonly definitions: Definitions;
  private readonly views = new WeakMap<CodeSystemFacts, SystemView>();
  private readonly rules: ReadonlyMap<string, FormRule>;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
    const common = (): ReadonlySet<string> => new Set(definitions.valueSet('http://hl7.org/fhir/ValueSet/ucum-common')?.include.flatMap((part) => part.concepts?.map((one) => one.code) ?? []) ?? []);
    this.rules = new Map([...formRules, [ucumSystem, ucumRule(common)]]);
  }
  /** Null when it is not loaded, in that version. The system may come from a message: what is not found is not kept. */
  view(system: string, version?: string): SystemView | null {
    if (system.includes('|')) return null;
    const facts = this.definitions.codeSystem(version === undefined ? system : `${system}|${version}`);
    if (facts === null) return null;
    let view = this.views.get(facts);
    if (view === undefined) this.views.set(facts, view = new SystemView(facts));
    return view;
  }
  rule(system: string): FormRule | undefined { return this.rules.get(system); }

  /** Whether a system has a code. */
  has(system: string, version: string | undefined, code: string): Tri {
    const view = this.view(system, version);
    if (view !== null && isComplete(view)) return view.get(code) !== undefined;
    if (view !== null && partial.has(view.facts.content) && view.get(code) !== undefined) return true;
    const form = this.rule(system)?.form(code);
    if (form === 'impossible') return false;
    if (form === 'known') return true;
    if (form === 'possible') return { obstacle: system === 'http://snomed.info/sct' || system === 'http://loinc.org' ? 'system-not-enumerable' : 'not-registered-here', about: system };
    return this.obstacle(system, version);
  }
  /** Why a system can't be enumerated. */
  obstacle(system: string, version: string | undefined): Exclude<Tri, boolean> {
    const view = this.view(system);
    if (view === null) return { obstacle: this.rule(system) !== undefined ? 'system-not-enumerable' : 'system-unknown', about: system };
    if (version !== undefined && this.view(system, version) === null) return { obstacle: 'system-version-unknown', about: `${system}|${version}` };
    return { obstacle: partial.has(view.facts.content) ? 'system-partial' : 'system-not-enumerable', about: system };
  }
  /** True, false, or undefined when nothing says whether case matters. */
  caseSensitive(system: string): boolean | undefined {
    return this.view(system)?.caseSensitive ?? this.rule(system)?.caseSensitive;
  }
}
export const isComplete = (view: SystemView): boolean => view.facts.content === 'complete' && view.facts.supplements === undefined;
