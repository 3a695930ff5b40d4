import fhirpath from 'fhirpath';
import type { Model } from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import stu3 from 'fhirpath/fhir-context/stu3';
import type { FhirVersion } from '../version.ts';
import type { FhirResource } from '../json.ts';
import { isObject } from '../json.ts';
import { restfulReference } from './bundle-index.ts';
import type { Item } from './item.ts';
import type { ResourceScope } from './scope.ts';
import type { CodeToCheck, TerminologyPort } from './terminology-port.ts';
import { narrativeFault } from './narrative.ts';

/** `undecided`: the expression gave neither true nor false (an empty collection). */
export type Evaluation = { readonly kind: 'true' | 'false' | 'undecided' } | { readonly kind: 'failed'; readonly why: string };

/** More steps than this are not spent on one expression: a package or a message must not hold the validator. */
const mostSteps = 200_000;
const tooLong = 'the expression takes too long on this resource';

interface Node { readonly data: unknown; readonly index: number | null }
type Evaluator = (data: unknown, variables?: Record<string, unknown>) => unknown[];

/** Raised inside an evaluation when the answer can't be known here. */
class CannotTell extends Error {}

/**
 * FHIRPath on elements of a resource, with the resource around them: `%resource`, `%rootResource`, `%context`, `resolve()`, `memberOf()`,
 * `conformsTo()`, `htmlChecks()`. Each expression is compiled once for each engine.
 */
export class FhirPathEngine {
  private readonly model: Model;
  private readonly terminology: TerminologyPort;
  private readonly compiled = new Map<string, Evaluator | { readonly why: string }>();
  private readonly conforms: (resource: FhirResource, profile: string, scope: ResourceScope) => boolean | null;
  private readonly typeOnly = new Map<string, boolean>();
  private readonly patterns = new Map<string, RegExp>();
  private scope: ResourceScope | null = null;
  /** Whether the expression at hand asks no more of a target than its type. */
  private stubs = false;
  private steps = 0;

  constructor(fhir: FhirVersion, terminology: TerminologyPort, conforms: (resource: FhirResource, profile: string, scope: ResourceScope) => boolean | null) {
    this.model = fhir === 'stu3' ? stu3 : r4;
    this.terminology = terminology;
    this.conforms = conforms;
  }
  /** Compiles without evaluating: the reason when the expression is not FHIRPath. */
  syntaxFault(expression: string): string | null {
    const evaluator = this.compile(expression);
    return typeof evaluator === 'function' ? null : evaluator.why;
  }
  /** The value of a criterion on an element. */
  test(expression: string, item: Item): Evaluation {
    const evaluator = this.compile(expression);
    if (typeof evaluator !== 'function') return { kind: 'failed', why: evaluator.why };
    // What took too long once in a resource is not tried again on each of its elements.
    if (item.scope.tooLong?.has(expression) === true) return { kind: 'failed', why: tooLong };
    const before = this.scope;
    this.steps = 0;
    try {
      const node = this.nodeOf(item);
      if (node === null) return { kind: 'failed', why: 'the element is not known to the FHIRPath model' };
      this.scope = item.scope;
      this.stubs = this.asksTypeOnly(expression);
      return toEvaluation(this.evaluate(evaluator, node, item));
    } catch (error) {
      const why = firstLine(error);
      if (why === tooLong) (item.scope.tooLong ??= new Set()).add(expression);
      return { kind: 'failed', why };
    } finally {
      this.scope = before;
    }
  }
  /** Data of the nodes that an expression selects from the resource of an element; null when it can't be evaluated. */
  select(expression: string, item: Item): readonly unknown[] | null {
    const evaluator = this.compile(expression);
    if (typeof evaluator !== 'function') return null;
    const before = this.scope;
    this.steps = 0;
    try {
      this.scope = item.scope;
      this.stubs = false;
      return this.evaluate(evaluator, this.rootOf(item.scope), item).map(dataOf);
    } catch {
      return null;
    } finally {
      this.scope = before;
    }
  }
  private evaluate(evaluator: Evaluator, node: unknown, item: Item): unknown[] {
    const resource = this.rootOf(item.scope);
    const root = item.scope.container === null ? resource : this.rootOf(item.scope.root);
    return quietly(() => evaluator([node], { resource, rootResource: root, context: node }));
  }

  private compile(expression: string): Evaluator | { readonly why: string } {
    let known = this.compiled.get(expression);
    if (known === undefined) {
      try {
        known = fhirpath.compile(expression, this.model, this.options()) as unknown as Evaluator;
      } catch (error) {
        known = { why: firstLine(error) };
      }
      this.compiled.set(expression, known);
    }
    return known;
  }
  private options(): Record<string, unknown> {
    return {
      resolveInternalTypes: false,
      traceFn: () => undefined,
      debugger: () => { if ((this.steps += 1) > mostSteps) throw new CannotTell(tooLong); },
      userInvocationTable: {
        resolve: { fn: (nodes: readonly unknown[]) => nodes.flatMap((node) => this.resolve(dataOf(node))), arity: { 0: [] } },
        memberOf: { fn: (nodes: readonly unknown[], valueSet: string) => nodes.map((node) => this.memberOf(dataOf(node), valueSet)), arity: { 1: ['String'] } },
        conformsTo: { fn: (nodes: readonly unknown[], profile: string) => nodes.map((node) => this.conformsTo(dataOf(node), profile)), arity: { 1: ['String'] } },
        matches: { fn: (nodes: readonly unknown[], pattern: string) => this.matches(nodes, pattern), arity: { 1: ['String'] } },
        htmlChecks: { fn: (nodes: readonly unknown[]) => [nodes.every((node) => narrativeFault(String(dataOf(node))) === null)], arity: { 0: [] } },
        htmlchecks: { fn: (nodes: readonly unknown[]) => [nodes.every((node) => narrativeFault(String(dataOf(node))) === null)], arity: { 0: [] } },
      },
    };
  }
  /**
   * `matches()` as the library has it, but for patterns with escapes that JavaScript refuses in Unicode mode (`\\@`, `\\'`, a lone `]`), which the
   * published rules eld-16, eld-19 and eld-20 have.
   */
  private matches(nodes: readonly unknown[], pattern: string): boolean | [] {
    if (nodes.length > 1) throw new CannotTell('matches() on more than one value');
    const text = nodes.length === 0 ? undefined : dataOf(nodes[0]);
    if (typeof text !== 'string') return [];
    let regex = this.patterns.get(pattern);
    if (regex === undefined) this.patterns.set(pattern, regex = compilePattern(pattern));
    return regex.test(text);
  }
  private resolve(data: unknown): unknown[] {
    const reference = typeof data === 'string' ? data : isObject(data) && typeof data.reference === 'string' ? data.reference : null;
    if (reference === null) return [];
    const found = this.scope?.resolve(reference);
    if (found !== undefined && (found.kind === 'contained' || found.kind === 'bundled')) return this.step('$this', found.resource);
    // A reference to elsewhere still says of which type its target is.
    const type = this.stubs ? restfulReference(reference)?.type : undefined;
    if (type !== undefined) return this.step('$this', { resourceType: type });
    throw new CannotTell(`${reference} can't be resolved here`);
  }
  private asksTypeOnly(expression: string): boolean {
    let known = this.typeOnly.get(expression);
    if (known === undefined) {
      known = expression.includes('resolve()') && !/resolve\(\)(?!\s+is\s|\.ofType\(|\.is\()/.test(expression);
      this.typeOnly.set(expression, known);
    }
    return known;
  }
  private memberOf(data: unknown, valueSet: string): boolean {
    const codes = codesIn(data);
    if (codes === null) throw new CannotTell('memberOf() on something that is no code');
    const answers = codes.map((code) => this.terminology.check(valueSet, code));
    if (answers.includes('in')) return true;
    if (answers.some((answer) => answer !== 'out')) throw new CannotTell(`membership of ${valueSet} can't be checked here`);
    return false;
  }
  private conformsTo(data: unknown, profile: string): boolean {
    const answer = isObject(data) && typeof data.resourceType === 'string' && this.scope !== null ? this.conforms(data as FhirResource, profile, this.scope) : null;
    if (answer === null) throw new CannotTell(`conformance to ${profile} can't be checked here`);
    return answer;
  }

  /** FHIRPath node of the resource of a scope. */
  private rootOf(scope: ResourceScope): unknown {
    scope.nodes ??= new Map();
    let root = scope.nodes.get(scope.resource);
    if (root === undefined) {
      root = this.step('$this', scope.resource)[0];
      scope.nodes.set(scope.resource, root);
    }
    return root;
  }
  /** FHIRPath node of an element, reached from its resource step by step, so that the library knows its type and its `_field`. */
  private nodeOf(item: Item): unknown {
    if (item.parent === null || item.scope !== item.parent.scope) return this.rootOf(item.scope);
    const nodes = (item.scope.nodes ??= new Map());
    const key = isObject(item.value) ? item.value : undefined;
    const known = key === undefined ? undefined : nodes.get(key);
    if (known !== undefined) return known;
    const parent = this.nodeOf(item.parent);
    if (parent === null) return null;
    const siblings = this.step(item.label, parent) as Node[];
    const found = siblings.find((node) => item.index < 0 || siblings.length === 1 ? true : node.index === item.index) ?? null;
    if (found !== null && key !== undefined) nodes.set(key, found);
    return found;
  }
  private step(name: string, from: unknown): unknown[] {
    // Between backquotes, as some names of elements are words of FHIRPath: `contains`, `div`.
    const evaluator = this.compile(name === '$this' ? name : `\`${name}\``);
    return typeof evaluator === 'function' ? evaluator([from]) : [];
  }
}
/** The library for units prints what it thinks of one, with content of the message; a library does not print. */
function quietly<T>(work: () => T): T {
  const { log } = console;
  console.log = () => undefined;
  try {
    return work();
  } finally {
    console.log = log;
  }
}
function compilePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'su');
  } catch {
    return new RegExp(pattern, 's');
  }
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'data' in value && 'parentResNode' in value;
const dataOf = (value: unknown): unknown => (isNode(value) ? value.data : value);

/** FHIRPath, "Singleton evaluation of collections": one item that is no boolean counts as true. */
function toEvaluation(result: readonly unknown[]): Evaluation {
  if (result.length === 0) return { kind: 'undecided' };
  if (result.length > 1) return { kind: 'failed', why: 'the expression gave more than one value' };
  const value = dataOf(result[0]);
  return { kind: value === false ? 'false' : 'true' };
}
const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 200);

function codesIn(data: unknown): CodeToCheck[] | null {
  if (typeof data === 'string') return [{ code: data }];
  if (!isObject(data)) return null;
  if (Array.isArray(data.coding)) return data.coding.filter(isObject).flatMap((coding) => codesIn(coding) ?? []);
  if (data.text !== undefined && data.coding === undefined) return [];
  return typeof data.code === 'string' ? [{ code: data.code, ...(typeof data.system === 'string' && { system: data.system }) }] : null;
}
