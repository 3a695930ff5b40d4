import type { FhirVersion } from '../version.ts';
import type { ValueSetFacts, ValueSetPart } from '../definitions/terminology.ts';
import { all, any, not, type CodeToCheck, type Tri, type Unsure } from './answer.ts';
import { filterByCode, selected, type Filter } from './filter.ts';
import { isComplete, type Systems } from './systems.ts';

/** Answers of nested value sets to one question: each is asked once, and one that is being asked does not answer itself. */
export interface Asking { readonly answers: Map<string, Tri | 'asking'> }
/** What nested value sets are asked with. */
export type AskNested = (canonical: string, code: CodeToCheck, asking: Asking) => Tri;
type Test = (code: CodeToCheck, asking: Asking) => Tri;

interface Surroundings { readonly systems: Systems; readonly fhir: FhirVersion; readonly nested: AskNested }

/** Membership of one value set: what is enumerated is looked up, the rest is worked out a part at a time. */
export class Membership {
  readonly facts: ValueSetFacts;
  private readonly include: Parts;
  private readonly exclude: Parts | null;
  private readonly expansion: Listed | null;

  constructor(facts: ValueSetFacts, around: Surroundings) {
    this.facts = facts;
    this.include = new Parts(facts.include, facts.url, around);
    this.exclude = facts.exclude === undefined ? null : new Parts(facts.exclude, facts.url, around);
    this.expansion = facts.expansion === undefined ? null : new Listed(around.systems, facts.expansion);
  }
  test(code: CodeToCheck, asking: Asking): Tri {
    const { url, include, exclude } = this.facts;
    if (include.length === 0 && exclude === undefined) return this.expansion === null ? { obstacle: 'value-set-empty', about: url } : this.byExpansion(code);
    const found = this.exclude === null ? this.include.test(code, asking) : all([this.include.test(code, asking), not(this.exclude.test(code, asking))]);
    // An expansion tells of codes that are in it; it may be older than the definition, so that absence proves nothing.
    return typeof found !== 'boolean' && this.expansion?.test(code) === true ? true : found;
  }
  private byExpansion(code: CodeToCheck): Tri {
    const found = this.expansion!.test(code);
    return found === false && this.facts.expansionPartial === true ? { obstacle: 'value-set-partial', about: this.facts.url } : found;
  }
}

/** A union of parts. Plain lists of codes, by far the most, are one look-up together. */
class Parts {
  private readonly listed: Listed;
  private readonly others: readonly Test[];
  constructor(parts: readonly ValueSetPart[], url: string, around: Surroundings) {
    const plain = parts.filter((part) => part.system !== undefined && part.concepts !== undefined && part.filters === undefined && part.valueSets === undefined);
    this.listed = new Listed(around.systems, plain.flatMap((part) => part.concepts!.map((one) => ({ system: part.system!, code: one.code }))));
    this.others = parts.filter((part) => !plain.includes(part)).map((part) => testOf(part, url, around));
  }
  test(code: CodeToCheck, asking: Asking): Tri {
    const listed = this.listed.test(code);
    if (listed === true || this.others.length === 0) return listed;
    return any([listed, ...this.others.map((test) => test(code, asking))]);
  }
}

/** Codes that are written out. */
class Listed {
  private readonly systems: Systems;
  private readonly bySystem = new Map<string, { readonly codes: Set<string>; readonly folded: Set<string> }>();
  constructor(systems: Systems, codes: readonly { readonly system: string; readonly code: string }[]) {
    this.systems = systems;
    for (const { system, code } of codes) {
      let known = this.bySystem.get(system);
      if (known === undefined) this.bySystem.set(system, known = { codes: new Set(), folded: new Set() });
      known.codes.add(code);
      known.folded.add(code.toLowerCase());
    }
  }
  test({ system, code }: CodeToCheck): Tri {
    if (system === undefined) return any([...this.bySystem.keys()].map((one) => this.in(one, code)));
    return this.in(system, code);
  }
  private in(system: string, code: string): Tri {
    const listed = this.bySystem.get(system);
    if (listed === undefined) return false;
    if (listed.codes.has(code)) return true;
    if (!listed.folded.has(code.toLowerCase())) return isExpression(system, code) ? { obstacle: 'system-not-enumerable', about: system } : false;
    const sensitive = this.systems.caseSensitive(system);
    return sensitive === undefined ? { obstacle: 'case-unknown', about: system } : !sensitive;
  }
}
/** A SNOMED CT expression may say the same as a listed concept. */
const isExpression = (system: string, code: string): boolean => system === 'http://snomed.info/sct' && /^\s*(===|<<<)?\s*\d{6,18}\s*[:+|]/.test(code);

function testOf(part: ValueSetPart, url: string, around: Surroundings): Test {
  const nested = part.valueSets === undefined ? null : nestedTest(part.valueSets, url, around);
  if (part.system === undefined) return nested ?? (() => ({ obstacle: 'value-set-empty', about: url }));
  const { system } = part;
  const own: ((code: string) => Tri)[] = [];
  if (part.concepts !== undefined) {
    const listed = new Listed(around.systems, part.concepts.map((one) => ({ system, code: one.code })));
    own.push((code) => listed.test({ system, code }));
  }
  for (const filter of part.filters ?? []) own.push(filterTest(system, part.version, filter, around.systems));
  // A part without list or filter is the whole system; a filter selects from it.
  if (part.concepts === undefined) own.push((code) => around.systems.has(system, part.version, code));
  return (code, asking) => {
    if (code.system !== undefined && code.system !== system) return false;
    const tests = own.map((test) => test(code.code));
    return nested === null ? all(tests) : all([...tests, nested(code.system === undefined ? { ...code, system } : code, asking)]);
  };
}

/**
 * Several value sets in one part: the codes must be in all (STU3 and R4, `ValueSet.compose.include`, comment). R4 says of `include.valueSet` itself
 * that it is their union: there only what both readings agree on is told.
 */
function nestedTest(canonicals: readonly string[], url: string, { nested, fhir }: Surroundings): Test {
  return (code, asking) => {
    const answers = canonicals.map((canonical) => nested(canonical, code, asking));
    const inAll = all(answers);
    if (fhir === 'stu3' || canonicals.length === 1 || inAll === true) return inAll;
    const inAny = any(answers);
    return inAny === false ? false : typeof inAny === 'boolean' && typeof inAll === 'boolean' ? { obstacle: 'sources-differ', about: url } : firstUnsure(inAny, inAll);
  };
}
const firstUnsure = (...values: readonly Tri[]): Unsure => values.find((value): value is Unsure => typeof value !== 'boolean')!;

function filterTest(system: string, version: string | undefined, filter: Filter, systems: Systems): (code: string) => Tri {
  const unsure: Unsure = { obstacle: 'filter-not-evaluable', about: system };
  const byCode = filterByCode(filter);
  if (byCode !== undefined) return (code) => byCode(code) ?? unsure;
  let codes: ReadonlySet<string> | null | undefined;
  return (code) => {
    const view = systems.view(system, version);
    if (view === null || !isComplete(view)) return systems.obstacle(system, version);
    if (codes === undefined) codes = selected(view, filter);
    return codes === null ? unsure : codes.has(view.fold(code));
  };
}
