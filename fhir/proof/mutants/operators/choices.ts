import { dummyOf } from '../dummy.ts';
import { edited } from '../edit.ts';
import type { Operator } from '../operator.ts';

const choice = 'value[x] has one type of those listed, and its name ends in that type (FHIR STU3 and R4, Formats, Choice of Data Types)';
const candidates = ['Money', 'Attachment', 'Timing', 'Signature', 'HumanName', 'boolean', 'decimal', 'base64Binary', 'Quantity', 'string', 'Reference', 'Address'];

export const choiceOperators: readonly Operator[] = [
  {
    name: 'choice-of-type-not-allowed', rule: choice, jsonOnly: true,
    *sites(subject) {
      for (const { node, member, value, path } of subject.occurrences) {
        if (!member.choice || value === undefined || typeof path[path.length - 1] === 'number') continue;
        const base = member.json.slice(0, member.json.length - member.type.length);
        for (const type of candidates) {
          const json = base + type[0]!.toUpperCase() + type.slice(1);
          if (member.element.types!.some((one) => one.code === type) || subject.facts.membersOf(node.spot).has(json) || subject.facts.spotOf(type) === null) continue;
          yield {
            at: [...node.path, json], says: `${member.json} → ${json}`, expected: { codes: ['unknown-element', 'type-not-allowed'] },
            make: () => ({ resource: edited(subject.resource, node.path, (object) => { delete object[member.json]; delete object[`_${member.json}`]; object[json] = dummyOf(type) ?? value; }) }),
          };
        }
      }
    },
  },
  {
    name: 'choice-without-type', rule: choice, jsonOnly: true,
    *sites(subject) {
      for (const { node, member, value } of subject.occurrences) {
        if (!member.choice || value === undefined) continue;
        const base = member.json.slice(0, member.json.length - member.type.length);
        if (subject.facts.membersOf(node.spot).has(base)) continue;
        yield {
          at: [...node.path, base], says: `${member.json} → ${base}`, expected: { codes: ['unknown-element'] },
          make: () => ({ resource: edited(subject.resource, node.path, (object) => { delete object[member.json]; object[base] = value; }) }),
        };
      }
    },
  },
  {
    name: 'two-types-of-a-choice', rule: choice, jsonOnly: true,
    *sites(subject) {
      for (const { node, member, value } of subject.occurrences) {
        if (!member.choice || value === undefined) continue;
        for (const other of subject.facts.membersOf(node.spot).values()) {
          const added = dummyOf(other.type);
          if (other.element !== member.element || other.json === member.json || added === undefined) continue;
          yield {
            at: [...node.path, other.json], says: `${other.json} beside ${member.json}`, expected: { codes: ['several-choice-types'] },
            make: () => ({ resource: edited(subject.resource, node.path, (object) => { object[other.json] = added; }) }),
          };
        }
      }
    },
  },
];
