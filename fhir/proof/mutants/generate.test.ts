import { expect, it } from 'vitest';
import { generate, shareOut } from './generate.ts';
import { benchOf, lazily, operatorNamed, synthetic } from './testing.ts';

const subjects = lazily(() => synthetic('r4').slice(0, 6).map((resource) => benchOf('r4').subject(resource)));
const some = ['misspelt-element', 'empty-text', 'code-outside-value-set'].map(operatorNamed);
const told = (seed: number, operators = some): string[] => generate(subjects(), operators, 30, seed).map((one) => `${one.operator.name} ${one.subject.name} ${one.site.at.join('.')} ${one.site.says} ${one.asXml}`);

it('gives the same mutants for a seed, others for another', () => {
  expect(told(1)).toEqual(told(1));
  expect(told(1)).not.toEqual(told(2));
  expect(told(1).length).toBeLessThanOrEqual(30);
  expect(new Set(told(1)).size).toBe(told(1).length);
});
it('leaves the first mutants of an operator as they are when another is added', () => {
  const before = told(1, some.slice(0, 1));
  const after = told(1).filter((one) => one.startsWith(some[0]!.name));
  expect(before.slice(0, after.length)).toEqual(after);
});
it('draws resources evenly, whatever their size', () => {
  const drawn = generate(subjects(), some.slice(0, 1), subjects().length, 1);
  expect(new Set(drawn.map((one) => one.subject)).size).toBe(subjects().length);
});
it('never sends over XML what has a form in JSON only', () => {
  expect(generate(subjects(), [operatorNamed('empty-text')], 100, 1).some((one) => one.asXml)).toBe(false);
  expect(generate(subjects(), [operatorNamed('code-outside-value-set')], 100, 1).some((one) => one.asXml)).toBe(true);
});
it('shares out evenly, and gives the rest to those who have more', () => {
  expect(shareOut([10, 10, 10], 6)).toEqual([2, 2, 2]);
  expect(shareOut([1, 10, 0, 10], 11)).toEqual([1, 5, 0, 5]);
  expect(shareOut([1, 2], 100)).toEqual([1, 2]);
  expect(shareOut([5, 5], 1).reduce((sum, one) => sum + one, 0)).toBe(1);
});
