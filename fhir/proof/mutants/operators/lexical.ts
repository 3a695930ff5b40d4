import type { Json } from '../../../json.ts';
import type { FindingCode } from '../../../finding-codes.ts';
import { brief, replaced } from '../edit.ts';
import type { Operator } from '../operator.ts';

interface LexicalFault {
  readonly name: string;
  readonly rule: string;
  /** Types whose rule it is; only these, as a type derived from `uri` may ask less of it. */
  readonly types: readonly string[];
  readonly values: (value: Json) => readonly Json[];
  readonly code?: FindingCode;
}
/** FHIR STU3 and R4, Data Types, Primitive Types: the lexical rule of each type. */
const faults: readonly LexicalFault[] = [
  { name: 'date-not-in-calendar', rule: 'dates exist', types: ['date', 'dateTime', 'instant'], values: (value) => ['-02-30', '-13-01', '-04-31', '-00-10'].map((day) => `2021${day}${timeOf(value)}`) },
  { name: 'date-malformed', rule: 'YYYY, YYYY-MM or YYYY-MM-DD', types: ['date', 'dateTime', 'instant'], values: () => ['1-2-2021', '20210102', '2021-1-2', '2021/01/02', '21-01-02', 'yesterday'] },
  { name: 'date-with-time', rule: 'a date has no time', types: ['date'], values: () => ['2021-01-02T10:00:00Z', '2021-01-02T10:00:00+01:00'] },
  { name: 'time-without-zone', rule: 'a time has a zone', types: ['dateTime', 'instant'], values: () => ['2021-01-02T10:00:00', '2021-01-02T10:00:00.123'] },
  { name: 'time-without-seconds', rule: 'a time has seconds', types: ['dateTime', 'instant'], values: () => ['2021-01-02T10:00Z', '2021-01-02T10:00+01:00'] },
  { name: 'time-not-on-clock', rule: 'times exist', types: ['dateTime', 'instant'], values: () => ['2021-01-02T24:00:00Z', '2021-01-02T10:61:00Z', '2021-01-02T10:00:00+15:00', '2021-01-02T10:00:00+01:60'] },
  { name: 'instant-without-time', rule: 'an instant has a time', types: ['instant'], values: () => ['2021', '2021-01', '2021-01-02'] },
  { name: 'time-of-day-illegal', rule: 'hh:mm:ss', types: ['time'], values: () => ['24:00:00', '12:60:00', '12:00', '12:00:00Z', '1:00:00'] },
  { name: 'id-illegal', rule: '1 to 64 of A-Z a-z 0-9 - .', types: ['id'], values: () => ['a b', 'a_b', 'é', 'a/b', 'x'.repeat(65)] },
  { name: 'oid-illegal', rule: 'urn:oid: and an OID', types: ['oid'], values: () => ['2.16.840', 'urn:oid:3.1', 'urn:oid:1.02'] },
  { name: 'uuid-illegal', rule: 'urn:uuid: and a UUID', types: ['uuid'], values: () => ['53fefa32-fcbb-4ff8-8a92-55ee120877b7', 'urn:uuid:53fefa32'] },
  { name: 'uri-with-space', rule: 'a uri has no white space', types: ['uri', 'url', 'canonical'], values: (value) => [`${String(value)} x`, ` ${String(value)}`, 'http://example.org/a b'] },
  { name: 'base64-illegal', rule: 'base64 in groups of four', types: ['base64Binary'], values: () => ['QUJ', '%%%%', 'QU=D', 'Q'] },
  { name: 'code-with-white-space', rule: 'no white space at the ends, no double spaces', types: ['code'], values: (value) => [` ${String(value)}`, `${String(value)} `, 'a  b', '\ta'] },
  { name: 'text-with-control-character', rule: 'no control characters but tab and line end', types: ['string', 'markdown'], values: (value) => [`${String(value)}\u0001`, `a\u0007b`, '\u001b'] },
  { name: 'number-not-whole', rule: 'a whole number', types: ['integer', 'unsignedInt', 'positiveInt'], values: () => [1.5, 0.1] },
  { name: 'number-too-large', rule: '32 bits', types: ['integer', 'unsignedInt', 'positiveInt'], values: () => [2147483648, 1e12], code: 'value-out-of-range' },
  { name: 'number-not-positive', rule: '1 or more', types: ['positiveInt'], values: () => [0, -1], code: 'value-out-of-range' },
  { name: 'number-negative', rule: '0 or more', types: ['unsignedInt'], values: () => [-1, -2147483648], code: 'value-out-of-range' },
];
function timeOf(value: Json): string {
  return typeof value === 'string' && value.includes('T') ? value.slice(value.indexOf('T')) : '';
}

export const lexicalOperators: readonly Operator[] = faults.map(({ name, rule, types, values, code }) => ({
  name, rule: `${types.join(', ')}: ${rule} (FHIR STU3 and R4, Data Types)`,
  // XML cannot hold control characters at all, and reads what looks like no number as text.
  ...(name === 'text-with-control-character' && { jsonOnly: true }),
  *sites(subject) {
    for (const { member, path, value } of subject.occurrences) {
      if (value === undefined || !types.includes(member.type)) continue;
      for (const wrong of values(value)) {
        // `date` alone is legal where an instant has no time of its own to keep.
        if (name === 'date-not-in-calendar' && member.type === 'instant' && !String(wrong).includes('T')) continue;
        yield { at: path, says: `${member.type} ${brief(value)} → ${brief(wrong)}`, expected: { codes: [code ?? 'illegal-value'] }, make: () => ({ resource: replaced(subject.resource, path, wrong) }) };
      }
    }
  },
}));
