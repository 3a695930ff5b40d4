import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sameOptions } from './same-options.ts';

test('defaults are not repeated', () => {
  expect(sameOptions({ config: 'toetssteen.yaml', runs: resolve('.toetssteen/runs') })).toBe('');
  expect(sameOptions({})).toBe('');
});
test('what was given is given again, fit for a shell', () => {
  expect(sameOptions({ config: 'a/b.yaml', runs: '/elsewhere/runs' })).toBe(' --config a/b.yaml --runs /elsewhere/runs');
  expect(sameOptions({ runs: resolve('my runs') })).toBe(" --runs 'my runs'");
  expect(sameOptions({ config: "o'k" })).toBe(" --config 'o'\\''k'");
});
