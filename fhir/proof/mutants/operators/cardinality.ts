import { brief, edited, replaced } from '../edit.ts';
import type { Operator, Site } from '../operator.ts';
import type { Node, Subject } from '../subject.ts';

const cardinality = 'ElementDefinition.min and max (FHIR STU3 and R4, Conformance Rules, Cardinality)';
/** Taking a member away leaves something in its object. */
const leavesContent = (node: Node, json: string): boolean => Object.keys(node.object).some((key) => key !== json && key !== `_${json}` && key !== 'resourceType' && key !== 'id');

export const cardinalityOperators: readonly Operator[] = [
  {
    name: 'required-element-removed', rule: `min 1: ${cardinality}`,
    *sites(subject: Subject): Iterable<Site> {
      for (const node of subject.nodes) for (const member of subject.facts.membersOf(node.spot).values()) {
        if ((member.element.min ?? 0) < 1 || (node.object[member.json] === undefined && node.object[`_${member.json}`] === undefined) || !leavesContent(node, member.json)) continue;
        yield {
          at: [...node.path, member.json], says: `${member.json} removed`, expected: { codes: ['element-missing'] },
          make: () => ({ resource: edited(subject.resource, node.path, (object) => { delete object[member.json]; delete object[`_${member.json}`]; }) }),
        };
      }
    },
  },
  {
    name: 'more-than-max', rule: `max: ${cardinality}`, jsonOnly: true,
    *sites(subject: Subject): Iterable<Site> {
      for (const { node, member, path, value } of subject.occurrences) {
        const max = member.element.max;
        if (value === undefined || max === '*' || max === undefined || max < 1) continue;
        if (member.list && (typeof path[path.length - 1] !== 'number' || path[path.length - 1] !== 0)) continue;
        const at = [...node.path, member.json];
        yield { at, says: `${max + 1} times ${brief(value)}`, expected: { codes: ['too-many'] }, make: () => ({ resource: replaced(subject.resource, at, Array.from({ length: max + 1 }, () => value)) }) };
      }
    },
  },
  {
    name: 'single-value-for-list', rule: 'a repeating element is an array in JSON (FHIR STU3 and R4, JSON Representation)', jsonOnly: true,
    *sites(subject: Subject): Iterable<Site> {
      for (const { node, member, path, value } of subject.occurrences) {
        if (value === undefined || !member.list || path[path.length - 1] !== 0 || (node.object[member.json] as readonly unknown[]).length !== 1) continue;
        const at = [...node.path, member.json];
        yield { at, says: 'without its array', expected: { codes: ['not-a-list'] }, make: () => ({ resource: replaced(subject.resource, at, value) }) };
      }
    },
  },
  {
    name: 'list-for-single-value', rule: 'an element that cannot repeat is no array in JSON (FHIR STU3 and R4, JSON Representation)', jsonOnly: true,
    *sites(subject: Subject): Iterable<Site> {
      for (const { member, path, value } of subject.occurrences) {
        if (value === undefined || member.list) continue;
        yield { at: path, says: 'in an array', expected: { codes: ['wrong-json-type', 'too-many'] }, make: () => ({ resource: replaced(subject.resource, path, [value]) }) };
      }
    },
  },
];
