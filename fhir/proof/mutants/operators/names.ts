import type { Json } from '../../../json.ts';
import { dummyOf } from '../dummy.ts';
import { brief, edited } from '../edit.ts';
import type { Operator, Site } from '../operator.ts';
import type { Node, Subject } from '../subject.ts';

const known = 'only elements of the definition may stand in an instance (FHIR STU3 and R4, JSON and XML Representation)';

function renamed(subject: Subject, node: Node, from: string, to: string, expected: Site['expected']): Site {
  return {
    at: [...node.path, to], says: `${from} → ${to}`, expected,
    make: () => ({
      resource: edited(subject.resource, node.path, (object) => {
        const entries = Object.entries(object);
        for (const key of Object.keys(object)) delete object[key];
        for (const [key, value] of entries) object[key === from ? to : key] = value;
      }),
    }),
  };
}
const isName = (subject: Subject, node: Node, name: string): boolean => subject.facts.membersOf(node.spot).has(name) || name in node.object;

/** Slips of the hand. */
function misspellings(name: string): string[] {
  const swapped = name.length > 3 ? name.slice(0, 1) + name[2]! + name[1]! + name.slice(3) : `${name}s`;
  return [name[0]!.toUpperCase() + name.slice(1), name.toLowerCase() === name ? `${name}s` : name.toLowerCase(), swapped, name.slice(0, -1)].filter((one) => one !== name && one !== '');
}

export const nameOperators: readonly Operator[] = [
  {
    name: 'unknown-element', rule: known, jsonOnly: true,
    *sites(subject) {
      for (const node of subject.nodes) {
        const at = [...node.path, 'remark'];
        if (isName(subject, node, 'remark')) continue;
        yield { at, says: 'remark: "x" added', expected: { codes: ['unknown-element'] }, make: () => ({ resource: edited(subject.resource, node.path, (object) => { object.remark = 'x'; }) }) };
      }
    },
  },
  {
    name: 'misspelt-element', rule: known, jsonOnly: true,
    *sites(subject) {
      for (const { node, member, path, value } of subject.occurrences) {
        if (value === undefined || (member.list && path[path.length - 1] !== 0)) continue;
        for (const wrong of misspellings(member.json)) if (!isName(subject, node, wrong)) yield renamed(subject, node, member.json, wrong, { codes: ['unknown-element'] });
      }
    },
  },
  {
    name: 'element-of-other-fhir-version', rule: `${known}; STU3 and R4 differ in these`, jsonOnly: true,
    *sites(subject) {
      if (subject.other === null) return;
      for (const node of subject.nodes) {
        // The same type, or the same backbone element, in the other version.
        const spot = subject.other.spotOf(node.spot.path.split('.')[0]!);
        if (spot === null || !spot.structure.snapshot!.some((one) => one.path === node.spot.path)) continue;
        for (const [json, member] of subject.other.membersOf({ structure: spot.structure, path: node.spot.path })) {
          const value: Json | undefined = dummyOf(member.type) ?? (member.type === 'BackboneElement' ? { extension: [{ url: 'http://example.org/x', valueString: 'x' }] } : undefined);
          if (value === undefined || isName(subject, node, json)) continue;
          yield {
            at: [...node.path, json], says: `${json} of the other FHIR version added: ${brief(value)}`, expected: { codes: ['unknown-element'] },
            make: () => ({ resource: edited(subject.resource, node.path, (object) => { object[json] = member.list ? [value] : value; }) }),
          };
        }
      }
    },
  },
  {
    name: 'unknown-resource-type', rule: 'resourceType is a resource of this FHIR version (FHIR STU3 and R4, JSON Representation of Resources)', jsonOnly: true,
    *sites(subject) {
      for (const node of subject.nodes) {
        if (node.object !== node.resource) continue;
        for (const type of [`${node.type}s`, node.type.toLowerCase(), 'DomainResource', 'Quantity', subject.facts.isResource('ProcedureRequest') ? 'ServiceRequest' : 'ProcedureRequest']) {
          yield { at: node.path, says: `resourceType ${type}`, expected: { codes: ['unknown-resource-type'] }, make: () => ({ resource: edited(subject.resource, node.path, (object) => { object.resourceType = type; }) }) };
        }
      }
    },
  },
  {
    name: 'resource-type-missing', rule: 'each resource has resourceType (FHIR STU3 and R4, JSON Representation of Resources)', jsonOnly: true,
    *sites(subject) {
      for (const node of subject.nodes) {
        if (node.object !== node.resource) continue;
        yield { at: node.path, says: 'resourceType removed', expected: { codes: ['not-a-resource'] }, make: () => ({ resource: edited(subject.resource, node.path, (object) => { delete object.resourceType; }) }) };
      }
    },
  },
];
