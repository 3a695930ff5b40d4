import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { parse } from './parse.ts';
import { serialize } from './serialize.ts';

const definitions = coreDefinitions('r4');
const div = '<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><p>é &amp; <b>x</b><br/></p></div>';
const json = `{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Observation","text":{"status":"generated","div":"${div}"},"contained":[{"resourceType":"Patient","name":[{"given":["a",null],"_given":[null,{"extension":[{"url":"u","valueDecimal":-1.50e3}]}]}]}],"status":"final","_status":{"id":"s"},"code":{"text":"\\u00e9\\ud83d\\ude00"},"valueQuantity":{"value":0.10}}}]}`;
const xml = serialize(parse(json, { definitions }).resource!, { format: 'xml', definitions, pretty: true });

/** Numbers from a fixed seed: every run tries the same. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
/** Reads the input, asks for places, and writes what was read in both formats: none may throw. */
function endure(input: Uint8Array | string, format: 'json' | 'xml' | undefined): boolean {
  const document = parse(input, { definitions, format });
  for (const finding of document.findings) document.positionOf(finding.path);
  document.positionOf(['entry', 0, 'resource', 'contained', 0, 'name', 0, '_given', 1]);
  if (document.resource === null) { expect(document.findings.length).toBeGreaterThan(0); return false; }
  const written = serialize(document.resource, { format: 'json', definitions });
  JSON.parse(written);
  if (definitions.type(document.resource.resourceType)?.kind === 'resource' && !definitions.type(document.resource.resourceType)!.abstract) {
    const again = parse(serialize(document.resource, { format: 'xml', definitions }), { definitions });
    // Whatever came in, what goes out is well-formed.
    expect(again.findings.filter((one) => one.code === 'not-well-formed' || one.code === 'doctype')).toEqual([]);
    expect(again.resource).not.toBeNull();
  }
  return true;
}

for (const [format, text] of [['json', json], ['xml', xml]] as const) {
  const bytes = Buffer.from(text);
  test(`${format} cut off anywhere gives a finding and no resource`, () => {
    for (let length = 0; length < bytes.length; length += 1) {
      const read = endure(bytes.subarray(0, length), format);
      expect(read, `${length} of ${bytes.length} bytes`).toBe(false);
    }
    expect(endure(bytes, format)).toBe(true);
  });
  test(`${format} with flipped bits never throws`, () => {
    const next = random(20_261);
    let read = 0;
    for (let round = 0; round < 1_500; round += 1) {
      const flipped = Buffer.from(bytes);
      for (let flips = 1 + next(3); flips > 0; flips -= 1) {
        const at = next(flipped.length);
        flipped[at] = flipped[at]! ^ (1 << next(8));
      }
      if (endure(flipped, format)) read += 1;
    }
    // Some flips hit values only: the test reaches beyond the first fault.
    expect(read).toBeGreaterThan(100);
  });
  test(`${format} with pieces doubled, moved, removed and replaced never throws`, () => {
    const next = random(7_919);
    const pieces = text.split(/(?<=[<>{}[\],:"])|(?=[<>{}[\],:"])/);
    const strange = ['\u0000', '\ufeff', '\ud800', '&', '&#x110000;', '&lt;', ']]>', '<!--', '-->', '<![CDATA[', '<?xml version="1.0"?>', '<!DOCTYPE a>', '{', '}', '[', ']', 'null', '"__proto__":', '"constructor":', '1e999', '-0', '\\u0000', 'xmlns="" ', 'xmlns:a="a" ', 'a:', 'resourceType', '"resourceType":"Foo",', '<div xmlns="x">', '\u2028'];
    for (let round = 0; round < 1_500; round += 1) {
      const changed = [...pieces];
      for (let changes = 1 + next(4); changes > 0; changes -= 1) {
        const at = next(changed.length);
        const other = next(changed.length);
        switch (next(4)) {
          case 0: changed.splice(at, 0, changed[other]!); break;
          case 1: changed.splice(at, 1 + next(5)); break;
          case 2: [changed[at], changed[other]] = [changed[other]!, changed[at]!]; break;
          default: changed[at] = strange[next(strange.length)]!;
        }
      }
      endure(changed.join(''), next(2) === 0 ? format : undefined);
    }
  });
}
test('random bytes never throw', () => {
  const next = random(65_537);
  for (let round = 0; round < 500; round += 1) endure(Uint8Array.from({ length: next(60) }, () => next(256)), next(2) === 0 ? 'json' : 'xml');
});
test.each([
  ['arrays', `{"resourceType":"Basic","a":${'['.repeat(200_000)}`], ['objects', '{"resourceType":'.repeat(100_000)], ['elements', `<Parameters xmlns="http://hl7.org/fhir"><parameter>${'<part>'.repeat(100_000)}`],
  ['extensions', `<Patient xmlns="http://hl7.org/fhir">${'<extension url="u">'.repeat(100_000)}`], ['resources', `<Patient xmlns="http://hl7.org/fhir">${'<contained><Patient>'.repeat(100_000)}`],
  ['narrative', `<Patient xmlns="http://hl7.org/fhir"><text><div xmlns="http://www.w3.org/1999/xhtml">${'<p>'.repeat(100_000)}`], ['unknown elements', `<Patient xmlns="http://hl7.org/fhir">${'<x>'.repeat(100_000)}`],
])('absurd nesting of %s is a finding', (_what, text) => {
  expect(parse(text, { definitions })).toMatchObject({ resource: null, findings: [{ code: expect.stringMatching(/nested-too-deep|unknown-element/) }, ...(text.includes('<x>') ? [{ code: 'nested-too-deep' }] : [])] });
});
test('many faults are bounded', () => {
  expect(parse(`<Patient xmlns="http://hl7.org/fhir">${'<x/>'.repeat(10_000)}</Patient>`, { definitions, limits: { findings: 50 } }).findings).toHaveLength(50);
});
test('many attributes, comments and prefixes are read', () => {
  const attributes = Array.from({ length: 5_000 }, (_, index) => ` a${index}="x"`).join('');
  expect(endure(`<!---->${'<!--x--><?p?> '.repeat(20_000)}<Patient xmlns="http://hl7.org/fhir"${attributes}/>`, 'xml')).toBe(true);
});
