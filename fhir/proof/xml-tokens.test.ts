import { expect, it } from 'vitest';
import { xmlTokens } from './xml-tokens.ts';

const fhir = 'xmlns="http://hl7.org/fhir"';
const div = (inside: string): string => `<text ${fhir}><div xmlns="http://www.w3.org/1999/xhtml">${inside}</div></text>`;
it('ignores prefixes, order of attributes, escaping, and space and comments between FHIR elements', () => {
  expect(xmlTokens(`<a ${fhir} x="1" y="&#65;"><b/> <!-- c --></a>`)).toEqual(xmlTokens('<f:a xmlns:f="http://hl7.org/fhir" y="A" x="1"><f:b/></f:a>'));
});
it('keeps names, namespaces, values and order', () => {
  const one = xmlTokens(`<a ${fhir}><b value="1"/><c value="2"/></a>`);
  for (const other of [`<a ${fhir}><c value="2"/><b value="1"/></a>`, `<a ${fhir}><b value="1"/><c value="3"/></a>`, '<a><b value="1"/><c value="2"/></a>', `<a ${fhir}><b value="1"/></a>`]) expect(xmlTokens(other)).not.toEqual(one);
});
it('keeps all text and comments of narrative', () => {
  expect(xmlTokens(div('a <b>c</b>'))).not.toEqual(xmlTokens(div('a<b>c</b>')));
  expect(xmlTokens(div('a<!-- b -->'))).not.toEqual(xmlTokens(div('a')));
});
it('leaves out the schema location only when asked', () => {
  const text = `<a ${fhir} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x y"/>`;
  expect(xmlTokens(text, { schemaLocation: true })).toEqual(xmlTokens(`<a ${fhir}/>`));
  expect(xmlTokens(text)).not.toEqual(xmlTokens(`<a ${fhir}/>`));
});
it('refuses what is not well-formed', () => {
  expect(() => xmlTokens('<a><b></a>')).toThrow();
});
