import type { Definitions } from '../definitions/definitions.ts';
import type { FhirFinding } from '../finding.ts';
import type { FhirResource, JsonObject, JsonPath } from '../json.ts';
import { isObject } from '../json.ts';
import { identifierForms } from './identifier-forms.ts';
import type { Problem } from './problem.ts';
import { codeableConcept, coding, identifier, reference } from './readability.ts';
import { resultEntry } from './result-entry.ts';
import { shapesOf, type Kind, type Shape, type Shapes } from './shapes.ts';

export interface DutchOptions {
  /** The resource itself was given in answer to a read: it too should have an id and state its profile. Entries of a searchset always should. */
  readonly served?: boolean;
}
export interface DutchLook { readonly findings: FhirFinding[]; readonly looked: Readonly<Record<Kind, number>> }
/** Deeper than any resource; the codec refuses such texts before. */
const deepest = 200;

const checks: Readonly<Record<Kind, (element: JsonObject) => readonly Problem[]>> = {
  Coding: coding, CodeableConcept: codeableConcept, Reference: reference,
  Identifier: (element) => [...identifier(element), ...identifierForms(element)],
};

/**
 * Dutch checks on one resource (a Bundle with its entries is one resource too): identifiers, codes and references, by the type that the
 * definitions give an element, whatever its name. What is no element of the type is passed over: the codec reports it. Never throws.
 */
export function checkDutch(resource: FhirResource, definitions: Definitions, options: DutchOptions = {}): FhirFinding[] {
  return lookDutch(resource, definitions, options).findings;
}
/** The same, with how many elements of each type were looked at: nothing found in nothing is no evidence. */
export function lookDutch(resource: FhirResource, definitions: Definitions, options: DutchOptions = {}): DutchLook {
  const shapes = shapesOf(definitions);
  const walk: Walk = { shapes, findings: [], looked: { Coding: 0, CodeableConcept: 0, Identifier: 0, Reference: 0 }, path: [], names: [] };
  const shape = shapes.resource(resource.resourceType);
  walk.names.push(resource.resourceType);
  if (options.served === true && resource.resourceType !== 'Bundle') report(walk, resultEntry(resource, undefined));
  if (shape !== null) visit(walk, resource, shape);
  if (resource.resourceType === 'Bundle' && resource.type === 'searchset') entries(walk, resource);
  return { findings: walk.findings, looked: walk.looked };
}

interface Walk {
  readonly shapes: Shapes; readonly findings: FhirFinding[]; readonly looked: Record<Kind, number>;
  readonly path: (string | number)[]; readonly names: string[];
}

function visit(walk: Walk, object: JsonObject, shape: Shape): void {
  if (shape.kind !== null) {
    walk.looked[shape.kind] += 1;
    report(walk, checks[shape.kind](object));
  }
  if (walk.path.length > deepest) return;
  for (const key in object) {
    const value = object[key];
    if (typeof value !== 'object' || value === null) continue;
    const sibling = key.charCodeAt(0) === 95; // "_"
    const member = sibling ? undefined : shape.members.get(key);
    if (!sibling && member === undefined) continue;
    const own = sibling ? walk.shapes.primitive : member!.shape();
    walk.path.push(key);
    walk.names.push(sibling ? shape.members.get(key.slice(1))?.name ?? key.slice(1) : member!.name);
    if (Array.isArray(value)) {
      const name = walk.names[walk.names.length - 1]!;
      for (let index = 0; index < value.length; index += 1) {
        walk.path.push(index);
        walk.names[walk.names.length - 1] = `${name}[${index}]`;
        enter(walk, value[index], own);
        walk.path.pop();
      }
    } else enter(walk, value, own);
    walk.path.pop();
    walk.names.pop();
  }
}
function enter(walk: Walk, value: unknown, shape: Shape | 'resource'): void {
  if (!isObject(value)) return;
  if (shape !== 'resource') { visit(walk, value, shape); return; }
  const inner = typeof value.resourceType === 'string' ? walk.shapes.resource(value.resourceType) : null;
  if (inner !== null) visit(walk, value, inner);
}
function entries(walk: Walk, bundle: JsonObject): void {
  if (!Array.isArray(bundle.entry)) return;
  bundle.entry.forEach((entry, index) => {
    if (!isObject(entry) || !isObject(entry.resource)) return;
    report(walk, resultEntry(entry.resource, entry.fullUrl), ['entry', index, 'resource'], `Bundle.entry[${index}].resource`);
  });
}
function report(walk: Walk, problems: readonly Problem[], path: JsonPath = walk.path, expression = walk.names.join('.')): void {
  for (const problem of problems) walk.findings.push({ ...problem, path: [...path], expression });
}
