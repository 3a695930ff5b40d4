import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { setLexical } from './lexical.ts';
import { plansOf } from './plan.ts';
import { writeXml } from './xml-writer.ts';

const plans = plansOf(coreDefinitions('r4'));
const head = '<?xml version="1.0" encoding="UTF-8"?>';
function write(resource: Record<string, unknown>): { xml: string; lost: string[] } {
  const lost: string[] = [];
  const xml = writeXml(resource, plans, false, (path) => lost.push(path.join('.')));
  return { xml: xml.slice(head.length), lost };
}
const patient = (content: string): string => `<Patient xmlns="http://hl7.org/fhir">${content}</Patient>`;

test('elements in the order of the definitions, attributes where they belong, values escaped', () => {
  expect(write({ resourceType: 'Patient', birthDate: '1970', active: true, id: 'p', name: [{ given: ['a "b" & <c>\n'], family: 'f', id: 'n' }], extension: [{ valueInteger: 1, url: 'u' }] })).toEqual({
    xml: patient('<id value="p"/><extension url="u"><valueInteger value="1"/></extension><active value="true"/><name id="n"><family value="f"/><given value="a &quot;b&quot; &amp; &lt;c&gt;&#10;"/></name><birthDate value="1970"/>'), lost: [],
  });
});
test('extensions of primitives, also in lists with nulls', () => {
  const more = { extension: [{ url: 'u' }] };
  const xml = '<extension url="u"/>';
  expect(write({ resourceType: 'Patient', _birthDate: { id: 'b', ...more }, name: [{ given: ['a', null, 'c'], _given: [null, more, more] }], gender: 'male', _gender: more })).toEqual({
    xml: patient(`<name><given value="a"/><given>${xml}</given><given value="c">${xml}</given></name><gender value="male">${xml}</gender><birthDate id="b">${xml}</birthDate>`), lost: [],
  });
  expect(write({ resourceType: 'Patient', name: [{ _given: [null, more] }] }).xml).toBe(patient(`<name><given>${xml}</given></name>`));
});
test('numbers with their text', () => {
  const quantity = { value: 1.5 };
  setLexical(quantity, 'value', '1.50');
  expect(write({ resourceType: 'Observation', valueQuantity: quantity }).xml).toContain('<value value="1.50"/>');
});
test('resources inside resources', () => {
  expect(write({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient', contained: [{ resourceType: 'Basic', id: 'x' }] } }] }).xml)
    .toBe('<Bundle xmlns="http://hl7.org/fhir"><entry><resource><Patient><contained><Basic><id value="x"/></Basic></contained></Patient></resource></entry></Bundle>');
});
test('an element may be named resourceType itself', () => {
  expect(write({ resourceType: 'ExampleScenario', instance: [{ resourceId: 'i', resourceType: 'Patient' }] }).xml).toContain('<instance><resourceId value="i"/><resourceType value="Patient"/></instance>');
});
test('narrative goes in as it is; one that is broken becomes text', () => {
  const div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>x<br /></p></div>';
  expect(write({ resourceType: 'Patient', text: { status: 'generated', div } })).toEqual({ xml: patient(`<text><status value="generated"/>${div}</text>`), lost: [] });
  const forged = write({ resourceType: 'Patient', text: { status: 'generated', div: '<div/></text><active value="true"/><text>' } });
  expect(forged.xml).not.toContain('<active');
  expect(forged.lost).toEqual(['text.div']);
});
test('pretty has a line an element, and leaves narrative alone', () => {
  const div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div>';
  expect(writeXml({ resourceType: 'Patient', text: { div }, contained: [{ resourceType: 'Basic' }], name: [{ family: 'x' }] }, plans, true)).toBe([
    head, '<Patient xmlns="http://hl7.org/fhir">', '  <text>', `    ${div}`, '  </text>', '  <contained>', '    <Basic/>', '  </contained>', '  <name>', '    <family value="x"/>', '  </name>', '</Patient>',
  ].join('\n'));
});
test('what has no place in XML is left out and told', () => {
  const circle = { resourceType: 'Patient', foo: 1, _foo: 2, constructor: 'x', active: { a: 1 }, name: ['x', null, { given: [['y']], _given: 'z', id: 'n', _id: { extension: [] } }], contained: [{ resourceType: 'Foo' }, {}], _name: {}, gender: '\u0000', maritalStatus: null, birthDate: undefined };
  const { xml, lost } = write(circle);
  expect(xml).toBe(patient('<name id="n"/><gender value="\ufffd"/>'));
  expect(lost.sort()).toEqual(['_foo', '_name', 'active', 'constructor', 'contained.0', 'contained.1', 'foo', 'gender', 'name.0', 'name.2._id', 'name.2.given.0'].sort());
});
test('one value where a list stands, and a list where one value stands, are written all the same', () => {
  expect(write({ resourceType: 'Patient', name: { family: 'x' }, gender: ['male', 'female'] }).xml).toBe(patient('<name><family value="x"/></name><gender value="male"/><gender value="female"/>'));
});
test('no type, an unknown type and a circle are refused with a clear error', () => {
  expect(() => write({})).toThrow('No resource type of FHIR R4: none');
  expect(() => write({ resourceType: 'Foo' })).toThrow('No resource type of FHIR R4: "Foo"');
  const circle: Record<string, unknown> = { resourceType: 'Parameters' };
  circle.parameter = [{ resource: circle }];
  expect(() => write(circle)).toThrow(/refer to itself/);
});
test('what is inside a type without a definition is lost, and told', () => {
  const core = coreDefinitions('r4');
  const without = plansOf({ ...core, type: (name) => (name === 'HumanName' ? null : core.type(name)) });
  const lost: string[] = [];
  writeXml({ resourceType: 'Patient', active: true, name: [{ text: 'x' }] }, without, false, (path) => lost.push(path.join('.')));
  expect(lost).toEqual(['name.0.text']);
});
