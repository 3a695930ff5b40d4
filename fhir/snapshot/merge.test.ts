import { describe, expect, test } from 'vitest';
import type { ElementFacts } from '../definitions/structure.ts';
import { merge, mergeFromWhole } from './merge.ts';
import { knows, listener } from './testing.ts';

const here = { id: 'X.a', path: 'X.a' };
const code = (value: string): ElementFacts['fixed'] => ({ type: 'code', value });
function merged(base: Partial<ElementFacts>, given: Partial<ElementFacts>): { element: Omit<ElementFacts, 'id' | 'path'>; told: string[] } {
  const { told, tell } = listener();
  const { id, path, ...element } = merge({ ...here, ...base }, { ...here, ...given }, knows(), tell);
  return { element, told };
}

describe('an element after a differential', () => {
  test('keeps its place and what is not mentioned, and has no members without a value', () => {
    const base = { ...here, sliceName: 's', min: 1, max: 2, base: { path: 'X.a', min: 0, max: '*' }, representation: 'xmlAttr', regex: 'r', contentReference: 'X' } as const;
    expect(merge(base, { id: 'Y.b', path: 'Y.b', sliceName: 't' }, knows(), () => {})).toStrictEqual(base);
  });
  test('has a narrower minimum and maximum', () => {
    expect(merged({ min: 0, max: '*' }, { min: 1, max: 3 })).toEqual({ element: { min: 1, max: 3 }, told: [] });
    expect(merged({ min: 1, max: 3 }, { min: 1, max: 3 })).toEqual({ element: { min: 1, max: 3 }, told: [] });
    expect(merged({}, { min: 1, max: '*' })).toEqual({ element: { min: 1, max: '*' }, told: [] });
  });
  test('has no wider ones', () => {
    expect(merged({ min: 1, max: 3 }, { min: 0, max: '*' })).toEqual({ element: { min: 1, max: 3 }, told: ['min-lowered: min 0 < 1', 'max-raised: max * > 3'] });
    expect(merged({ min: 0, max: 3 }, { max: 4 })).toEqual({ element: { min: 0, max: 3 }, told: ['max-raised: max 4 > 3'] });
  });
  test('tells of a minimum above the maximum', () => {
    expect(merged({ min: 0, max: 1 }, { min: 2 }).told).toEqual(['min-above-max: 2 > 1']);
    expect(merged({ min: 0, max: '*' }, { min: 2 }).told).toEqual([]);
    expect(merged({ min: 0, max: 2 }, { min: 2 }).told).toEqual([]);
  });
  test('has the types that remain', () => {
    expect(merged({ types: [{ code: 'string' }, { code: 'code' }] }, { types: [{ code: 'code' }] }).element.types).toEqual([{ code: 'code' }]);
    expect(merged({ types: [{ code: 'string' }] }, { types: [{ code: 'code' }] }).told).toEqual(['type-added: code']);
  });
  test('has the fixed value of either, and a changed one is told', () => {
    expect(merged({ fixed: code('a') }, {}).element.fixed).toEqual(code('a'));
    expect(merged({}, { fixed: code('a') })).toEqual({ element: { fixed: code('a') }, told: [] });
    expect(merged({ fixed: code('a') }, { fixed: code('a') }).told).toEqual([]);
    expect(merged({ fixed: code('a') }, { fixed: code('b') })).toEqual({ element: { fixed: code('b') }, told: ['fixed-changed: "b" ≠ "a"'] });
  });
  test('a long value is told in short', () => {
    const [told] = merged({ fixed: code('a') }, { fixed: code('x'.repeat(200)) }).told;
    expect(told).toBe(`fixed-changed: "${'x'.repeat(78)}… ≠ "a"`);
    const edge = 'x'.repeat(78);
    expect(merged({ fixed: code('a') }, { fixed: code(edge) }).told).toEqual([`fixed-changed: "${edge}" ≠ "a"`]);
  });
  const pattern = (value: object): ElementFacts['pattern'] => ({ type: 'CodeableConcept', value: value as never });
  test.each([
    ['the same', { text: 'a' }, { text: 'a' }, true],
    ['more beside it', { text: 'a' }, { text: 'a', id: 'i' }, true],
    ['another value', { text: 'a' }, { text: 'b' }, false],
    ['less', { text: 'a', id: 'i' }, { text: 'a' }, false],
    ['more objects in an array, in any order', { coding: [{ code: 'a' }] }, { coding: [{ code: 'b' }, { system: 's', code: 'a' }] }, true],
    ['an array without the object', { coding: [{ code: 'a' }] }, { coding: [{ code: 'b' }] }, false],
    ['one object for an array', { coding: [{ code: 'a' }] }, { coding: { code: 'a' } }, false],
    ['a text for an object', { coding: { code: 'a' } }, { coding: 'a' }, false],
  ])('a pattern that asks %s', (_, base, given, agrees) => {
    expect(merged({ pattern: pattern(base) }, { pattern: pattern(given) }).told).toHaveLength(agrees ? 0 : 1);
    expect(merged({ pattern: pattern(base) }, { pattern: pattern(given) }).element.pattern).toEqual(pattern(given));
  });
  test('has the limits of values that are given, else those of the base', () => {
    const base = { minValue: { type: 'integer', value: 1 }, maxValue: { type: 'integer', value: 9 } };
    expect(merged(base, {}).element).toEqual(base);
    expect(merged(base, { minValue: { type: 'integer', value: 2 }, maxValue: { type: 'integer', value: 8 } }).element).toEqual({ minValue: { type: 'integer', value: 2 }, maxValue: { type: 'integer', value: 8 } });
  });
  test('has the lowest greatest length', () => {
    expect(merged({ maxLength: 10 }, { maxLength: 20 }).element.maxLength).toBe(10);
    expect(merged({ maxLength: 10 }, { maxLength: 5 }).element.maxLength).toBe(5);
    expect(merged({ maxLength: 10 }, {}).element.maxLength).toBe(10);
    expect(merged({}, { maxLength: 5 }).element.maxLength).toBe(5);
  });
  test('has the marks that are given, else those of the base', () => {
    expect(merged({ isModifier: true, mustSupport: true }, {}).element).toEqual({ isModifier: true, mustSupport: true });
    expect(merged({ isModifier: true, mustSupport: false }, { isModifier: false, mustSupport: true }).element).toEqual({ isModifier: false, mustSupport: true });
  });
  test('has the binding that holds', () => {
    expect(merged({ binding: { strength: 'required', valueSet: 'a' } }, { binding: { strength: 'example', valueSet: 'b' } })).toEqual({ element: { binding: { strength: 'required', valueSet: 'a' } }, told: ['binding-weakened: example < required'] });
  });
});

describe('invariants', () => {
  const rule = (key: string, expression?: string): { key: string; severity: 'error'; expression?: string } => ({ key, severity: 'error', ...(expression !== undefined && { expression }) });
  test('of base and differential both hold', () => {
    expect(merged({ constraints: [rule('a', '1')] }, { constraints: [rule('b', '2'), rule('c', '1')] })).toEqual({ element: { constraints: [rule('a', '1'), rule('b', '2'), rule('c', '1')] }, told: [] });
    expect(merged({ constraints: [rule('a', '1')] }, {}).element.constraints).toEqual([rule('a', '1')]);
    expect(merged({}, { constraints: [rule('a', '1')] }).element.constraints).toEqual([rule('a', '1')]);
  });
  test('that are repeated, with or without expression, stand once', () => {
    expect(merged({ constraints: [rule('a', '1')] }, { constraints: [rule('a', '1'), rule('a')] })).toEqual({ element: { constraints: [rule('a', '1')] }, told: [] });
  });
  test('under a known key with another expression are told and both hold', () => {
    expect(merged({ constraints: [rule('a', '1')] }, { constraints: [rule('a', '2')] })).toEqual({ element: { constraints: [rule('a', '1'), rule('a', '2')] }, told: ['constraint-changed: a'] });
  });
});

describe('slicing', () => {
  const by = (path: string, rest: object = {}): NonNullable<ElementFacts['slicing']> => ({ discriminators: [{ type: 'value', path }], rules: 'open', ordered: false, ...rest });
  test('of one side alone, that side', () => {
    expect(merged({ slicing: by('a') }, {}).element.slicing).toEqual(by('a'));
    expect(merged({}, { slicing: by('a') }).element.slicing).toEqual(by('a'));
  });
  test('closes and gets an order, and does neither the other way', () => {
    expect(merged({ slicing: by('a') }, { slicing: by('a', { rules: 'closed', ordered: true }) })).toEqual({ element: { slicing: by('a', { rules: 'closed', ordered: true }) }, told: [] });
    expect(merged({ slicing: by('a', { rules: 'closed', ordered: true }) }, { slicing: by('a') })).toEqual({ element: { slicing: by('a', { rules: 'closed', ordered: true }) }, told: ['slicing-changed: rules open'] });
    expect(merged({ slicing: by('a', { rules: 'openAtEnd' }) }, { slicing: by('a') }).element.slicing!.rules).toBe('openAtEnd');
    expect(merged({ slicing: by('a', { rules: 'openAtEnd' }) }, { slicing: by('a', { rules: 'closed' }) })).toEqual({ element: { slicing: by('a', { rules: 'closed' }) }, told: [] });
    expect(merged({ slicing: by('a', { rules: 'closed' }) }, { slicing: by('a', { rules: 'closed' }) }).told).toEqual([]);
  });
  test('keeps discriminators that are not repeated at all; another set takes the place and is told', () => {
    expect(merged({ slicing: by('a') }, { slicing: { discriminators: [], rules: 'closed', ordered: false } })).toEqual({ element: { slicing: by('a', { rules: 'closed' }) }, told: [] });
    expect(merged({ slicing: by('a') }, { slicing: by('b') })).toEqual({ element: { slicing: by('b') }, told: ['slicing-changed: value b'] });
    expect(merged({ slicing: by('a') }, { slicing: { ...by('b'), discriminators: [{ type: 'value', path: 'b' }, { type: 'type', path: 'c' }] } }).told).toEqual(['slicing-changed: value b, type c']);
  });
  test('may get a discriminator more', () => {
    const two = { ...by('a'), discriminators: [{ type: 'value', path: 'b' }, { type: 'value', path: 'a' }] } as const;
    expect(merged({ slicing: by('a') }, { slicing: two })).toEqual({ element: { slicing: two }, told: [] });
  });
  test('by another way on the same path is another slicing', () => {
    expect(merged({ slicing: by('a') }, { slicing: { ...by('a'), discriminators: [{ type: 'exists', path: 'a' }] } }).told).toEqual(['slicing-changed: exists a']);
  });
});

describe('a slice after what is said of the whole', () => {
  const slice = (rest: Partial<ElementFacts>): ElementFacts => ({ ...here, sliceName: 's', min: 0, max: '*', ...rest });
  const after = (own: Partial<ElementFacts>, whole: Partial<ElementFacts>): ElementFacts => mergeFromWhole(slice(own), { ...here, ...whole }, knows());

  test('has no more than the whole may have, and keeps its own minimum', () => {
    expect(after({}, { min: 1, max: 2 })).toMatchObject({ min: 0, max: 2 });
    expect(after({ max: 1 }, { max: 2 }).max).toBe(1);
    expect(after({ max: 3 }, { max: 2 }).max).toBe(2);
    expect(after({ max: undefined }, { max: 2 }).max).toBe(2);
    expect(after({ max: 3 }, { max: '*' }).max).toBe(3);
  });
  test('keeps its own fixed value or pattern and takes one where it has none', () => {
    expect(after({ fixed: code('a'), pattern: code('p') }, { fixed: code('b'), pattern: code('q') })).toMatchObject({ fixed: code('a'), pattern: code('p') });
    expect(after({}, { fixed: code('b'), pattern: code('q') })).toMatchObject({ fixed: code('b'), pattern: code('q') });
  });
  test('has invariants and bindings of the whole, but not its slicing and not its marks', () => {
    const result = after({}, { constraints: [{ key: 'k', severity: 'error' }], binding: { strength: 'required', valueSet: 'v' }, slicing: { discriminators: [], rules: 'closed', ordered: false }, mustSupport: true });
    expect(result).toEqual({ ...slice({}), constraints: [{ key: 'k', severity: 'error' }], binding: { strength: 'required', valueSet: 'v' } });
  });
  test('has those of its types that the whole still allows, with what the whole asks of them', () => {
    expect(after({ types: [{ code: 'string' }, { code: 'Reference', targets: ['t'] }] }, { types: [{ code: 'code' }, { code: 'Reference', profiles: ['p'] }] }).types).toEqual([{ code: 'Reference', profiles: ['p'], targets: ['t'] }]);
    expect(after({ types: [{ code: 'string' }] }, { types: [{ code: 'code' }] }).types).toEqual([{ code: 'string' }]);
    expect(after({}, { types: [{ code: 'code' }] })).not.toHaveProperty('types');
    expect(after({ types: [{ code: 'string' }] }, {}).types).toEqual([{ code: 'string' }]);
  });
});
