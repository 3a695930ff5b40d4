import { expect, test } from 'vitest';
import { errorText } from './error-text.ts';

test('an error with its place, else its words; whatever else was thrown as text', () => {
  expect(errorText(new TypeError('broke'))).toMatch(/^TypeError: broke\n.*error-text\.test\.ts/);
  expect(errorText(Object.assign(new Error('only words'), { stack: undefined }))).toBe('only words');
  expect([errorText('a word'), errorText(undefined), errorText(7)]).toEqual(['a word', 'undefined', '7']);
});
