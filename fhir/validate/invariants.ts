import type { ConstraintFacts } from '../definitions/structure.ts';
import type { FhirVersion } from '../version.ts';
import type { FhirPathEngine } from './fhirpath-engine.ts';
import { invariantCorrections } from './invariant-corrections.ts';
import type { Item } from './item.ts';
import { nativeInvariant } from './native-invariants.ts';
import type { NativeInvariant } from './native-invariants.ts';
import { report } from './session.ts';
import type { Asker, Session } from './session.ts';
import { say, shown } from './texts.ts';

/** A constraint made ready once. */
interface Prepared {
  readonly native: NativeInvariant | undefined;
  readonly expression: string | undefined;
}

/** Evaluates the invariants of elements: natively where that gives the same answer, by FHIRPath otherwise. */
export class Invariants {
  private readonly prepared = new WeakMap<ConstraintFacts, Prepared>();
  private readonly byText = new Map<string, Prepared>();
  private readonly corrections: ReadonlyMap<string, string>;
  private readonly engine: FhirPathEngine;
  /** Off in the differential proof, which compares both ways. */
  natives = true;

  constructor(fhir: FhirVersion, engine: FhirPathEngine) {
    this.engine = engine;
    this.corrections = new Map(invariantCorrections.filter((one) => one.fhir === fhir || one.fhir === 'both').map((one) => [`${one.key}\n${one.published}`, one.corrected]));
  }
  check(session: Session, item: Item, constraints: readonly ConstraintFacts[], asker: Asker): void {
    for (const constraint of constraints) this.one(session, item, constraint, asker);
  }
  private one(session: Session, item: Item, constraint: ConstraintFacts, asker: Asker): void {
    const prepared = this.prepare(constraint);
    if (prepared.expression === undefined) {
      notEvaluated(session, item, constraint, asker, 'no FHIRPath');
      return;
    }
    const native = this.natives && prepared.native !== undefined ? prepared.native(item) : null;
    if (native === true) return;
    if (native === null) {
      const outcome = this.engine.test(prepared.expression, item);
      if (outcome.kind === 'true') return;
      if (outcome.kind !== 'false') {
        notEvaluated(session, item, constraint, asker, outcome.kind === 'failed' ? outcome.why : 'neither true nor false');
        return;
      }
    }
    const known = codeOf[constraint.key];
    report(session, item, {
      code: known ?? (constraint.key.startsWith('bdl-') ? 'bundle-rule' : 'invariant-violated'), severity: constraint.severity, invariant: constraint.key, asker,
      actual: shown(typeof item.value === 'object' ? undefined : item.value),
      expected: say(`regel ${constraint.key}: ${constraint.expression}`, `rule ${constraint.key}: ${constraint.expression}`),
    });
  }
  private prepare(constraint: ConstraintFacts): Prepared {
    let prepared = this.prepared.get(constraint);
    if (prepared === undefined) this.prepared.set(constraint, prepared = this.prepareText(constraint));
    return prepared;
  }
  /** Most constraints are repeated on many types. */
  private prepareText(constraint: ConstraintFacts): Prepared {
    const key = `${constraint.key}\n${constraint.expression ?? ''}`;
    let prepared = this.byText.get(key);
    if (prepared !== undefined) return prepared;
    const expression = this.corrections.get(key) ?? constraint.expression;
    prepared = { expression, native: expression === undefined ? undefined : nativeInvariant(expression) };
    this.byText.set(key, prepared);
    return prepared;
  }
}
/** Rules for which a code of its own tells more. */
const codeOf: Readonly<Record<string, 'duplicate-full-url' | 'contained-not-found' | undefined>> = { 'bdl-7': 'duplicate-full-url', 'ref-1': 'contained-not-found' };

function notEvaluated(session: Session, item: Item, constraint: ConstraintFacts, asker: Asker, why: string): void {
  report(session, item, {
    code: 'invariant-not-evaluated', severity: 'not-checked', invariant: constraint.key, asker, actual: why,
    expected: say(`regel ${constraint.key} kon niet worden nagegaan: ${constraint.expression ?? '(alleen XPath)'}`, `rule ${constraint.key} could not be evaluated: ${constraint.expression ?? '(XPath only)'}`),
  });
}
