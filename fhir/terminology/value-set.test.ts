import { expect, test } from 'vitest';
import type { ValueSetFacts } from '../definitions/terminology.ts';
import type { FhirVersion } from '../version.ts';
import { sampleDefinitions } from './sample.ts';
import { createTerminology } from './terminology.ts';

const tree = { url: 'http://tree', version: '1', content: 'complete', codes: [{ code: 'top' }, { code: 'left', parent: 'top' }, { code: 'right', parent: 'top' }] } as const;
const sct = 'http://snomed.info/sct';
/** `system#code` or `code` → answer in one word, or the obstacle. */
function asker(valueSets: readonly ValueSetFacts[], fhir: FhirVersion = 'r4'): (code: string, valueSet?: string) => string {
  const terminology = createTerminology(sampleDefinitions({ fhir, systems: [tree, { url: 'http://folded', content: 'complete', caseSensitive: false, codes: [{ code: 'Ab' }] }], valueSets }));
  return (code, valueSet = 'v') => {
    const parts = code.split('#');
    const answer = terminology.checkCode(parts.length === 2 ? { system: parts[0]!, code: parts[1]! } : { code }, valueSet);
    return answer.kind === 'not-checkable' ? answer.obstacle : answer.kind;
  };
}
const answers = (ask: (code: string) => string, codes: readonly string[]): string[] => codes.map((code) => ask(code));

test('a list of codes, SNOMED CT too, is decided', () => {
  const ask = asker([{ url: 'v', include: [{ system: sct, concepts: [{ code: '73211009' }] }, { system: 'http://tree', concepts: [{ code: 'left' }] }] }]);
  expect(answers(ask, [`${sct}#73211009`, `${sct}#404684003`, 'http://tree#left', 'http://tree#right', 'http://other#left', 'left', 'right', `${sct}#toString`])).toEqual(['in', 'out', 'in', 'out', 'out', 'in', 'out', 'out']);
});
test('an expression may mean what is listed', () => {
  expect(asker([{ url: 'v', include: [{ system: sct, concepts: [{ code: '73211009' }] }] }])(`${sct}#73211009 |Diabetes|`)).toBe('system-not-enumerable');
});
test('a whole system, and a selection from it', () => {
  const ask = asker([{ url: 'v', include: [{ system: 'http://tree' }] }, { url: 'f', include: [{ system: 'http://tree', filters: [{ property: 'concept', op: 'descendent-of', value: 'top' }, { property: 'code', op: 'regex', value: 'l.*' }] }] }]);
  expect(answers(ask, ['http://tree#top', 'http://tree#none', 'top', 'none'])).toEqual(['in', 'out', 'in', 'out']);
  expect(answers((code) => ask(code, 'f'), ['http://tree#left', 'http://tree#right', 'http://tree#top', 'http://other#left'])).toEqual(['in', 'out', 'out', 'out']);
});
test('partly known: found in what is known, out when no part has the system, else not checkable', () => {
  const ask = asker([{ url: 'v', include: [{ system: 'http://tree', concepts: [{ code: 'left' }] }, { system: sct, filters: [{ property: 'concept', op: 'is-a', value: '404684003' }] }] }]);
  expect(answers(ask, ['http://tree#left', 'http://tree#right', 'http://other#x', `${sct}#73211009`, `${sct}#73211008`, 'left'])).toEqual(['in', 'out', 'out', 'system-not-enumerable', 'out', 'in']);
});
test('excluded codes are out, also when the rest is unknown; unknown exclusions spoil what is included', () => {
  const excluded = [{ system: 'http://unknown', concepts: [{ code: 'x' }] }];
  const ask = asker([{ url: 'v', include: [{ system: 'http://unknown' }], exclude: excluded }, { url: 'w', include: [{ system: 'http://tree' }], exclude: [{ valueSets: ['none'] }] }]);
  expect(answers(ask, ['http://unknown#x', 'http://unknown#y', 'http://tree#x'])).toEqual(['out', 'system-unknown', 'out']);
  expect(answers((code) => ask(code, 'w'), ['http://tree#left', 'http://tree#none'])).toEqual(['value-set-unknown', 'out']);
});
test('nested value sets select together with a system', () => {
  const ask = asker([
    { url: 'a', include: [{ system: 'http://tree', concepts: [{ code: 'left' }, { code: 'right' }] }] }, { url: 'v', include: [{ valueSets: ['a'] }] },
    { url: 'w', include: [{ system: 'http://tree', filters: [{ property: 'concept', op: '=', value: 'left' }], valueSets: ['a'] }] }, { url: 'x', include: [{ valueSets: ['a', 'none'] }] },
  ]);
  expect(answers(ask, ['http://tree#left', 'http://tree#top'])).toEqual(['in', 'out']);
  expect(answers((code) => ask(code, 'w'), ['http://tree#left', 'http://tree#right', 'left'])).toEqual(['in', 'out', 'in']);
  expect(answers((code) => ask(code, 'x'), ['http://tree#left'])).toEqual(['value-set-unknown']);
});
test('several value sets in one part: all of them in STU3; in R4, which says two things, only where both agree', () => {
  const sets: ValueSetFacts[] = [
    { url: 'a', include: [{ system: 'http://tree', concepts: [{ code: 'left' }, { code: 'top' }] }] }, { url: 'b', include: [{ system: 'http://tree', concepts: [{ code: 'right' }, { code: 'top' }] }] }, { url: 'v', include: [{ valueSets: ['a', 'b'] }] },
  ];
  expect(answers(asker(sets, 'stu3'), ['http://tree#top', 'http://tree#left', 'http://tree#none'])).toEqual(['in', 'out', 'out']);
  expect(answers(asker(sets, 'r4'), ['http://tree#top', 'http://tree#left', 'http://tree#none'])).toEqual(['in', 'sources-differ', 'out']);
});
test('circles end, and decide what they can', () => {
  const ask = asker([{ url: 'v', include: [{ system: 'http://tree', concepts: [{ code: 'left' }] }, { valueSets: ['w'] }] }, { url: 'w', include: [{ valueSets: ['v'] }] }]);
  expect(answers(ask, ['http://tree#left', 'http://tree#right'])).toEqual(['in', 'value-set-circular']);
});
test('a diamond of many layers is asked once a layer', () => {
  const layers: ValueSetFacts[] = Array.from({ length: 40 }, (_, index) => ({ url: `l${index}`, include: [{ valueSets: [`l${index + 1}`] }, { valueSets: [`l${index + 1}`] }] }));
  expect(asker([...layers, { url: 'l40', include: [{ system: 'http://tree' }] }])('http://tree#none', 'l0')).toBe('out');
});
test('a chain that is too deep is given up', () => {
  const layers: ValueSetFacts[] = Array.from({ length: 5000 }, (_, index) => ({ url: `l${index}`, include: [{ valueSets: [`l${index + 1}`] }] }));
  expect(asker(layers)('http://tree#none', 'l0')).toBe('value-set-circular');
});
test('case: as the system says; where nobody says, alike is not told apart', () => {
  const ask = asker([{ url: 'v', include: [{ system: 'http://folded', concepts: [{ code: 'Ab' }] }, { system: 'http://tree', concepts: [{ code: 'left' }] }, { system: 'http://unknown', concepts: [{ code: 'Ab' }] }, { system: 'urn:ietf:bcp:47', concepts: [{ code: 'nl-NL' }] }] }]);
  expect(answers(ask, ['http://folded#AB', 'http://tree#LEFT', 'http://unknown#AB', 'http://unknown#Ab', 'http://unknown#x', 'urn:ietf:bcp:47#nl-nl'])).toEqual(['in', 'out', 'case-unknown', 'in', 'out', 'in']);
});
test('a ready expansion: proof of what is in it; of what is not only when it stands alone and is whole', () => {
  const expansion = [{ system: sct, code: '73211009' }];
  const ask = asker([
    { url: 'v', include: [], expansion }, { url: 'p', include: [], expansion, expansionPartial: true }, { url: 'c', include: [{ system: sct, filters: [{ property: 'concept', op: 'is-a', value: '1' }] }], expansion },
    { url: 'd', include: [{ system: sct, concepts: [{ code: '404684003' }] }], expansion }, { url: 'e', include: [] },
  ]);
  expect(['v', 'p', 'c', 'd', 'e'].map((valueSet) => [ask(`${sct}#73211009`, valueSet), ask(`${sct}#138875005`, valueSet)])).toEqual([
    ['in', 'out'], ['in', 'value-set-partial'], ['in', 'system-not-enumerable'], ['out', 'out'], ['value-set-empty', 'value-set-empty'],
  ]);
});
test('versions: a system in another version, a value set in another version', () => {
  const ask = asker([{ url: 'v', version: '1', include: [{ system: 'http://tree', version: '1' }] }, { url: 'w', include: [{ system: 'http://tree', version: '2' }] }]);
  expect([ask('http://tree#top', 'v|1'), ask('http://tree#top', 'v|2'), ask('http://tree#top', 'w')]).toEqual(['in', 'value-set-unknown', 'system-version-unknown']);
});
