import { expect, test } from 'vitest';
import { describe, fromReport, nameOf, type Mutant } from './mutants.ts';

const source = ['function f(a: number) {', '  if (a > 1 && a < 5) {', '    return 1;', '  }', '}'].join('\n');
const mutant = (over: Partial<Mutant> = {}): Mutant => ({
  fileName: '/house/rules/f.ts', location: { start: { line: 1, column: 6 }, end: { line: 1, column: 11 } }, mutatorName: 'EqualityOperator', replacement: 'a >= 1', ...over,
});
test('says what became what, and on which line', () => {
  expect(describe(mutant(), '/house', source)).toEqual({ file: 'rules/f.ts', line: 'if (a > 1 && a < 5) {', mutant: 'a > 1 → a >= 1' });
});
test('tells a piece of several lines on one line, and leaves the middle of a long one out', () => {
  const block = mutant({ location: { start: { line: 1, column: 22 }, end: { line: 3, column: 3 } }, replacement: '{}' });
  expect(describe(block, '/house', source).mutant).toBe('{ return 1; } → {}');
  const long = mutant({ replacement: `${'x'.repeat(60)}${'y'.repeat(60)}` });
  expect(describe(long, '/house', source).mutant).toBe(`a > 1 → ${'x'.repeat(60)} … ${'y'.repeat(25)}`);
});
test('a report counts from 1', () => {
  expect(fromReport(mutant({ location: { start: { line: 2, column: 7 }, end: { line: 2, column: 12 } } }))).toEqual(mutant());
});
test('the name tells mutants of one place apart', () => {
  const names = [mutant(), mutant({ replacement: 'a <= 1' }), mutant({ mutatorName: 'ConditionalExpression' }), mutant({ fileName: '/house/rules/g.ts' })].map((one) => nameOf(one, '/house'));
  expect(new Set(names).size).toBe(4);
  expect(names[0]).toBe('rules/f.ts 1:6-1:11 EqualityOperator a >= 1');
});
