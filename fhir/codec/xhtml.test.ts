import { expect, test } from 'vitest';
import { divForXml, standAlone } from './xhtml.ts';

const xhtml = 'http://www.w3.org/1999/xhtml';
const none = new Map<string, string>();

test('a div that has its namespace stays as it is, to the byte', () => {
  const source = `<div xmlns="${xhtml}" xml:lang="nl">\r\n <p  class='a'>x &amp; <![CDATA[<y>]]><!-- c --><br /></p></div>`;
  expect(standAlone(source, true, true, none)).toBe(source);
  expect(divForXml(source)).toEqual({ xml: source, kept: true });
});
test('prefixes of the ancestors become the default namespace', () => {
  expect(standAlone('<h:div id="a"><h:p>x &lt; <![CDATA[&]]></h:p><h:br/><!-- c --></h:div>', false, false, new Map([['h', xhtml]])))
    .toBe(`<div xmlns="${xhtml}" id="a"><p>x &lt; &amp;</p><br/><!-- c --></div>`);
});
test('an inherited default namespace is written on the div', () => {
  expect(standAlone('<div title="a>b"><p>x</p></div>', true, false, new Map([['', xhtml], ['f', 'http://hl7.org/fhir']]))).toBe(`<div xmlns="${xhtml}" title="a&gt;b"><p>x</p></div>`);
});
test('a div in the namespace of FHIR is repaired', () => {
  expect(standAlone('<div><p>x</p></div>', true, false, new Map([['', 'http://hl7.org/fhir']]))).toBe(`<div xmlns="${xhtml}"><p>x</p></div>`);
});
test('foreign elements and attributes keep their namespaces', () => {
  expect(standAlone(`<div xmlns="${xhtml}" xmlns:s="urn:s"><s:svg s:a="1"><p xmlns="${xhtml}">x</p></s:svg><p s:b="2"/></div>`, false, true, none))
    .toBe(`<div xmlns="${xhtml}"><svg xmlns="urn:s" xmlns:s="urn:s" s:a="1"><p xmlns="${xhtml}">x</p></svg><p xmlns:s="urn:s" s:b="2"/></div>`);
});
test('a div that cannot be read stays as it was', () => {
  expect(standAlone('<h:div>&nbsp;</h:div>', false, false, new Map([['h', xhtml]]))).toBe('<h:div>&nbsp;</h:div>');
});
test('a missing namespace is added for XML', () => {
  expect(divForXml('<div><p>x</p></div>')).toEqual({ xml: `<div xmlns="${xhtml}"><p>x</p></div>`, kept: false });
  expect(divForXml('<div/>')).toEqual({ xml: `<div xmlns="${xhtml}"/>`, kept: false });
});
test('space around the div goes', () => {
  expect(divForXml(` <div xmlns="${xhtml}"/>\n`)).toEqual({ xml: `<div xmlns="${xhtml}"/>`, kept: false });
});
test.each([
  '', 'tekst', '<p/>', '<div', '<div>', '<div><p></div>', '<div>&nbsp;</div>', '<div/><div/>', '<div/>x', '<div/></text><status value="final"/><text>', '<divx/>', '<div xmlns="urn:x"/>',
  '<!DOCTYPE a><div/>', '<?xml version="1.0"?><div/>', '<div><?xml version="1.0"?></div>', '<div><p:a/></div>', '<div>\u0000</div>', '<div>\ud800</div>', `<div>${'<p>'.repeat(300)}${'</p>'.repeat(300)}</div>`, '<div a="1" a="2"/>',
])('what could break or forge the message becomes text: %j', (source) => {
  const { xml, kept } = divForXml(source);
  expect(kept).toBe(false);
  expect(xml).toMatch(/^<div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml">[^<]*<\/div>$/);
});
test('a div without any namespace gets that of XHTML, once', () => {
  expect(standAlone('<div><p>x</p></div>', true, false, none)).toBe(`<div xmlns="${xhtml}"><p>x</p></div>`);
});
test('processing instructions inside stay', () => {
  expect(standAlone('<h:div><?mark up?>x</h:div>', false, false, new Map([['h', xhtml]]))).toBe(`<div xmlns="${xhtml}"><?mark up?>x</div>`);
});
