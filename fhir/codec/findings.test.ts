import { expect, test } from 'vitest';
import { coreDefinitions } from '../tables/core.ts';
import { SeenList, shorten } from './findings.ts';

const fault = { code: 'unknown-element', path: ['name', 0, 'foo'], actual: '<foo>', expected: { nl: 'x', en: 'x' } } as const;

test('what was seen becomes a finding with its expression and position', () => {
  const seen = new SeenList(10);
  seen.report({ ...fault, offset: 3 });
  expect(seen.finish(coreDefinitions('r4'), { resourceType: 'Patient' }, (offset) => ({ line: 1, column: offset + 1 }))).toEqual([
    { ...fault, severity: 'error', expression: 'Patient.name[0].foo', position: { line: 1, column: 4 } },
  ]);
});
test('no more than the bound is kept', () => {
  const seen = new SeenList(2);
  for (let count = 0; count < 5; count += 1) seen.report(fault);
  expect(seen.finish(coreDefinitions('r4'), null, () => ({ line: 1, column: 1 }))).toHaveLength(2);
});
test('long and many-lined texts are shortened to one line', () => {
  expect(shorten('a\nb\u0000c')).toBe('a b c');
  expect(shorten('x'.repeat(200))).toHaveLength(80);
});
test('a fault without an offset has no position, and a long run of line ends is one space', () => {
  const seen = new SeenList(10);
  seen.report(fault);
  const [finding] = seen.finish(coreDefinitions('r4'), { resourceType: 'Patient' }, () => { throw new Error('no place was asked'); });
  expect(Object.keys(finding!)).not.toContain('position');
  expect(shorten(`${'\n'.repeat(250)}abc`)).toBe(' ');
});
