import { expect, test } from 'vitest';
import type { ValueSetFacts } from '../definitions/terminology.ts';
import { createReach } from './reach.ts';
import { sampleDefinitions } from './sample.ts';

const sct = 'http://snomed.info/sct';
const sets: readonly (readonly [string, string, ValueSetFacts])[] = [
  ['a list', 'whole', { url: 'list', include: [{ system: sct, concepts: [{ code: '1' }] }] }],
  ['a complete system', 'whole', { url: 'system', include: [{ system: 'http://whole' }] }],
  ['a selection from it', 'whole', { url: 'selection', include: [{ system: 'http://whole', filters: [{ property: 'concept', op: 'is-a', value: 'a' }] }] }],
  ['a selection that can not be made', 'none', { url: 'no-selection', include: [{ system: 'http://whole', filters: [{ property: 'other', op: '=', value: 'a' }] }] }],
  ['SNOMED CT by filter', 'none', { url: 'sct', include: [{ system: sct, filters: [{ property: 'concept', op: 'is-a', value: '1' }] }] }],
  ['both', 'part', { url: 'both', include: [{ system: 'http://whole' }, { system: sct }] }],
  ['an unknown system', 'none', { url: 'unknown-system', include: [{ system: 'http://none' }] }],
  ['a fragment', 'part', { url: 'fragment', include: [{ system: 'http://fragment' }] }],
  ['a system known by form', 'part', { url: 'form', include: [{ system: 'urn:ietf:bcp:47' }] }],
  ['nested', 'whole', { url: 'nested', include: [{ valueSets: ['list'] }] }],
  ['nested, absent', 'none', { url: 'nested-absent', include: [{ valueSets: ['none'] }] }],
  ['a list less something unknown', 'part', { url: 'less', include: [{ system: 'http://whole' }], exclude: [{ valueSets: ['none'] }] }],
  ['in circles', 'none', { url: 'circle', include: [{ valueSets: ['circle'] }] }],
  ['an expansion', 'whole', { url: 'expansion', include: [], expansion: [{ system: sct, code: '1' }] }],
  ['a page of an expansion', 'part', { url: 'page', include: [], expansion: [{ system: sct, code: '1' }], expansionPartial: true }],
  ['nothing', 'unknown', { url: 'nothing', include: [] }],
];
const reach = createReach(sampleDefinitions({ systems: [{ url: 'http://whole', content: 'complete', codes: [{ code: 'a' }] }, { url: 'http://fragment', content: 'fragment', codes: [{ code: 'a' }] }], valueSets: sets.map(([, , facts]) => facts) }));
test.each(sets)('%s: %s', (_, expected, facts) => {
  expect(reach(facts.url)).toBe(expected);
});
test('a value set that is not loaded is unknown', () => {
  expect(reach('http://absent')).toBe('unknown');
});
