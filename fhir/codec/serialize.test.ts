import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { parse } from './parse.ts';
import { serialize } from './serialize.ts';

const definitions = coreDefinitions('stu3');
const json = '{"resourceType":"Observation","id":"o","valueQuantity":{"value":1.50,"unit":"mg"},"referenceRange":[{"low":{"value":1E2}}]}';
const xml = '<?xml version="1.0" encoding="UTF-8"?><Observation xmlns="http://hl7.org/fhir"><id value="o"/><valueQuantity><value value="1.50"/><unit value="mg"/></valueQuantity><referenceRange><low><value value="1E2"/></low></referenceRange></Observation>';

test('from JSON to XML and back, to the character', () => {
  expect(serialize(parse(json, { definitions }).resource!, { format: 'xml', definitions })).toBe(xml);
  expect(serialize(parse(xml, { definitions }).resource!, { format: 'json', definitions })).toBe(json);
});
test('pretty in both formats says the same', () => {
  const { resource } = parse(json, { definitions });
  for (const format of ['json', 'xml'] as const) {
    const pretty = serialize(resource!, { format, definitions, pretty: true });
    expect(pretty).toContain('\n  ');
    expect(serialize(parse(pretty, { definitions }).resource!, { format: 'json', definitions })).toBe(json);
  }
});
test('losses are told', () => {
  const lost: unknown[] = [];
  serialize({ resourceType: 'Basic', foo: 1 }, { format: 'xml', definitions, lost: (path) => lost.push(path) });
  expect(lost).toEqual([['foo']]);
});
