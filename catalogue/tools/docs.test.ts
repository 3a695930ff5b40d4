import { describe, expect, it } from 'vitest';
import { committedText, differences, generatedPages } from './docs.ts';

describe('the generated pages', () => {
  it('are committed as the data says; else run: node catalogue/tools/docs.ts', async () => {
    const stale = (await generatedPages()).flatMap((page) => differences(committedText(page), page.text).map((line) => `docs/${page.name} ${line}`));
    expect(stale).toEqual([]);
  });
});

describe('differences', () => {
  it('names the lines that went and came', () => expect(differences('a\nb\nc', 'a\nx\nc')).toEqual(['- 2: b', '+ 2: x']));
  it('notices order and number', () => {
    expect(differences('a\nb', 'b\na')).toHaveLength(1);
    expect(differences('a\na', 'a')).toHaveLength(1);
  });
  it('is empty for equal texts', () => expect(differences('a\n', 'a\n')).toEqual([]));
});
