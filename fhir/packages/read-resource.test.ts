import { expect, test } from 'vitest';
import { readResource } from './read-resource.ts';

const read = (path: string, text: string) => readResource({ path, bytes: Buffer.from(text) }, 'stu3');
const xml = '<?xml version="1.0"?>\n<!-- a comment with <Patient> in it -->\n<ValueSet xmlns="http://hl7.org/fhir"><url value="http://example.org/v"/><status value="active"/></ValueSet>';
test('XML and JSON give the same shape', () => {
  const json = { resourceType: 'ValueSet', url: 'http://example.org/v', status: 'active' };
  expect(read('v.xml', xml)).toEqual({ kind: 'resource', resource: json });
  expect(read('v.json', JSON.stringify(json))).toEqual({ kind: 'resource', resource: json });
});
test('other resources and other JSON are passed over', () => {
  expect(read('a.xml', '<Patient xmlns="http://hl7.org/fhir"/>')).toEqual({ kind: 'other' });
  expect(read('a.json', '{"resourceType":"Patient"}')).toEqual({ kind: 'other' });
  expect(read('a.json', '{"index-version":1}')).toEqual({ kind: 'other' });
});
test('broken files are unreadable, with the reason', () => {
  for (const [path, text] of [['a.json', '{'], ['a.xml', '<ValueSet'], ['a.xml', '<!DOCTYPE x><ValueSet xmlns="http://hl7.org/fhir"/>']] as const) {
    const result = read(path, text);
    expect(result.kind, text).toBe('unreadable');
    expect((result as { why: string }).why).not.toBe('');
  }
  expect(readResource({ path: 'a.json', bytes: Buffer.from([0x22, 0xff, 0x22]) }, 'stu3').kind).toBe('unreadable');
});
test('a file with faults is used, and the first fault told', () => {
  const result = read('v.xml', xml.replace('<status', '<surprise value="x"/><status'));
  expect(result).toMatchObject({ kind: 'resource', resource: { url: 'http://example.org/v' } });
  expect((result as { doubt?: string }).doubt).toContain('surprise');
});
