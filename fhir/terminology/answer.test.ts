import { expect, test } from 'vitest';
import { all, any, not, obstacleText } from './answer.ts';

const unsure = { obstacle: 'system-unknown', about: 's' } as const;
const other = { obstacle: 'value-set-unknown', about: 'v' } as const;
test('a union holds when one does, and is false only when all are', () => {
  expect([any([]), any([false, false]), any([false, unsure, true]), any([false, unsure, other])]).toEqual([false, false, true, unsure]);
});
test('an intersection is false when one is, and holds only when all do', () => {
  expect([all([]), all([true, true]), all([true, unsure, false]), all([true, unsure, other])]).toEqual([true, true, false, unsure]);
});
test('what is unsure stays so when turned', () => {
  expect([not(true), not(false), not(unsure)]).toEqual([false, true, unsure]);
});
test('an obstacle is told in both languages, without control characters of others', () => {
  expect(obstacleText({ obstacle: 'system-unknown', about: 'x\u001b[31m' })).toEqual({ nl: 'codesysteem x [31m staat niet in de geladen pakketten', en: 'code system x [31m is not in the loaded packages' });
});
