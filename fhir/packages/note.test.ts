import { expect, test } from 'vitest';
import { note } from './note.ts';

test('a note names the file and the detail in both languages, without control characters', () => {
  const { kind, file, text } = note('unreadable', 'a.json', 'x\u001b[31m\ny');
  expect([kind, file]).toEqual(['unreadable', 'a.json']);
  expect(text).toEqual({ nl: 'a.json: overgeslagen, niet te lezen (x [31m y)', en: 'a.json: passed over, not readable (x [31m y)' });
});
