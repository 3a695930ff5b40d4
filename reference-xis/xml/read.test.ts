import { describe, expect, it } from 'vitest';
import { jsonText } from '../decimal.ts';
import { readXml } from './read.ts';

const fhir = 'xmlns="http://hl7.org/fhir"';
const shown = (text: string) => { const read = readXml(text); return read.ok ? JSON.parse(jsonText(read.resource)) as unknown : read.why; };

describe('readXml', () => {
  it('reads a notification', () => {
    expect(shown(`\ufeff<?xml version='1.0' encoding='utf-8'?><!-- c --><x:Task xmlns:x='http://hl7.org/fhir'>
      <x:identifier id='i'><x:system value='urn:ietf:rfc:3986'/><x:value value='a&amp;b&#x41;'/></x:identifier><?p i?>
      <x:status value='requested'/><x:requester><x:agent><x:display value='S'/></x:agent></x:requester>
      <x:input><x:type><x:text value='t'/></x:type><x:valueBoolean value='true'/></x:input>
      <x:input><x:type><x:text value='u'/></x:type><x:valueDecimal value='1.50'/></x:input></x:Task>`)).toEqual({
      resourceType: 'Task', identifier: [{ id: 'i', system: 'urn:ietf:rfc:3986', value: 'a&bA' }], status: 'requested', requester: { agent: { display: 'S' } },
      input: [{ type: { text: 't' }, valueBoolean: true }, { type: { text: 'u' }, valueDecimal: 1.5 }],
    });
  });
  it('keeps the text of decimals', () => {
    const read = readXml(`<Observation ${fhir}><valueQuantity><value value="70.500"/></valueQuantity></Observation>`);
    expect(read.ok && jsonText(read.resource)).toBe('{"resourceType":"Observation","valueQuantity":{"value":70.500}}');
  });
  it('reads lists of primitives, their extensions, numbers, contained resources and attributes', () => {
    expect(shown(`<Patient ${fhir}><contained><Organization><name value="O"/></Organization></contained><extension url="urn:e"><valueInteger value="-2"/></extension><name><given value="A"/>
      <given><extension url="urn:q"><valueCode value="c"/></extension></given><given value="B" id="b"/></name></Patient>`)).toEqual({
      resourceType: 'Patient', contained: [{ resourceType: 'Organization', name: 'O' }], extension: [{ url: 'urn:e', valueInteger: -2 }],
      name: [{ given: ['A', null, 'B'], _given: [null, { extension: [{ url: 'urn:q', valueCode: 'c' }] }, { id: 'b' }] }],
    });
  });
  it('keeps narrative', () => {
    expect(shown(`<Flag ${fhir}><text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl">a <b class="&lt;">&amp;</b><br/></div></text></Flag>`)).toEqual({
      resourceType: 'Flag', text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl">a <b class="&lt;">&amp;</b><br/></div>' },
    });
  });
  it('lets a schema location be', () => {
    expect(shown(`<Flag ${fhir} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://hl7.org/fhir fhir.xsd"><id value="a"/></Flag>`)).toEqual({ resourceType: 'Flag', id: 'a' });
  });
});

describe('readXml refuses', () => {
  const task = (content: string) => `<Task ${fhir}>${content}</Task>`;
  it.each<[string, string, RegExp]>([
    ['a document type', `<!DOCTYPE Task [<!ENTITY a "b">]>${task('<id value="&a;"/>')}`, /document type/],
    ['an external document type', `<!DOCTYPE Task SYSTEM "file:///etc/passwd">${task('')}`, /document type/],
    ['an unknown entity', task('<id value="&nbsp;"/>'), /entity/],
    ['another encoding', `<?xml version="1.0" encoding="ISO-8859-1"?>${task('<id value="a"/>')}`, /UTF-8/],
    ['what is no XML', '{"resourceType":"Task"}', /./], ['nothing', '', /./], ['half of it', `<Task ${fhir}><id value="a"/>`, /./], ['two roots', task('') + task(''), /./],
    ['no namespace', '<Task><id value="a"/></Task>', /namespace/], ['another namespace', '<Task xmlns="http://hl7.org/fhir/"><id value="a"/></Task>', /namespace/],
    ['an unknown type', `<Something ${fhir}/>`, /Something/], ['a data type', `<Identifier ${fhir}/>`, /Identifier/], ['a part', `<Task.requester ${fhir}/>`, /resource/],
    ['an unknown element', task('<instantiatesUri value="urn:a"/>'), /instantiatesUri does not exist on Task/],
    ['an element of R4', task('<requester><reference value="a"/></requester>'), /reference does not exist on Task.requester/],
    ['the wrong order', task('<intent value="order"/><status value="requested"/>'), /status of Task stands in the wrong place/],
    ['one that may stand once, twice', task('<status value="requested"/><status value="requested"/>'), /twice/],
    ['an unknown attribute', task('<status value="a" code="b"/>'), /attribute code/], ['an attribute as element', `<Task ${fhir}><extension><url value="a"/></extension></Task>`, /url/],
    ['an empty value', task('<status value=""/>'), /empty/], ['no value', task('<status/>'), /no value/], ['an empty element', task('<for/>'), /empty/], ['text', task('<status value="a">b</status>'), /text/],
    ['what is no boolean', `<Patient ${fhir}><active value="ja"/></Patient>`, /active/], ['what is no number', `<Bundle ${fhir}><total value="-1"/></Bundle>`, /total/],
    ['too large a number', `<Bundle ${fhir}><total value="99999999999"/></Bundle>`, /total/], ['what is no decimal', `<Observation ${fhir}><valueQuantity><value value="1e3"/></valueQuantity></Observation>`, /decimal/],
    ['two resources in one place', `<Bundle ${fhir}><entry><resource><Flag/><Flag/></resource></entry></Bundle>`, /2 resources/],
    ['narrative that is no XHTML', `<Flag ${fhir}><text><div>a</div></text></Flag>`, /XHTML/], ['something foreign in narrative', `<Flag ${fhir}><text><div xmlns="http://www.w3.org/1999/xhtml"><a xmlns="urn:x"/></div></text></Flag>`, /XHTML/],
    ['depth', `${'<extension url="a">'.repeat(70)}`.replace(/^/, `<Task ${fhir}>`), /deeper/],
  ])('%s', (_what, text, why) => { expect(shown(text)).toMatch(why); });
  it('names like those of objects in JavaScript', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) expect(shown(`<Task ${fhir}><${name} value="a"/></Task>`)).toMatch(/does not exist/);
    expect(shown(`<constructor ${fhir}/>`)).toMatch(/no resource/);
  });
});
