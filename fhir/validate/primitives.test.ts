import { expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { numberTextFault, primitiveFault } from './primitives.ts';

const fault = (type: string, value: Json): string => {
  const found = primitiveFault(type, value);
  return found === null ? 'good' : `${found.code} ${found.rule}${found.severity === undefined ? '' : ` ${found.severity}`}`;
};
const good = (type: string, ...values: readonly Json[]): void => { for (const value of values) expect([value, fault(type, value)]).toEqual([value, 'good']); };
const bad = (type: string, what: string, ...values: readonly Json[]): void => { for (const value of values) expect([value, fault(type, value)]).toEqual([value, what]); };

test('booleans and numbers are JSON booleans and numbers', () => {
  good('boolean', true, false);
  good('System.Boolean', true);
  bad('boolean', 'wrong-json-type boolean', 'true', 1);
  good('decimal', 0, -1.5, 1e20);
  good('System.Decimal', 1);
  bad('decimal', 'wrong-json-type number', '1.5', true);
  bad('decimal', 'illegal-value number', Infinity);
});

test('whole numbers and their ranges', () => {
  good('integer', -2147483648, 0, 2147483647);
  good('System.Integer', 1);
  bad('integer', 'value-out-of-range integer-range', -2147483649, 2147483648);
  bad('integer', 'illegal-value integer', 1.5);
  bad('integer', 'wrong-json-type number', '1');
  good('unsignedInt', 0, 2147483647);
  bad('unsignedInt', 'value-out-of-range unsigned', -1, 2147483648);
  good('positiveInt', 1, 2147483647);
  bad('positiveInt', 'value-out-of-range positive', 0, 2147483648);
});

test('the text of a number counts: no fraction in whole numbers, no exponent in decimals of STU3', () => {
  const text = (type: string, value: string, fhir: 'stu3' | 'r4' = 'r4'): string | undefined => numberTextFault(type, value, fhir)?.rule;
  expect(text('integer', '10')).toBeUndefined();
  expect(text('integer', '-0')).toBeUndefined();
  for (const value of ['1.0', '1e2', '010', '+1', '1 ']) expect([value, text('positiveInt', value)]).toEqual([value, 'integer']);
  expect(text('decimal', '1.50', 'stu3')).toBeUndefined();
  expect(text('decimal', '1e2', 'stu3')).toBe('exponent');
  expect(text('decimal', '1E2', 'stu3')).toBe('exponent');
  expect(text('decimal', '1e2')).toBeUndefined();
});

test('texts are not empty, hold no control characters and end', () => {
  good('string', 'x', ' x ', 'a\tb\r\nc', '\u00e9');
  bad('string', 'wrong-json-type text', 1, true);
  bad('string', 'empty-string not-empty', '');
  bad('string', 'illegal-value control-character', 'a\u0000b', 'a\u0008b', 'a\u000bb', 'a\u000cb', 'a\u001fb');
  bad('markdown', 'illegal-value control-character', '\u001b');
  bad('System.String', 'illegal-value control-character', '\u000e');
  good('string', 'x'.repeat(1_048_576));
  bad('string', 'too-long string-size', 'x'.repeat(1_048_577));
  good('somethingElse', 'x');
});

test('codes', () => {
  good('code', 'a', 'a b', 'a b c');
  bad('code', 'illegal-value code', ' a', 'a ', 'a  b', 'a\tb', 'a\nb', ' ', '\na');
  // No white space to the schemas of the specification.
  bad('code', 'illegal-value code warning', 'a\u00a0', '\u00a0', 'a\u2003b');
});

test('ids', () => {
  good('id', 'a', 'A-1.b', 'x'.repeat(64));
  bad('id', 'illegal-value id', 'x'.repeat(65), 'a_b', 'a b', 'a/b', '\u00e9', ' a', 'a\n');
  bad('id', 'empty-string not-empty', '');
});

test('uris have no spaces; a urn that cannot be one is suspect', () => {
  for (const type of ['uri', 'url', 'canonical']) {
    good(type, 'http://example.org/a?b#c', 'urn:oid:2.16.840.1', 'urn:uuid:0C33C4B9-61B1-4E6B-9C8D-9D7C4F6B3A10', 'Patient/1', 'urn:oid:1.2.3|1.0', 'urn:isbn:1');
    bad(type, 'illegal-value no-spaces', 'http://example.org/a b', ' a', 'a\n');
    bad(type, 'illegal-value no-spaces warning', 'http://example.org/a\u00a0');
    bad(type, 'illegal-value urn warning', 'urn:oid:3.1', 'urn:oid:1.02', 'urn:uuid:1', 'urn:uuid:0C33C4B9-61B1-4E6B-9C8D-9D7C4F6B3A1Z');
  }
});

test('oids and uuids', () => {
  good('oid', 'urn:oid:0.1', 'urn:oid:2.16.840.1.113883');
  bad('oid', 'illegal-value oid', '2.16.840', 'urn:oid:3.1', 'urn:oid:1', 'urn:oid:1.01', 'urn:oid:1.2.');
  good('uuid', 'urn:uuid:0c33c4b9-61b1-4e6b-9c8d-9d7c4f6b3a10');
  bad('uuid', 'illegal-value uuid', 'urn:uuid:0C33C4B9-61B1-4E6B-9C8D-9D7C4F6B3A10', '0c33c4b9-61b1-4e6b-9c8d-9d7c4f6b3a10', 'urn:uuid:0c33c4b961b14e6b9c8d9d7c4f6b3a10');
});

test('base64', () => {
  good('base64Binary', 'QUJD', 'QQ==', 'QUI=', 'QUJD\nQUJD', '+/+/');
  bad('base64Binary', 'illegal-value base64', 'QUJ', 'Q===', 'QU=D', 'QU-_', 'QUJ*');
});

test('dates exist in the calendar', () => {
  for (const type of ['date', 'System.Date', 'dateTime', 'System.DateTime']) {
    good(type, '2020', '2020-12', '2020-01-31', '2020-02-29', '2000-02-29', '0001', '1900-02-28', '2021-04-30');
    bad(type, 'illegal-value calendar', '2020-13', '2020-00', '2020-01-32', '2020-01-00', '2021-02-29', '1900-02-29', '2020-04-31', '2020-06-31', '2020-09-31', '2020-11-31', '0000');
  }
  bad('date', 'illegal-value date', '20200101', '2020-1-1', '2020-01-01T10:00:00Z', '01-01-2020', '202', '2020-01-01 ');
});

test('moments have seconds and a zone', () => {
  for (const type of ['dateTime', 'instant']) {
    good(type, '2020-01-01T00:00:00Z', '2020-01-01T23:59:59.123+01:00', '2016-12-31T23:59:60Z', '2020-01-01T10:00:00+14:00', '2020-01-01T10:00:00-11:30', '2020-01-01T10:00:00+13:59');
    bad(type, `illegal-value ${type}`, '2020-01-01T10:00:00', '2020-01-01T10:00Z', '2020-01-01T10Z', '2020-01-01 10:00:00Z', '2020-01-01T10:00:00.Z', '2020-01-01T10:00:00+0100', '2020-01-01T10:00:00+15:00', '2020-01-01T10:00:00+14:01', '2020-01-01T10:00:00+10:60', '2020-01-01T10:00:00z');
    bad(type, 'illegal-value calendar', '2020-02-30T10:00:00Z', '2020-01-01T24:00:00Z', '2020-01-01T10:60:00Z', '2020-01-01T10:00:61Z');
  }
  bad('instant', 'illegal-value instant', '2020', '2020-01', '2020-01-01');
});

test('times', () => {
  good('time', '00:00:00', '23:59:59', '23:59:60', '10:00:00.5');
  good('System.Time', '10:00:00');
  bad('time', 'illegal-value time', '24:00:00', '10:60:00', '10:00:61', '10:00', '10:00:00Z', '1:00:00', '10:00:00.');
});
