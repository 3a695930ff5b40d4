import { describe, expect, it } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { filesOf, packagesFolder, sourcePackages } from './packages-on-disk.ts';
import { sampleOf } from './random.ts';
import { firstDifference, roundTrip, tally } from './round-trip.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const stu3 = coreDefinitions('stu3');
const xml = (inside: string, root = 'Observation', attributes = ''): Uint8Array => bytes(`<${root} xmlns="http://hl7.org/fhir"${attributes}>${inside}</${root}>`);

describe('a round trip', () => {
  it('keeps precision, extensions of primitives, narrative and contained resources', () => {
    const text = '<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><!-- kept --><p>a &lt; b</p></div></text><contained><Patient><id value="p"/></Patient></contained>';
    expect(roundTrip(xml(`${text}<status value="final"><extension url="urn:x"><valueDecimal value="1.50"/></extension></status><code><text value="x"/></code>`), 'xml', stu3)).toEqual({ kind: 'same' });
    expect(roundTrip(bytes('{"resourceType":"Patient","birthDate":"1970","_birthDate":{"id":"b"},"name":[{"given":[null,"A"],"_given":[{"id":"g"},null]}],"multipleBirthInteger":2}'), 'json', stu3)).toEqual({ kind: 'same' });
  });
  it('says what the codec said', () => {
    expect(roundTrip(xml('<status value="final"/>', 'Observation', ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://hl7.org/fhir x.xsd"'), 'xml', stu3)).toEqual({ kind: 'reported', what: 'xsi:schemaLocation' });
    expect(roundTrip(xml('<code><text value="x"/></code><status value="final"/>'), 'xml', stu3)).toEqual({ kind: 'reported', what: 'element-order Observation.status' });
  });
  it('counts what is refused or has no place in the other format as lost', () => {
    expect(roundTrip(xml('<stattus value="final"/>'), 'xml', stu3)).toMatchObject({ kind: 'different' });
    expect(roundTrip(bytes('{"resourceType":"Patient","surname":"x"}'), 'json', stu3)).toEqual({ kind: 'different', why: 'lost surname' });
    expect(roundTrip(bytes('<a/>'), 'xml', stu3)).toMatchObject({ kind: 'different' });
  });
});
it('names the first token that differs, also when one list is shorter', () => {
  expect(firstDifference(['a', 'b'], ['a', 'b'])).toBeNull();
  expect(firstDifference(['a', 'b'], ['a', 'c'])).toBe('token 1: b became c');
  expect(firstDifference(['a'], ['a', 'c'])).toBe('token 1: nothing became c');
});

const folder = packagesFolder();
describe.skipIf(folder === null)('a sample of the packages in ../shared/fhir (skipped where it is absent)', () => {
  it.each(sourcePackages)('$file', (source) => {
    const { different } = tally(sampleOf(filesOf(folder!, source), 15), source.format, coreDefinitions(source.fhir));
    expect(different).toEqual([]);
  });
});
