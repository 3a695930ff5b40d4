import { expect, test } from 'vitest';
import { filterByCode, safeMatcher, selected } from './filter.ts';
import { SystemView } from './system-view.ts';

const view = new SystemView({ url: 's', content: 'complete', codes: [
  { code: 'a', properties: { kind: 'x' } }, { code: 'b', parent: 'a', properties: { kind: 'y' } }, { code: 'c', parent: 'b' }, { code: 'd', alsoUnder: ['b'] }, { code: 'e' },
] });
const of = (property: string, op: string, value: string): string | null => { const codes = selected(view, { property, op, value }); return codes === null ? null : [...codes].sort().join(''); };

test.each([
  ['concept', 'is-a', 'b', 'bcd'], ['concept', 'descendent-of', 'b', 'cd'], ['concept', 'is-not-a', 'b', 'ae'], ['concept', 'generalizes', 'c', 'abc'],
  ['concept', '=', 'b', 'b'], ['code', 'in', 'a, e,z', 'ae'], ['code', 'not-in', 'a,e', 'bcd'], ['parent', '=', 'b', 'cd'],
  ['kind', '=', 'x', 'a'], ['kind', 'in', 'x,y', 'ab'], ['kind', 'not-in', 'x', 'bcde'], ['kind', 'exists', 'true', 'ab'], ['kind', 'exists', 'false', 'cde'], ['kind', 'regex', '[xz]', 'a'],
])('%s %s %s selects %s', (property, op, value, expected) => {
  expect(of(property, op, value)).toBe(expected);
});
test.each([
  ['concept', 'is-a', 'unknown'], ['concept', 'descendent-of', 'unknown'], ['concept', 'is-not-a', 'unknown'], ['concept', 'generalizes', 'unknown'], ['parent', '=', 'unknown'],
  ['weight', '=', '1'], ['weight', 'exists', 'false'], ['constructor', '=', 'x'], ['kind', 'exists', 'maybe'], ['kind', 'new-op', 'x'], ['concept', 'child-of', 'a'], ['kind', 'regex', '(x+)+'],
])('%s %s %s can not be computed', (property, op, value) => {
  expect(of(property, op, value)).toBeNull();
});
test('a regex on the code covers all of it, whatever the system', () => {
  const matcher = filterByCode({ property: 'code', op: 'regex', value: '[A-Z]{3}' })!;
  expect([matcher('NLD'), matcher('NLDX'), matcher('nld'), matcher('x'.repeat(201))]).toEqual([true, false, false, null]);
  expect(filterByCode({ property: 'code', op: 'regex', value: '(a+)+$' })!('a')).toBeNull();
  expect([filterByCode({ property: 'display', op: 'regex', value: 'a' }), filterByCode({ property: 'code', op: '=', value: 'a' })]).toEqual([undefined, undefined]);
});
test.each(['(a+)+', '(a|aa)*b', '(a)\\1', '(?=a)', 'a*b*c*d*', '[', 'x'.repeat(201)])('%s is not tried', (pattern) => {
  expect(safeMatcher(pattern)).toBeNull();
});
test('a property too long for a pattern makes the selection unsure', () => {
  const long = new SystemView({ url: 's', content: 'complete', codes: [{ code: 'a', properties: { kind: 'x'.repeat(300) } }] });
  expect(selected(long, { property: 'kind', op: 'regex', value: 'x' })).toBeNull();
});
