import { expect, test } from 'vitest';
import { snapshotIssueTexts } from './issue.ts';

test('every issue is said in both languages, as sentences of their own', () => {
  const texts = Object.values(snapshotIssueTexts).flatMap(({ nl, en }) => [nl, en]);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^[A-Z].*\.$/);
});
