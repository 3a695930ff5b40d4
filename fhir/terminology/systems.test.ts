import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { sampleDefinitions } from './sample.ts';
import { Systems } from './systems.ts';

const systems = new Systems(sampleDefinitions({ systems: [
  { url: 'http://complete', version: '1', content: 'complete', codes: [{ code: 'a' }] }, { url: 'http://fragment', content: 'fragment', codes: [{ code: 'a' }] },
  { url: 'http://example', content: 'example', codes: [{ code: 'a' }] }, { url: 'http://absent', content: 'not-present', codes: [] }, { url: 'http://more', content: 'complete', supplements: 'http://complete', codes: [{ code: 'a' }] },
] }));
const obstacle = (system: string, code: string, version?: string): unknown => { const answer = systems.has(system, version, code); return typeof answer === 'boolean' ? answer : answer.obstacle; };

test('a complete system knows all its codes', () => {
  expect([obstacle('http://complete', 'a'), obstacle('http://complete', 'b'), obstacle('http://complete', 'A'), obstacle('http://complete', 'a', '1')]).toEqual([true, false, false, true]);
});
test('another version than is loaded is not guessed about', () => {
  expect([obstacle('http://complete', 'a', '2'), obstacle('http://complete', 'b', '2')]).toEqual(['system-version-unknown', 'system-version-unknown']);
});
test('a part of a system proves only what is in it', () => {
  expect([obstacle('http://fragment', 'a'), obstacle('http://fragment', 'b'), obstacle('http://example', 'a'), obstacle('http://example', 'b')]).toEqual([true, 'system-partial', true, 'system-partial']);
});
test('absent, unknown and supplementing systems prove nothing', () => {
  expect([obstacle('http://absent', 'a'), obstacle('http://none', 'a'), obstacle('http://more', 'a'), obstacle('http://complete|1', 'a')]).toEqual(['system-not-enumerable', 'system-unknown', 'system-not-enumerable', 'system-unknown']);
});
test('the form of a code decides where it can', () => {
  expect([obstacle('http://snomed.info/sct', '73211009'), obstacle('http://snomed.info/sct', '73211008'), obstacle('urn:ietf:bcp:47', 'nl'), obstacle('urn:iso:std:iso:4217', 'XQQ')]).toEqual(['system-not-enumerable', false, true, 'not-registered-here']);
});
test('units are known by the common units of FHIR', () => {
  const core = new Systems(coreDefinitions('stu3'));
  expect(['mg', 'mm[Hg]', 'umol/L', '10*9/L'].map((unit) => core.has('http://unitsofmeasure.org', undefined, unit))).toEqual([true, true, true, true]);
  expect([core.has('http://unitsofmeasure.org', undefined, 'mg/'), core.has('http://unitsofmeasure.org', undefined, 'tablet')]).toEqual([false, { obstacle: 'not-registered-here', about: 'http://unitsofmeasure.org' }]);
});
