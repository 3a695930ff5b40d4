import { describe, expect, it } from 'vitest';
import { personas } from '../../fixtures/personas/index.ts';
import { Decimal, jsonText } from '../decimal.ts';
import { buildStore } from '../dossier/store.ts';
import { readXml } from './read.ts';
import { writeXml } from './write.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';

describe('writeXml', () => {
  it('writes elements in the order of the definitions, with extensions of primitives and attributes', () => {
    const written = writeXml({
      resourceType: 'Patient', birthDate: '1957-09-03', name: [{ given: ['Pieter', 'J'], _given: [null, { extension: [{ valueCode: 'IN', url: 'urn:q' }] }], family: 'Toets', _family: { id: 'f' } }], active: true, id: 'p',
    });
    expect(written).toBe(`${head}<Patient xmlns="http://hl7.org/fhir"><id value="p"/><active value="true"/><name><family id="f" value="Toets"/><given value="Pieter"/>`
      + '<given value="J"><extension url="urn:q"><valueCode value="IN"/></extension></given></name><birthDate value="1957-09-03"/></Patient>');
  });
  it('wraps contained resources and entries', () => {
    const task = { resourceType: 'Task', contained: [{ resourceType: 'Practitioner', id: 'x' }], status: 'requested' };
    expect(writeXml({ resourceType: 'Bundle', entry: [{ resource: task }], type: 'searchset' })).toBe(`${head}<Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/><entry><resource>`
      + '<Task><contained><Practitioner><id value="x"/></Practitioner></contained><status value="requested"/></Task></resource></entry></Bundle>');
  });
  it('keeps decimals and narrative, and escapes values', () => {
    const div = '<div xmlns="http://www.w3.org/1999/xhtml">a &amp; b</div>';
    const written = writeXml({ resourceType: 'Observation', text: { status: 'additional', div }, valueQuantity: { value: new Decimal('70.50'), unit: '<"&\'>\n' }, status: '' });
    expect(written).toContain(`<status value="additional"/>${div}`);
    expect(written).toContain('<status value=""/><valueQuantity><value value="70.50"/><unit value="&lt;&quot;&amp;\'>&#10;"/></valueQuantity>');
  });
  it('shows what the definitions do not know', () => {
    expect(writeXml({ resourceType: 'Condition', remark: 'x', reasonCode: { text: 'y' }, severity: [{ text: 'z' }] }))
      .toBe(`${head}<Condition xmlns="http://hl7.org/fhir"><severity><text value="z"/></severity><remark value="x"/><reasonCode><text value="y"/></reasonCode></Condition>`);
  });
  it('leaves out what would break the text', () => {
    const hostile = { resourceType: 'Task', 'a><b': 1, '_x y': {}, contained: [{ resourceType: 'P/><q' }], text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"></div></text><evil/>' }, description: '\u0000\ud800' };
    expect(writeXml(hostile)).toBe(`${head}<Task xmlns="http://hl7.org/fhir"><text><status value="generated"/></text><contained><Resource/></contained><description value="\ufffd\ud800"/></Task>`);
  });
  it('can write a prefix, or no namespace', () => {
    expect(writeXml({ resourceType: 'Flag', id: "a'b" }, { prefix: 'f:' })).toBe(`${head}<!-- made by the reference XIS --><f:Flag xmlns:f='http://hl7.org/fhir'><!-- made by the reference XIS --><f:id value='a&apos;b'/></f:Flag>`);
    expect(writeXml({ resourceType: 'Flag', id: 'a' }, { withoutNamespace: true })).toBe(`${head}<Flag><id value="a"/></Flag>`);
  });
});

const store = buildStore(personas, { ura: '90000011', name: 'Testziekenhuis Noord', systemOid: '2.999.10.1' }, Date.UTC(2026, 10, 24));
it.each([...store.types])('every %s of the personas comes back as it was', (type) => {
  for (const { resource } of store.ofType(type)) for (const style of [{}, { prefix: 'f:' as const }]) {
    const read = readXml(writeXml(resource, style));
    expect(read).toMatchObject({ ok: true });
    // Members come back in the order of the definitions; decimals come back with their text.
    if (read.ok) expect(JSON.parse(jsonText(read.resource))).toEqual(JSON.parse(jsonText(resource)));
  }
});
