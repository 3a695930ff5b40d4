import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { parse } from './parse.ts';

const definitions = coreDefinitions('r4');
const bytes = (text: string): Buffer => Buffer.from(text);
const json = `{
  "resourceType": "Patient",
  "name": [
    { "family": "x", "given": ["a",
      "b"] }
  ],
  "_birthDate": { "extension": [ { "url": "u" } ] }
}`;
const xml = `<?xml version="1.0"?>
<Patient xmlns="http://hl7.org/fhir">
  <name>
    <family value="x"/>
    <given value="a"/> <given value="b"/>
  </name>
  <birthDate><extension url="u"/></birthDate>
</Patient>`;

test('both formats give the same resource', () => {
  const one = parse(bytes(json), { definitions });
  const other = parse(bytes(xml), { definitions });
  expect(one).toMatchObject({ fhir: 'r4', format: 'json', findings: [] });
  expect(other).toMatchObject({ fhir: 'r4', format: 'xml', findings: [] });
  expect(other.resource).toEqual(one.resource);
});
test.each([
  [[], 1, 1], [['resourceType'], 2, 3], [['name'], 3, 3], [['name', 0], 4, 5], [['name', 0, 'given'], 4, 22], [['name', 0, 'given', 1], 5, 7], [['_birthDate', 'extension', 0, 'url'], 7, 36], [['birthDate'], 7, 3],
  [['gender'], 1, 1], [['name', 0, 'use'], 4, 5], [['name', 4, 'use'], 3, 3],
])('place of %j in JSON: line %i, column %i', (path, line, column) => {
  expect(parse(json, { definitions }).positionOf(path)).toEqual({ line, column });
});
test.each([
  [[], 2, 1], [['name'], 3, 3], [['name', 0], 3, 3], [['name', 0, 'given'], 5, 5], [['name', 0, 'given', 1], 5, 24], [['_birthDate', 'extension', 0, 'url'], 7, 14], [['birthDate'], 7, 3], [['gender'], 2, 1],
])('place of %j in XML: line %i, column %i', (path, line, column) => {
  expect(parse(xml, { definitions }).positionOf(path)).toEqual({ line, column });
});
test('places of resources inside resources, in XML', () => {
  const document = parse('<Bundle xmlns="http://hl7.org/fhir"><entry>\n<resource><Patient>\n<active value="true"/></Patient></resource></entry></Bundle>', { definitions });
  expect(document.positionOf(['entry', 0, 'resource'])).toEqual({ line: 2, column: 1 });
  expect(document.positionOf(['entry', 0, 'resource', 'active'])).toEqual({ line: 3, column: 1 });
});
test('the stated format goes over the first character', () => {
  expect(parse(json, { definitions, format: 'xml' })).toMatchObject({ format: 'xml', resource: null, findings: [{ code: 'not-well-formed' }] });
  expect(parse(xml, { definitions, format: 'json' })).toMatchObject({ format: 'json', resource: null, findings: [{ code: 'not-well-formed', position: { line: 1, column: 1 } }] });
});
test('findings have expression, position, and both languages', () => {
  expect(parse('{"resourceType":"Patient",\n"name":[{"family":"a","family":"b"}]}', { definitions }).findings).toEqual([{
    code: 'duplicate-key', severity: 'error', path: ['name', 0, 'family'], expression: 'Patient.name[0].family', actual: 'family',
    expected: { nl: expect.any(String), en: expect.any(String) }, position: { line: 2, column: 23 },
  }]);
  expect(parse('<Patient xmlns="http://hl7.org/fhir">\n <name><foo/></name></Patient>', { definitions }).findings)
    .toMatchObject([{ code: 'unknown-element', expression: 'Patient.name[0].foo', position: { line: 2, column: 8 } }]);
});
test('what broke off is still named', () => {
  expect(parse('{"resourceType":"Patient","name":[{"family":"x"', { definitions }).findings).toMatchObject([{ code: 'not-well-formed', expression: 'Patient.name[0]' }]);
  expect(parse('<Patient xmlns="http://hl7.org/fhir"><name><foo/>', { definitions }).findings).toMatchObject([{ expression: 'Patient.name[0].foo' }, { code: 'not-well-formed', expression: 'Patient' }]);
});
test.each([['[]', '[…]'], ['null', 'null'], ['"x"', 'x'], ['{}', '{…}'], ['{"resourceType":1}', '1'], ['{"resourceType":{"toString":1}}', '{"toString":1}'], ['{"constructor":{"resourceType":"Patient"}}', '{…}']])('%s holds no resource', (text, actual) => {
  expect(parse(text, { definitions })).toMatchObject({ resource: null, findings: [{ code: 'not-a-resource', actual }] });
});
test('an unknown type in JSON is kept: the validator reports it', () => {
  expect(parse('{"resourceType":"Foo"}', { definitions })).toMatchObject({ resource: { resourceType: 'Foo' }, findings: [] });
});
test('JSON with a byte order mark is a warning, XML is none', () => {
  expect(parse(bytes('\ufeff{"resourceType":"Basic"}'), { definitions }).findings).toMatchObject([{ code: 'not-well-formed', severity: 'warning' }]);
  expect(parse(bytes('\ufeff<Basic xmlns="http://hl7.org/fhir"/>'), { definitions }).findings).toEqual([]);
});
test('nothing at all, too much, and no text have no places', () => {
  for (const [input, code] of [['', 'not-well-formed'], ['x'.repeat(200), 'too-large'], [Buffer.from([0, 0, 0, 1]), 'not-utf-8']] as const) {
    const document = parse(input, { definitions, limits: { size: 100 } });
    expect(document).toMatchObject({ resource: null, findings: [{ code }] });
    expect(document.positionOf([])).toBeNull();
  }
});
test('limits cannot be lifted beyond what recursion bears', () => {
  const deep = `{"resourceType":"Basic","a":${'['.repeat(50_000)}`;
  expect(parse(deep, { definitions, limits: { depth: 1_000_000 } }).findings).toMatchObject([{ code: 'nested-too-deep' }]);
});
test('a DOCTYPE is refused in any encoding', () => {
  const text = '<!DOCTYPE Patient [<!ENTITY x SYSTEM "file:///etc/hostname">]><Patient xmlns="http://hl7.org/fhir"><id value="&x;"/></Patient>';
  for (const input of [text, bytes(`\ufeff${text}`), Buffer.from(text, 'utf16le'), Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), bytes(`<?xml version="1.0" encoding="UTF-16"?>${text}`)]) {
    const document = parse(input, { definitions, format: 'xml' });
    expect(document.resource).toBeNull();
    expect(document.findings.map((one) => one.code)).toContain('doctype');
  }
  // UTF-7 is never read as such: it stays characters, and no markup.
  expect(parse(bytes('<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<Patient/>'), { definitions }).resource).toBeNull();
});
test('only the three bytes of the mark are a byte order mark', () => {
  const mark = (input: Uint8Array): boolean => parse(input, { definitions }).findings.some((one) => one.actual === 'U+FEFF');
  const rest = bytes('{"resourceType":"Patient"}');
  expect(mark(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), rest]))).toBe(true);
  for (const start of [[0xef, 0xbb, 0xbe], [0xef, 0xba, 0xbf], [0xee, 0xbb, 0xbf], []]) expect(mark(Buffer.concat([Buffer.from(start), rest])), start.join()).toBe(false);
});
