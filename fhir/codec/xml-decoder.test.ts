import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { SeenList } from './findings.ts';
import { lexicalOf } from './lexical.ts';
import { defaultLimits } from './limits.ts';
import { plansOf } from './plan.ts';
import { decodeXml } from './xml-decoder.ts';

const namespaces = 'xmlns="http://hl7.org/fhir"';
function read(text: string, fhir: 'stu3' | 'r4' = 'r4'): { resource: any; seen: string[] } {
  const seen = new SeenList(50);
  const { resource } = decodeXml(text, plansOf(coreDefinitions(fhir)), defaultLimits, seen.report);
  return { resource, seen: seen.all.map((one) => `${one.code} ${one.path.join('.')} ${one.actual}`) };
}
const patient = (content: string, attributes = namespaces): ReturnType<typeof read> => read(`<Patient ${attributes}>${content}</Patient>`);
const observation = (content: string): ReturnType<typeof read> => read(`<Observation ${namespaces}>${content}</Observation>`);

test('elements, lists, attributes, choices and primitives get their JSON shape', () => {
  const { resource, seen } = read(`<Observation ${namespaces}>
    <id value="o1"/>
    <extension url="http://x"><valueBoolean value="true"/></extension>
    <status value="final"/>
    <code><coding id="c1"><system value="http://loinc.org"/><code value="1-8"/></coding></code>
    <valueQuantity><value value="1.50"/><unit value="mg"/></valueQuantity>
    <component><code><text value="a&#10;b"/></code><valueInteger value="12"/></component>
    <component><code><text value="z"/></code><referenceRange><low><value value="0.10"/></low></referenceRange></component>
  </Observation>`);
  expect(seen).toEqual([]);
  expect(resource).toEqual({
    resourceType: 'Observation', id: 'o1', extension: [{ url: 'http://x', valueBoolean: true }], status: 'final',
    code: { coding: [{ id: 'c1', system: 'http://loinc.org', code: '1-8' }] }, valueQuantity: { value: 1.5, unit: 'mg' },
    component: [{ code: { text: 'a\nb' }, valueInteger: 12 }, { code: { text: 'z' }, referenceRange: [{ low: { value: 0.1 } }] }],
  });
  expect(lexicalOf(resource.valueQuantity, 'value')).toBe('1.50');
  expect(lexicalOf(resource.component[1].referenceRange[0].low, 'value')).toBe('0.10');
});
test('extensions of a primitive stand beside it', () => {
  expect(patient('<birthDate id="b" value="1970"><extension url="u"><valueString value="v"/></extension></birthDate>').resource)
    .toEqual({ resourceType: 'Patient', birthDate: '1970', _birthDate: { id: 'b', extension: [{ url: 'u', valueString: 'v' }] } });
  expect(patient('<birthDate><extension url="u"/></birthDate>').resource).toEqual({ resourceType: 'Patient', _birthDate: { extension: [{ url: 'u' }] } });
});
test('lists of primitives and of their extensions keep their places with nulls', () => {
  const names = (content: string): unknown => patient(`<name>${content}</name>`).resource.name[0];
  const more = '<extension url="u"/>';
  expect(names(`<given value="a"/><given value="b">${more}</given><given value="c"/>`)).toEqual({ given: ['a', 'b', 'c'], _given: [null, { extension: [{ url: 'u' }] }, null] });
  expect(names(`<given>${more}</given><given value="b"/>`)).toEqual({ given: [null, 'b'], _given: [{ extension: [{ url: 'u' }] }, null] });
  expect(names(`<given value="a"/><given>${more}</given>`)).toEqual({ given: ['a', null], _given: [null, { extension: [{ url: 'u' }] }] });
  expect(names('<given id="x"/>')).toEqual({ _given: [{ id: 'x' }] });
});
test('resources inside resources', () => {
  const { resource, seen } = read(`<Bundle ${namespaces}><type value="collection"/><entry><resource><Patient><contained><Organization><name value="o"/></Organization></contained><active value="false"/></Patient></resource></entry>
    <entry><resource><Parameters><parameter><name value="p"/><resource><Binary><contentType value="text/plain"/></Binary></resource></parameter></Parameters></resource></entry></Bundle>`);
  expect(seen).toEqual([]);
  expect(resource.entry[0].resource).toEqual({ resourceType: 'Patient', contained: [{ resourceType: 'Organization', name: 'o' }], active: false });
  expect(resource.entry[1].resource.parameter[0]).toEqual({ name: 'p', resource: { resourceType: 'Binary', contentType: 'text/plain' } });
});
test('narrative is kept as it is', () => {
  const div = '<div xmlns="http://www.w3.org/1999/xhtml">\n <p>x &#233; <b>y</b><br /></p></div>';
  const { resource, seen } = patient(`<text><status value="generated"/>${div}</text>`);
  expect(seen).toEqual([]);
  expect(resource.text.div).toBe(div);
});
test('prefixes are as good as a default namespace', () => {
  const { resource, seen } = read('<f:Patient xmlns:f="http://hl7.org/fhir" xmlns="http://www.w3.org/1999/xhtml"><f:text><f:status value="empty"/><div>x</div></f:text><f:active value="true"/></f:Patient>');
  expect(seen).toEqual([]);
  expect(resource).toEqual({ resourceType: 'Patient', text: { status: 'empty', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>' }, active: true });
});
test('a value that is no number or boolean stays text for the validator', () => {
  expect(observation('<valueBoolean value="yes"/>').resource.valueBoolean).toBe('yes');
  expect(observation('<valueInteger value="0x1F"/>').resource.valueInteger).toBe('0x1F');
  expect(observation('<valueQuantity><value value=" 1"/></valueQuantity>').resource.valueQuantity.value).toBe(' 1');
  expect(patient('<active value=""/>').resource.active).toBe('');
});
test('numbers of any writing keep their text', () => {
  const { resource } = observation('<valueSampledData><origin><value value="1E2"/></origin><period value="123456789012345678901234567890.10"/><dimensions value="+1"/></valueSampledData>');
  expect(resource.valueSampledData).toEqual({ origin: { value: 100 }, period: 1.2345678901234568e29, dimensions: 1 });
  expect(lexicalOf(resource.valueSampledData.origin, 'value')).toBe('1E2');
  expect(lexicalOf(resource.valueSampledData, 'period')).toBe('123456789012345678901234567890.10');
  expect(lexicalOf(resource.valueSampledData, 'dimensions')).toBe('+1');
});

test('unknown elements are reported and left out, whatever is in them', () => {
  const { resource, seen } = patient('<foo><active value="true"/>tekst<bar/></foo><name><family value="x"/><__proto__ value="x"/></name><constructor/>');
  expect(resource).toEqual({ resourceType: 'Patient', name: [{ family: 'x' }] });
  expect(seen).toEqual(['unknown-element foo <foo>', 'unknown-element name.0.__proto__ <__proto__>', 'unknown-element constructor <constructor>']);
});
test('a choice of a type that is not allowed is unknown; an attribute is no element', () => {
  expect(observation('<valueAddress/>').seen).toEqual(['unknown-element valueAddress <valueAddress>']);
  expect(patient('<extension><url value="x"/></extension>').seen).toEqual(['unknown-element extension.0.url <url>']);
});
test('unknown attributes', () => {
  const { resource, seen } = patient('<active value="true" foo="1"/><name use="official" id="n"><family value="x"/></name><contained id="c"><Basic id="b"/></contained>', `${namespaces} id="p" xml:lang="nl"`);
  expect(resource).toMatchObject({ active: true, name: [{ id: 'n', family: 'x' }] });
  expect(seen).toEqual(['unknown-attribute  @id', 'unknown-attribute  @xml:lang', 'unknown-attribute active @foo', 'unknown-attribute name.0 @use', 'element-order contained <contained>', 'unknown-attribute contained.0 @id', 'unknown-attribute contained.0 @id']);
});
test('naming a schema is a warning only', () => {
  const seen = new SeenList(5);
  decodeXml(`<Patient ${namespaces} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"/>`, plansOf(coreDefinitions('r4')), defaultLimits, seen.report);
  expect(seen.all).toMatchObject([{ code: 'unknown-attribute', severity: 'warning', actual: '@xsi:schemaLocation' }]);
});
test('text between elements, told once an element; comments and white space are nothing', () => {
  expect(patient('<!-- x --> <?pi x?>\n\t<active value="true">true</active>a<gender value="male"/>b').seen).toEqual(['unexpected-text active true', 'unexpected-text  a']);
  expect(patient('<![CDATA[ ]]><active value="true"/><![CDATA[x]]>').seen).toEqual(['unexpected-text  x']);
});
test('order, told once an element; the values stay', () => {
  const { resource, seen } = patient('<birthDate value="1970"/><active value="true"/><name/><gender value="male"/><name><given value="a"/></name>');
  expect(seen).toEqual(['element-order active <active>']);
  expect(resource).toMatchObject({ birthDate: '1970', active: true, gender: 'male', name: [{}, { given: ['a'] }] });
  expect(patient('<name/><gender value="male"/><name/>').seen).toEqual(['element-order name <name>']);
});
test('types of one choice may stand in any order: that there are several is for the validator', () => {
  const { resource, seen } = observation('<valueString value="x"/><valueBoolean value="true"/><valueQuantity/>');
  expect(seen).toEqual([]);
  expect(resource).toMatchObject({ valueString: 'x', valueBoolean: true, valueQuantity: {} });
});
test('a second value where one can stand', () => {
  const { resource, seen } = patient('<active value="true"/><active value="false"/><maritalStatus/><maritalStatus/><birthDate id="x"/><birthDate value="1970"/>');
  expect(resource).toMatchObject({ active: true, maritalStatus: {}, _birthDate: { id: 'x' } });
  expect(seen).toEqual(['too-many active <active>', 'too-many maritalStatus <maritalStatus>', 'element-order birthDate <birthDate>', 'too-many birthDate <birthDate>']);
});
test('a primitive without anything, and a holder without a resource', () => {
  const { resource, seen } = patient('<contained/><active/><name><given/><given value="b"/></name>');
  expect(resource).toEqual({ resourceType: 'Patient', name: [{ given: ['b'] }] });
  expect(seen).toEqual(['empty-element contained.0 <contained>', 'empty-element active <active>', 'empty-element name.0.given.0 <given>']);
});
test('what stands in a contained resource: one known resource', () => {
  const { resource, seen } = patient('<contained><Foo><a/></Foo></contained><contained><Basic/><Basic/></contained><contained><DomainResource/></contained><contained>x<x:Basic xmlns:x="urn:x"/></contained>');
  expect(resource).toEqual({ resourceType: 'Patient', contained: [{ resourceType: 'Basic' }] });
  expect(seen).toEqual(['unknown-resource-type contained.0 Foo', 'too-many contained.0 <Basic>', 'unknown-resource-type contained.1 DomainResource', 'unexpected-text contained.1 x', 'wrong-namespace contained.1 urn:x']);
});
test('a resource without namespace is one finding, and is read', () => {
  const { resource, seen } = read('<Patient><active value="true"/><name><family value="x"/></name></Patient>');
  expect(resource).toEqual({ resourceType: 'Patient', active: true, name: [{ family: 'x' }] });
  expect(seen).toEqual(['wrong-namespace  ']);
});
test('elements of another namespace are left out', () => {
  const { resource, seen } = patient('<active value="true"/><x:gender xmlns:x="urn:x" value="male"/><birthDate xmlns="" value="1970"/><x:vendor xmlns:x="urn:x"><x:part/></x:vendor>');
  expect(resource).toEqual({ resourceType: 'Patient', active: true });
  expect(seen).toEqual(['wrong-namespace gender urn:x', 'wrong-namespace birthDate ', 'wrong-namespace vendor urn:x']);
});
test('a narrative without its namespace is a finding, and is repaired', () => {
  const { resource, seen } = patient('<text><status value="generated"/><div><p>x</p></div></text>');
  expect(seen).toEqual(['wrong-namespace text.div http://hl7.org/fhir']);
  expect(resource.text.div).toBe('<div xmlns="http://www.w3.org/1999/xhtml"><p>x</p></div>');
});
test.each([
  [`<Foo ${namespaces}/>`, 'unknown-resource-type  Foo'], ['<html xmlns="http://www.w3.org/1999/xhtml"/>', 'not-a-resource  html'], [`<Resource ${namespaces}/>`, 'unknown-resource-type  Resource'], [`<HumanName ${namespaces}/>`, 'unknown-resource-type  HumanName'], [`<DeviceComponent ${namespaces}/>`, 'unknown-resource-type  DeviceComponent'],
])('%s is no resource of R4', (text, code) => {
  const { resource, seen } = read(text);
  expect(resource).toBeNull();
  expect(seen.at(-1)).toBe(code);
});
test('a text that breaks off gives nothing to judge', () => {
  expect(read(`<Patient ${namespaces}><active value="true"/>`).resource).toBeNull();
});
test('versions differ', () => {
  const text = `<Observation ${namespaces}><related><target/></related></Observation>`;
  expect(read(text, 'stu3').seen).toEqual([]);
  expect(read(text, 'r4').seen).toEqual(['unknown-element related <related>']);
});
test('a narrative that leans on prefixes of its ancestors stands alone afterwards', () => {
  const div = (root: string, inside: string): string => read(`<Patient ${namespaces} ${root}><text><status value="generated"/>${inside}</text></Patient>`).resource.text.div;
  const xhtml = 'http://www.w3.org/1999/xhtml';
  expect(div(`xmlns:h="${xhtml}"`, '<h:div><h:p>x</h:p></h:div>')).toBe(`<div xmlns="${xhtml}"><p>x</p></div>`);
  // The nearest declaration of a prefix is the one in force.
  expect(read(`<Patient ${namespaces} xmlns:s="urn:far"><text xmlns:s="urn:near"><status value="generated"/><div xmlns="${xhtml}"><p s:a="1">x</p></div></text></Patient>`).resource.text.div).toBe(`<div xmlns="${xhtml}"><p xmlns:s="urn:near" s:a="1">x</p></div>`);
  // A prefix on an attribute alone needs its declaration too.
  expect(div('xmlns:s="urn:s"', `<div xmlns="${xhtml}"><p s:a="1">x</p></div>`)).toBe(`<div xmlns="${xhtml}"><p xmlns:s="urn:s" s:a="1">x</p></div>`);
  expect(div('', `<div xmlns="${xhtml}"><p xml:lang="nl">x</p></div>`)).toBe(`<div xmlns="${xhtml}"><p xml:lang="nl">x</p></div>`);
});
test('only a schema location of XML Schema is passed over with a warning', () => {
  const seen = (attribute: string): unknown[] => {
    const list = new SeenList(10);
    decodeXml(`<Patient ${namespaces} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:o="urn:o" ${attribute}/>`, plansOf(coreDefinitions('r4')), defaultLimits, list.report);
    return list.all.map((one) => `${one.code} ${one.severity ?? 'error'}`);
  };
  expect(seen('xsi:schemaLocation="a b"')).toEqual(['unknown-attribute warning']);
  expect(seen('xsi:noNamespaceSchemaLocation="a"')).toEqual(['unknown-attribute warning']);
  for (const other of ['o:schemaLocation="a b"', 'schemaLocation="a b"', 'xsi:type="a"', 'xsi:schemaLocations="a"']) expect(seen(other), other).toEqual(['unknown-attribute error']);
});
test('the namespace that was expected is named', () => {
  const list = new SeenList(10);
  decodeXml('<Patient xmlns="urn:x"/>', plansOf(coreDefinitions('r4')), defaultLimits, list.report);
  decodeXml(`<Patient ${namespaces}><active xmlns="urn:x" value="true"/></Patient>`, plansOf(coreDefinitions('r4')), defaultLimits, list.report);
  expect(list.all.filter((one) => one.code === 'wrong-namespace').map((one) => [one.actual, one.expected.nl, one.expected.en])).toEqual(Array.from({ length: 2 }, () => ['urn:x', 'http://hl7.org/fhir', 'http://hl7.org/fhir']));
});
test('what may stand there is named: attributes of a primitive and of others, elements of a type, resources of the version, a place in the text', () => {
  const list = new SeenList(20);
  const text = `<Patient ${namespaces} id="p"><active value="true" foo="1"/><name><surname value="x"/></name><contained><Nonsense/></contained></Patient>`;
  decodeXml(text, plansOf(coreDefinitions('r4')), defaultLimits, list.report);
  expect(list.all.filter((one) => one.code !== 'element-order').map((one) => [one.actual, one.expected.nl, one.expected.en, text.slice(one.offset).split(/[ />]/)[0]])).toEqual([
    ['@id', 'geen ander attribuut dan FHIR kent', 'no attribute but those of FHIR', '<Patient'], ['@foo', 'alleen id en value', 'id and value only', '<active'],
    ['<surname>', 'een element van HumanName', 'an element of HumanName', '<surname'], ['Nonsense', 'een resource van FHIR R4', 'a resource of FHIR R4', '<Nonsense'],
  ]);
});
