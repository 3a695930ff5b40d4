import { isObject } from '../../../json.ts';
import type { FhirResource, Json, JsonPath } from '../../../json.ts';
import type { FindingCode } from '../../../finding-codes.ts';
import type { Operator, Site } from '../operator.ts';
import type { Occurrence } from '../subject.ts';

const rfc = 'JSON as RFC 8259 has it';
/** JSON text in which the member or item at a path is written by `write`. */
export function jsonWith(resource: FhirResource, path: JsonPath, write: (key: string | number, text: string) => string): string {
  const print = (value: Json, depth: number, on: boolean): string => {
    const step = path[depth];
    if (Array.isArray(value)) return `[${(value as readonly Json[]).map((one, index) => part(index, print(one, depth + 1, on && step === index), on && step === index, depth)).join(',')}]`;
    if (!isObject(value)) return JSON.stringify(value);
    return `{${Object.entries(value).filter(([, one]) => one !== undefined).map(([key, one]) => part(key, print(one!, depth + 1, on && step === key), on && step === key, depth)).join(',')}}`;
  };
  const part = (key: string | number, text: string, on: boolean, depth: number): string => {
    if (on && depth === path.length - 1) return write(key, text);
    return typeof key === 'string' ? `${JSON.stringify(key)}:${text}` : text;
  };
  return print(resource, 0, true);
}
const member = (key: string | number, text: string): string => (typeof key === 'string' ? `${JSON.stringify(key)}:${text}` : text);

function onText(name: string, rule: string, codes: readonly FindingCode[], when: (occurrence: Occurrence) => boolean, says: string, write: (key: string | number, text: string) => string): Operator {
  return {
    name, rule, jsonOnly: true,
    *sites(subject): Iterable<Site> {
      for (const occurrence of subject.occurrences) {
        if (occurrence.value === undefined || !when(occurrence)) continue;
        yield { at: occurrence.path, says, expected: { codes }, make: () => ({ text: jsonWith(subject.resource, occurrence.path, write), format: 'json' }) };
      }
    },
  };
}
const isMember = ({ path }: Occurrence): boolean => typeof path[path.length - 1] === 'string';
const isText = ({ value, path }: Occurrence): boolean => typeof value === 'string' && value.length > 1 && isMember({ path } as Occurrence);
const isNumber = ({ value }: Occurrence): boolean => typeof value === 'number' && value >= 0;

export const jsonTextOperators: readonly Operator[] = [
  onText('json-key-twice', 'each name once in an object (FHIR STU3 and R4, JSON Representation)', ['duplicate-key'], isMember, 'the member twice', (key, text) => `${member(key, text)},${member(key, text)}`),
  onText('json-comma-too-many', `no comma before the end: ${rfc}`, ['not-well-formed'], (one) => isMember(one) && Object.keys(one.node.object).at(-1) === one.path[one.path.length - 1], 'a comma after the last member', (key, text) => `${member(key, text)},`),
  onText('json-raw-line-end', `control characters are escaped: ${rfc}`, ['not-well-formed'], isText, 'a line end in a string', (key, text) => member(key, `${text.slice(0, 2)}\n${text.slice(2)}`)),
  onText('json-wrong-escape', `the escapes are \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u: ${rfc}`, ['not-well-formed'], isText, 'an escape \\x', (key, text) => member(key, `"\\x${text.slice(1)}`)),
  onText('json-single-quotes', `strings are in double quotes: ${rfc}`, ['not-well-formed'], isText, 'single quotes', (key, text) => member(key, `'${text.slice(1, -1)}'`)),
  onText('json-leading-zero', `no leading zeros: ${rfc}`, ['not-well-formed'], isNumber, 'a leading zero', (key, text) => member(key, `0${text}`)),
  onText('json-plus-sign', `no plus sign: ${rfc}`, ['not-well-formed'], isNumber, 'a plus sign', (key, text) => member(key, `+${text}`)),
  onText('json-not-a-number', `no NaN: ${rfc}`, ['not-well-formed'], isNumber, 'NaN', (key) => member(key, 'NaN')),
  {
    name: 'json-breaks-off', rule: `the text is whole: ${rfc}`, jsonOnly: true,
    *sites(subject) {
      const text = JSON.stringify(subject.resource);
      for (const part of [0.1, 0.5, 0.9]) {
        const length = Math.floor(text.length * part);
        yield { at: [], says: `the first ${length} of ${text.length} characters`, expected: { codes: ['not-well-formed'] }, make: () => ({ text: text.slice(0, length), format: 'json' }) };
      }
    },
  },
];
