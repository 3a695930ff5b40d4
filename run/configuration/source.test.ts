import { describe, expect, it } from 'vitest';
import { readSource } from './source.ts';

describe('readSource', () => {
  it('keeps numbers as they were written and leaves empty values out', () => {
    expect(readSource('a: 012345672\nb: 1.10\nc: true\nd:\ne: [1, ~]\nf: "x"').data).toEqual({ a: '012345672', b: '1.10', c: true, e: ['1', null], f: 'x' });
  });
  it('knows where things stand', () => {
    const source = readSource('a:\n  b: 1\n  c:\n    - d: x\n');
    expect(source.locate(['a', 'b'])).toEqual({ line: 2, column: 6 });
    expect(source.locate(['a', 'b'], 'key')).toEqual({ line: 2, column: 3 });
    expect(source.locate(['a', 'c', 0, 'd'])).toEqual({ line: 4, column: 10 });
    expect(source.locate(['a', 'missing', 'deep'])).toEqual({ line: 1, column: 1 });
    expect(source.locate(['a', 'c', 0, 'missing'])).toEqual({ line: 4, column: 7 });
    expect(source.locate(['nowhere'])).toEqual({ line: 1, column: 1 });
  });
  it.each([
    ['a: "b', 1], ['a: 1\nb: [1\nc: 2', 3], ['a: 1\na: 2', 2], ['--- 1\n--- 2', 2], ['a: *none', 1],
  ])('says where %j is no YAML', (text, line) => {
    const { data, problems } = readSource(text);
    expect(data).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]!.line).toBe(line);
  });
  it('does not blow up', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefg'].map((name, at) => `${name}: &${name} [${`*${'abcdefg'[at]},`.repeat(9)}*${'abcdefg'[at]}]`).join('\n')}`;
    expect(readSource(bomb).problems[0]!.message.en).toContain('aliases');
    expect(readSource('x'.repeat(1024 * 1024 + 1)).problems).toHaveLength(1);
  });
});
