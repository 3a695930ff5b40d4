import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { Element, ElementWalker } from './elements.ts';

/** Finds the values of a search parameter. `of` restricts references to targets of one type, where the expression asks `resolve() is …`. */
export type Extractor = (from: Element, walker: ElementWalker) => Element[];

/**
 * Search parameter expressions as they occur in FHIR core and in Dutch packages: paths, choices by `as`, `ofType` and `is`,
 * `where(x='y')`, `where(resolve() is Type)`, `exists()`, `extension('url')`, an index, a union. Null for anything else: the
 * parameter is then not supported, which is reported, and never guessed. A test compares the results with a FHIRPath engine.
 */
export function compileExpression(expression: string): Extractor | null {
  const parts = splitUnion(expression).map(compilePart);
  if (parts.some((part) => part === null)) return null;
  return (from, walker) => parts.flatMap((part) => part!(from, walker));
}
/** Splits at ` | `, outside brackets and quotes. */
function splitUnion(expression: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < expression.length; at++) {
    const sign = expression[at];
    if (sign === "'") quoted = !quoted;
    if (quoted) continue;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) { parts.push(expression.slice(from, at)); from = at + 1; }
  }
  return [...parts, expression.slice(from)].map((part) => part.trim());
}

type Step = (elements: readonly Element[], walker: ElementWalker) => Element[];

function compilePart(text: string): Extractor | null {
  // R4 writes "known to be dead" as a conjunction, because a boolean false says alive.
  const dead = /^(.+)\.exists\(\) and \1 != false$/.exec(text);
  if (dead) {
    const path = compilePath(dead[1]!);
    return path && ((from, walker) => { const found = path(from, walker); return [truth(found.length > 0 && found.every(({ value }) => value !== false), from)]; });
  }
  const cast = /^\(([^()]+) as ([A-Za-z]+)\)(\..+)?$/.exec(text);
  if (cast) return compilePath(`${cast[1]}.as(${cast[2]})${cast[3] ?? ''}`);
  return compilePath(text.replace(/^\(([^()]+)\)$/, '$1'));
}
function compilePath(text: string): Extractor | null {
  const steps: Step[] = [];
  let rootType: string | null = null;
  for (const [index, piece] of pieces(text).entries()) {
    if (index === 0 && /^[A-Z]/.test(piece)) { rootType = piece; continue; }
    const step = compileStep(piece);
    if (step === null) return null;
    steps.push(...step);
  }
  return (from, walker) => {
    if (rootType !== null && rootType !== from.type && rootType !== 'Resource' && rootType !== 'DomainResource') return [];
    return steps.reduce<Element[]>((elements, step) => step(elements, walker), [from]);
  };
}
/** Splits at dots outside brackets and quotes. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "'") quoted = !quoted;
    if (quoted) continue;
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (text[at] === '.' && depth === 0) { found.push(text.slice(from, at)); from = at + 1; }
  }
  return [...found, text.slice(from)].map((piece) => piece.trim());
}
function compileStep(piece: string): Step[] | null {
  const child = (name: string): Step => (elements, walker) => elements.flatMap((one) => walker.step(one, name));
  const indexed = /^([a-z][A-Za-z]*)\[(\d{1,3})\]$/.exec(piece);
  if (indexed) return [child(indexed[1]!), (elements) => elements.slice(Number(indexed[2]), Number(indexed[2]) + 1)];
  if (/^[a-z][A-Za-z]*$/.test(piece)) return [child(piece)];
  const type = /^(as|ofType)\(([A-Za-z]+)\)$/.exec(piece)?.[2];
  if (type !== undefined) return [(elements) => elements.filter((one) => isOfType(one, type))];
  const asked = /^is\(([A-Za-z]+)\)$/.exec(piece)?.[1];
  if (asked !== undefined) return [(elements) => elements.map((one) => truth(isOfType(one, asked), one))];
  if (piece === 'exists()') return [(elements) => [truth(elements.length > 0, elements[0])]];
  const url = /^extension\('([^']+)'\)$/.exec(piece)?.[1];
  if (url !== undefined) return [child('extension'), (elements) => elements.filter(({ value }) => isObject(value) && value.url === url)];
  const condition = /^where\((.+)\)$/.exec(piece)?.[1];
  return condition === undefined ? null : compileWhere(condition.trim());
}
function compileWhere(condition: string): Step[] | null {
  const equals = /^([a-z][A-Za-z]*)\s*=\s*'([^']*)'$/.exec(condition);
  if (equals) return [(elements, walker) => elements.filter((one) => walker.step(one, equals[1]!).some(({ value }) => value === equals[2]))];
  const target = /^resolve\(\) is ([A-Z][A-Za-z]+)$/.exec(condition)?.[1];
  if (target !== undefined) return [(elements) => elements.filter(({ value }) => namesType(value, target))];
  const url = /^hasExtension\('([^']+)'\)$/.exec(condition)?.[1];
  if (url === undefined) return null;
  return [(elements, walker) => elements.filter((one) => walker.step(one, 'extension').some(({ value }) => isObject(value) && value.url === url))];
}
/** STU3 writes `as(DateTime)` and `as(Uri)` for types that start with a small letter. */
function isOfType(element: Element, type: string): boolean {
  return element.type === type || element.type === type[0]!.toLowerCase() + type.slice(1);
}
/** Whether a reference says itself that it leads to this type; one that does not say it (`urn:uuid:…`, `#id`) may. */
function namesType(value: unknown, type: string): boolean {
  if (!isObject(value)) return false;
  if (typeof value.type === 'string') return value.type === type;
  const stated = typeof value.reference === 'string' ? /(?:^|\/)([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[^/]+)?$/.exec(value.reference)?.[1] : undefined;
  return stated === undefined ? typeof value.reference === 'string' : stated === type;
}
const truth = (value: boolean, at?: Element): Element => ({ type: 'boolean', value, holder: at?.holder ?? emptyHolder, key: at?.key ?? '', children: null });
const emptyHolder: JsonObject = {};
