import { isObject } from '../../../json.ts';
import type { Json } from '../../../json.ts';
import { brief, edited, replaced } from '../edit.ts';
import type { Operator, Site } from '../operator.ts';
import type { Occurrence, Subject } from '../subject.ts';

const json = 'FHIR STU3 and R4, JSON Representation';
const numeric = new Set(['decimal', 'integer', 'unsignedInt', 'positiveInt']);

/** Values of another JSON type for a primitive. */
function otherTypes(type: string, value: Json): Json[] {
  if (type === 'boolean') return [String(value), 1];
  if (numeric.has(type)) return [String(value), true];
  if (type === 'xhtml') return [7, true];
  return [7, true, { value }];
}
/** An operator on each occurrence that has a value. */
function each(name: string, rule: string, of: (occurrence: Occurrence & { readonly value: Json }, subject: Subject) => Iterable<Site>): Operator {
  return {
    name, rule, jsonOnly: true,
    *sites(subject) { for (const one of subject.occurrences) if (one.value !== undefined) yield* of(one as Occurrence & { readonly value: Json }, subject); },
  };
}

export const jsonShapeOperators: readonly Operator[] = [
  each('primitive-of-wrong-json-type', `numbers and booleans without quotes, all else in quotes: ${json}`, function* ({ member, path, value }, subject) {
    if (!subject.facts.isPrimitive(member.type) && member.type !== 'xhtml') return;
    for (const other of otherTypes(member.type, value)) yield { at: path, says: `${brief(value)} → ${brief(other)}`, expected: { codes: ['wrong-json-type'] }, make: () => ({ resource: replaced(subject.resource, path, other) }) };
  }),
  each('text-for-object', `complex elements are objects: ${json}`, function* ({ member, path, value }, subject) {
    if (!isObject(value) || subject.facts.isResource(member.type)) return;
    yield { at: path, says: `${member.type} → "x"`, expected: { codes: ['wrong-json-type'] }, make: () => ({ resource: replaced(subject.resource, path, 'x') }) };
  }),
  each('null-for-value', `null only in arrays of primitives, beside an extension: ${json}`, function* ({ path, side }, subject) {
    if (side !== undefined) return;
    yield { at: path, says: '→ null', expected: { codes: ['null-value'] }, make: () => ({ resource: replaced(subject.resource, path, null) }) };
  }),
  each('null-added-to-list', `null only in arrays of primitives, beside an extension: ${json}`, function* ({ node, member, path }, subject) {
    if (!member.list || path[path.length - 1] !== 0 || node.object[`_${member.json}`] !== undefined) return;
    const list = node.object[member.json] as readonly Json[];
    yield { at: [...node.path, member.json, list.length], says: 'null at the end of the list', expected: { codes: ['null-value'] }, make: () => ({ resource: replaced(subject.resource, [...node.path, member.json], [...list, null]) }) };
  }),
  each('empty-object', `objects are never empty: ${json}`, function* ({ member, path, value }, subject) {
    if (!isObject(value) || subject.facts.isResource(member.type)) return;
    yield { at: path, says: `${member.type} → {}`, expected: { codes: ['empty-object'] }, make: () => ({ resource: replaced(subject.resource, path, {}) }) };
  }),
  each('only-an-id', 'ele-1: an element has a value or children; an id is neither (FHIR STU3 and R4, Element)', function* ({ member, path, value }, subject) {
    if (!isObject(value) || subject.facts.isResource(member.type)) return;
    yield { at: path, says: `${member.type} → {"id":"a"}`, expected: { codes: ['empty-element'] }, make: () => ({ resource: replaced(subject.resource, path, { id: 'a' }) }) };
  }),
  each('empty-list', `arrays are never empty: ${json}`, function* ({ node, member, path }, subject) {
    if (!member.list || path[path.length - 1] !== 0) return;
    const at = [...node.path, member.json];
    yield { at, says: '→ []', expected: { codes: ['empty-array'] }, make: () => ({ resource: replaced(subject.resource, at, []) }) };
  }),
  each('empty-text', `strings are never empty: ${json}`, function* ({ member, path, value }, subject) {
    if (typeof value !== 'string' || member.type === 'xhtml') return;
    yield { at: path, says: `${brief(value)} → ""`, expected: { codes: ['empty-string'] }, make: () => ({ resource: replaced(subject.resource, path, '') }) };
  }),
  each('underscore-beside-object', `only primitives have a member with an underscore: ${json}`, function* ({ node, member, path, value }, subject) {
    if (!isObject(value) || subject.facts.isResource(member.type) || typeof path[path.length - 1] === 'number') return;
    yield {
      at: [...node.path, `_${member.json}`], says: `_${member.json} beside ${member.json}`, expected: { codes: ['misplaced-primitive-extension'] },
      make: () => ({ resource: edited(subject.resource, node.path, (object) => { object[`_${member.json}`] = { id: 'a' }; }) }),
    };
  }),
  each('underscore-of-wrong-type', `a member with an underscore is an object, or null in a list: ${json}`, function* ({ node, member, path, side }, subject) {
    if (!subject.facts.isPrimitive(member.type) || member.type === 'xhtml' || member.list || side !== undefined || node.object[`_${member.json}`] !== undefined || typeof path[path.length - 1] === 'number') return;
    yield {
      at: [...node.path, `_${member.json}`], says: `_${member.json}: "x"`, expected: { codes: ['wrong-json-type'] },
      make: () => ({ resource: edited(subject.resource, node.path, (object) => { object[`_${member.json}`] = 'x'; }) }),
    };
  }),
];
